/** The report for a pull request. Nothing of a spec takes effect in it. */
import { counted } from "../diagnostics/numbers.js";
import { codeSpan, verbatim } from "../docs/verbatim.js";
import type { PlacedChange, PlacedReport } from "./diff-places.js";
import { cellTitle, inLog, placeText, staleText, stepWords, titleOf, worstFirst } from "./diff-text.js";

export function diffMarkdown(report: PlacedReport): string {
  const { targets, cells, changes, stale } = report;
  const title = text(titleOf(report).replace(/^n/, "N"));
  const summary = table(
    ["target", "verdict", "release"],
    targets.map((each) => [inline(each.name), each.verdict, stepWords(each.semver)]),
  );
  const ordered = worstFirst(changes);
  const rows = shortened(ordered.map((change) => rowOf(change, cells)));
  const list = changes.length === 0 ? [] : ["", ...table(["change", ...cells.map(cellTitle), "where"], rows)];
  const left = ordered.length - rows.length;
  const more = left === 0 ? [] : ["", `… and ${counted(left, "more change")}; \`modelwright diff\` shows all`];
  const note = stale.length === 0 ? [] : ["", sentence(`Note: ${staleText(stale.length)}.`)];
  return `${[`## ${title}`, "", ...summary, ...list, ...more, ...note].join("\n")}\n`;
}

/** GitHub refuses comments of more than 65,536 characters. */
const longestReport = 60_000;

function shortened(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let length = 0;
  const end = rows.findIndex((row) => (length += row.join(" | ").length + 5) > longestReport);
  return end === -1 ? rows : rows.slice(0, end);
}

function rowOf(
  { kind, reason, cells, before, after, approval }: PlacedChange,
  names: readonly string[],
): readonly string[] {
  const place = placeText(after ?? before);
  return [
    `${sentence(reason)}<br>${inline(kind)}${approval === undefined ? "" : `<br>approved: ${text(approval)}`}`,
    ...names.map((cell) =>
      cells[cell] === "breaking" ? "**breaking**" : cells[cell] === "none" ? "–" : (cells[cell] ?? ""),
    ),
    place === undefined ? "" : inline(place),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => "-"), ...rows].map((row) => `| ${row.join(" | ")} |`);
}

/** Text with code between backticks, which the report writes around everything that comes from a spec. */
function sentence(reason: string): string {
  return reason
    .split("`")
    .map((part, index) => (index % 2 === 1 ? inline(part) : text(part)))
    .join("");
}

/** A code span in a table: a pipe would end the cell, and GitHub honors a backslash before it even in code. */
function inline(code: string): string {
  const oneLine = inLog(code.replace(/\s+/g, " ").trim());
  return oneLine === "" ? "" : codeSpan(oneLine).replaceAll("|", "\\|");
}

function text(value: string): string {
  const [, start = "", inner = "", end = ""] = /^(\s*)(.*?)(\s*)$/s.exec(value.replace(/\s+/g, " ")) ?? [];
  const escaped = verbatim(inLog(inner))
    .replaceAll(/(?<!\\)\|/g, "\\|")
    .replaceAll("@", "&#64;");
  return start + escaped + end;
}
