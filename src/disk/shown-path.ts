import { relative, sep } from "node:path";

/** The path of a file relative to the project's root, with forward slashes. */
export function shownPath(root: string, path: string): string {
  const isInside = path.startsWith(root) && path.startsWith(sep, root.length);
  return (isInside ? path.slice(root.length + 1) : relative(root, path)).split(sep).join("/");
}
