/** Links to docs pages. */
import type { Naming } from "../names/rules.js";
import type { Definition } from "../spec/spec.js";

/** The link from any definition's page to this page: up to `docs` and down again, even within one folder (format §5). */
export function linkFromPage(definition: Definition, names: Naming): string {
  const path = names.docsPath(definition);
  const folders = path.split("/").length - 1;
  return "../".repeat(folders - 1) + path.slice("docs/".length);
}

/** The link from `docs/models/README.md`. */
export function linkFromIndex(definition: Definition, names: Naming): string {
  const path = names.docsPath(definition);
  const besideIndex = "docs/models/";
  return path.startsWith(besideIndex) ? path.slice(besideIndex.length) : path.replace(/^docs\//, "../");
}
