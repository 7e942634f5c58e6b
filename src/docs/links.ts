/** Links to docs pages. */
import type { Naming } from "../names/rules.js";
import type { Definition } from "../spec/spec.js";

/** From the page of any definition to that of this one: up to `docs` and down again, even in one folder (format §5). */
export function linkFromPage(definition: Definition, names: Naming): string {
  const path = names.docsPath(definition);
  const folders = path.split("/").length - 1;
  return "../".repeat(folders - 1) + path.slice("docs/".length);
}

/** From `docs/models/README.md`. */
export function linkFromIndex(definition: Definition, names: Naming): string {
  const path = names.docsPath(definition);
  const besideIndex = "docs/models/";
  return path.startsWith(besideIndex) ? path.slice(besideIndex.length) : path.replace(/^docs\//, "../");
}
