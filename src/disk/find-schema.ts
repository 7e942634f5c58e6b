/** Where the JSON Schemas of this package are installed, for the first lines of YAML files. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { shownPath } from "./shown-path.js";

export type SchemaName = "config" | "spec";

const inModules = "node_modules/modelwright/schema";

/**
 * The absolute path of the `node_modules` folder's parent in which the package is installed, as seen from a folder: in it or in
 * the nearest folder above it, such as the root of a workspace. Undefined where it is not installed.
 */
export function installedIn(folder: string): string | undefined {
  if (existsSync(join(folder, inModules))) return folder;
  return dirname(folder) === folder ? undefined : installedIn(dirname(folder));
}

/**
 * The line by which editors find the schema of a YAML file, with its newline.
 *
 * @param file the absolute path of the file
 * @param home what `installedIn` gives
 */
export function schemaLine(name: SchemaName, file: string, home: string): string {
  return `${prefix}${shownPath(dirname(file), join(home, inModules, `${name}.schema.json`))}\n`;
}

/** The parent of `node_modules` that the first line of a file in a folder names, as a path from that folder. */
export function homeInLine(text: string): string | undefined {
  const line = text.slice(0, text.indexOf("\n"));
  const end = line.indexOf(`${inModules}/`);
  return line.startsWith(prefix) && end !== -1 ? line.slice(prefix.length, end) || "." : undefined;
}

const prefix = "# yaml-language-server: $schema=";
