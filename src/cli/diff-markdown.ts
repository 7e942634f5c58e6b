/** The report for a pull request: what to do first, details folded. Nothing of a spec takes effect in it. */
import { counted } from "../diagnostics/numbers.js";
import { adviceOf } from "./diff-advice.js";
import type { FileChanges, FileKind } from "./diff-files.js";
import type { PlacedChange, PlacedReport, Spot } from "./diff-places.js";
import { cellTitle, severityOf, staleText, stepWords, titleOf, worstFirst } from "./diff-text.js";
import { code, folded, linked, sentence, table, tableRow, text } from "./markdown.js";

export interface MarkdownFacts {
  /** How the generated files change, if that is known. */
  readonly files: readonly FileChanges[] | undefined;
  /** The web page of a line. */
  linkOf(spot: Spot): string | undefined;
}

export function diffMarkdown(report: PlacedReport, { files, linkOf }: MarkdownFacts): string {
  const { targets, cells, changes, stale } = report;
  const sorted = worstFirst(changes).filter(({ approval }) => approval === undefined);
  const approved = worstFirst(changes).filter(({ approval }) => approval !== undefined);
  const [harmful, harmless] = [sorted.filter(isHarmful), sorted.filter((each) => !isHarmful(each))];
  const head = ["change", ...cells.map(cellTitle), "where"];
  const budget = { left: longestReport };
  const rowsOf = (list: readonly PlacedChange[]): readonly (readonly string[])[] =>
    withinBudget(
      list.map((each) => rowOf(each, cells, linkOf)),
      budget,
    );
  const section = (rows: readonly (readonly string[])[]): readonly string[] => table(head.map(text), rows);

  const shown = [harmful, approved, harmless].map(rowsOf);
  const [main = [], accepted = [], others = []] = shown;
  const left = changes.length - shown.flat().length;
  const advice = adviceOf(report);
  const lines = [
    `## ${text(titleOf(report).replace(/^n/, "N"))}`,
    "",
    ...table(
      ["package", "verdict", "release"],
      targets.map((each) => [code(each.name), each.verdict, stepWords(each.semver)]),
    ),
    ...(advice === undefined ? [] : ["", sentence(advice, "text")]),
    ...(main.length === 0 ? [] : ["", ...section(main)]),
    ...(accepted.length === 0 ? [] : folded(counted(accepted.length, "approved change"), section(accepted))),
    ...(others.length === 0
      ? []
      : folded(
          `${counted(others.length, "change")} that ${others.length === 1 ? "breaks" : "break"} nothing`,
          section(others),
        )),
    ...(files === undefined || changes.length === 0 ? [] : filesSection(files)),
    ...(left === 0 ? [] : ["", `… and ${counted(left, "more change")}; \`modelwright diff\` shows all`]),
    ...(stale.length === 0 ? [] : ["", sentence(`Note: ${staleText(stale.length)}.`)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** GitHub refuses comments of more than 65,536 characters; the rows get this many. */
const longestReport = 60_000;

/** The rows for which there is space. */
function withinBudget(rows: readonly (readonly string[])[], budget: { left: number }): readonly (readonly string[])[] {
  const end = rows.findIndex((row) => {
    const length = tableRow(row).length + 1;
    if (length > budget.left) return true;
    budget.left -= length;
    return false;
  });
  if (end !== -1) budget.left = 0;
  return end === -1 ? rows : rows.slice(0, end);
}

function isHarmful(change: PlacedChange): boolean {
  return severityOf(change) !== "none";
}

function rowOf(
  { kind, reason, cells, spot, approval }: PlacedChange,
  names: readonly string[],
  linkOf: MarkdownFacts["linkOf"],
): readonly string[] {
  const place = spot.line === undefined ? spot.file : `${spot.file}:${spot.line}`;
  return [
    `${sentence(reason)}<br>${code(kind)}${approval === undefined ? "" : `<br>approved: ${code(approval)}`}`,
    ...names.map((cell) =>
      cells[cell] === "breaking" ? "**breaking**" : cells[cell] === "none" ? "–" : (cells[cell] ?? ""),
    ),
    linked(place, linkOf(spot)),
  ];
}

/** Only the kinds that occur have a column. */
function filesSection(all: readonly FileChanges[]): readonly string[] {
  const kinds = Object.keys(fileTitles) as readonly FileKind[];
  const shown = kinds.filter((kind) => all.some(({ files }) => files.has(kind)));
  const total = all.reduce((sum, { files }) => [...files.values()].reduce((count, each) => count + each, sum), 0);
  const rows = all.map(({ target, files }) => [code(target), ...shown.map((kind) => `${files.get(kind) ?? 0}`)]);
  const head = ["package", ...shown.map((kind) => fileTitles[kind])];
  return folded(`${counted(total, "generated file")} ${total === 1 ? "changes" : "change"}`, table(head, rows));
}

const fileTitles: Readonly<Record<FileKind, string>> = {
  code: "other code",
  pages: "other pages",
  comments: "only comments",
  formatting: "only formatting",
  padding: "only table padding",
  added: "new",
  removed: "removed",
};
