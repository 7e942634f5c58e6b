import { formatPatch, structuredPatch, FILE_HEADERS_ONLY } from "diff";
import type { Difference } from "../output/differences.js";

/**
 * The difference as a patch that `git apply` accepts: from the current file to the generated text.
 *
 * @param path the path of the file, relative to the folder in which the patch is applied
 */
export function unifiedDiff(difference: Difference, path: string): string {
  const { wanted, state } = difference;
  const found = difference.found();
  if (state === "blocked" || (found === undefined && (state !== "missing" || wanted === undefined))) return "";
  const before = found === undefined ? "/dev/null" : `a/${path}`;
  const after = wanted === undefined ? "/dev/null" : `b/${path}`;
  return diffOf(before, after, found ?? "", wanted ?? "");
}

function diffOf(before: string, after: string, found: string, wanted: string): string {
  const patch = structuredPatch(before, after, found, wanted, undefined, undefined, {
    context: 3,
    maxEditLength: 2_000,
  });
  return patch === undefined ? wholeDiff(before, after, found, wanted) : formatPatch(patch, FILE_HEADERS_ONLY);
}

/** For strings that have too little in common for a line-by-line comparison. */
function wholeDiff(before: string, after: string, found: string, wanted: string): string {
  const [removed, added] = [linesOf(found), linesOf(wanted)];
  return [
    `--- ${before}`,
    `+++ ${after}`,
    `@@ -1,${removed.length} +1,${added.length} @@`,
    ...marked("-", removed, found),
    ...marked("+", added, wanted),
    "",
  ].join("\n");
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, "").split("\n");
}

function marked(mark: string, lines: readonly string[], text: string): readonly string[] {
  return [...lines.map((line) => mark + line), ...(text.endsWith("\n") ? [] : ["\\ No newline at end of file"])];
}
