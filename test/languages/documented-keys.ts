/** The view keys that templates/README.md documents, and the keys that views contain. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Block, Imports } from "../../src/code/blocks.js";
import { Code } from "../../src/code/code.js";
import { projectRoot } from "../generated.js";

const readme = readFileSync(join(projectRoot, "templates/README.md"), "utf8");

/**
 * The keys in the first column of the tables: `a`, and `a.b` for "`a`: `b`".
 *
 * @param chapter a heading with `##`, such as `Class templates`
 * @param section a heading with `###` in it
 */
export function documentedKeys(chapter: string, section: string): readonly string[] {
  const ofChapter = readme.split(/^## /m).find((each) => each.startsWith(`${chapter}\n`));
  const ofSection = ofChapter?.split(/^### /m).find((each) => each.startsWith(`${section}\n`));
  if (ofSection === undefined) throw new Error(`templates/README.md has no section "${section}" in "${chapter}"`);
  const cells = [...ofSection.matchAll(/^\| +(`.*?) +\|/gm)].map(([, cell = ""]) => cell);
  return cells.flatMap((cell) => {
    const steps = cell.split(": ").map((step) => [...step.matchAll(/`(\w+)`/g)].map(([, key = ""]) => key));
    const last = steps.pop() ?? [];
    return last.map((key) => [...steps.flat(), key].join("."));
  });
}

/** The keys of views, nested ones included. A list that is empty in one view takes its keys from another. */
export function keysOf(views: readonly unknown[]): ReadonlySet<string> {
  const all = [...new Set(views.flatMap(keysIn))];
  return new Set(all.filter((key) => !all.some((other) => other.startsWith(`${key}.`))));
}

function keysIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  const isCode = value instanceof Code || value instanceof Block || value instanceof Imports;
  if (typeof value !== "object" || value === null || isCode) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const below = keysIn(inner).map((each) => `${key}.${each}`);
    return below.length > 0 ? below : [key];
  });
}
