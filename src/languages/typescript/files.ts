/** Where generated files lie, relative to the target's output folder. */

export const modelsFolder = "src/sdk/models";
export const runtimeFolder = "src/sdk/runtime";

/** The way from a folder to a file, as an import says it: `../../runtime/index.js`. */
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
