/** Links to docs pages. */
import type { Naming } from "../languages/naming.js";
import type { Definition } from "../spec/spec.js";

/** From the page of any definition to that of this one: up to `docs` and down again, even in one folder (format §5). */
export function linkFromPage(definition: Definition, names: Naming): string {
  const [, ...path] = names.docsPath(definition).split("/");
  return "../".repeat(path.length - 1) + path.join("/");
}

/** From `docs/models/README.md`. */
export function linkFromIndex(definition: Definition, names: Naming): string {
  const path = names.docsPath(definition);
  const besideIndex = "docs/models/";
  return path.startsWith(besideIndex) ? path.slice(besideIndex.length) : path.replace(/^docs\//, "../");
}
