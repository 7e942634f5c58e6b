/** Where generated files lie, relative to the target's output folder, and how imports name them. */
import type { Target } from "../../config/config.js";
import { textOption } from "../../config/option.js";

export const modelsFolder = "src/sdk/models";
export const runtimeFolder = "src/sdk/runtime";

/** What the import of a generated file ends with, by the values of the option `importExtension`. */
export const importEndings = { js: ".js", ts: ".ts", none: "" } as const;

export function importEnding(target: Target): string {
  return importEndings[textOption(target, "importExtension") as keyof typeof importEndings];
}

/** The way from a folder to a file, as an import says it: `../../runtime/index`. */
export function relativePath(folder: string, file: string): string {
  if (folderOf(file) === folder) return `./${file.slice(folder.length + 1)}`;
  const from = folder.split("/");
  const to = file.split("/");
  const shared = from.findIndex((part, index) => part !== to[index]);
  const common = shared < 0 ? from.length : shared;
  const up = "../".repeat(from.length - common);
  return `${up || "./"}${to.slice(common).join("/")}`;
}

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
