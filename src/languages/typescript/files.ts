/** The paths of generated files, relative to the target's output folder, and how imports refer to them. */
import type { Target } from "../../config/config.js";
import { textOption } from "../../config/option.js";

export const modelsFolder = "src/sdk/models";
export const runtimeFolder = "src/sdk/runtime";

/** The file extension in imports of generated files, by the values of the option `importExtension`. */
export const importEndings = { js: ".js", ts: ".ts", none: "" } as const;

export function importEnding(target: Target): string {
  return importEndings[textOption(target, "importExtension") as keyof typeof importEndings];
}

/** The relative path from a folder to a file, as imports write it: `../../runtime/index`. */
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
