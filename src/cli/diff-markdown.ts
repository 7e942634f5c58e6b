/** The report for a pull request: what to do first, details folded. Nothing of a spec takes effect in it. */
import { elementOf } from "../compare/report.js";
import { counted, grouped } from "../diagnostics/numbers.js";
import { adviceOf } from "./diff-advice.js";
import { type Column, columnsOf, columnText, severityText } from "./diff-columns.js";
import type { FileChanges, FileKind } from "./diff-files.js";
import { type ChangeGroup, groupsOf } from "./diff-groups.js";
import type { PlacedChange, PlacedReport, Spot } from "./diff-places.js";
import { severityOf, staleText, stepWords, titleOf, worstFirst } from "./diff-text.js";
import { code, folded, linked, sentence, table, tableRow, text, type Within } from "./markdown.js";

export interface MarkdownFacts {
  /** How the generated files change, if that is known. */
  readonly files: readonly FileChanges[] | undefined;
  /** The web page of a line. */
  linkOf(spot: Spot): string | undefined;
}

type LinkOf = MarkdownFacts["linkOf"];

export function diffMarkdown(report: PlacedReport, { files, linkOf }: MarkdownFacts): string {
  const { targets, cells, changes, stale } = report;
  const sorted = worstFirst(changes);
  const isApproved = ({ approval }: PlacedChange): boolean => approval !== undefined;
  const columns = columnsOf(cells);
  const budget = { left: longestReport };
  const show = (within: Within, isShown: (change: PlacedChange) => boolean): Shown => {
    const list = sorted.filter(isShown);
    const groups = groupsOf(list);
    const hasNotes = groups.length <= mostWithNotes;
    const facts: TextFacts = { linkOf, within, hasNotes };
    const lineOf = (group: ChangeGroup): string =>
      within === "table" ? rowOf(group, columns, facts) : `- ${changeText(group, facts)}`;
    return withinBudget(hasNotes ? groups : groupsOf(list, { notes: false }), lineOf, budget);
  };
  const harmful = show("table", (change) => isHarmful(change) && !isApproved(change));
  const approved = show("table", isApproved);
  const harmless = show("text", (change) => !isHarmful(change) && !isApproved(change));
  const head = table(["change", ...columns.map(({ title }) => text(title))], []);
  const left = changes.length - harmful.count - approved.count - harmless.count;
  const advice = adviceOf(report);
  const lines = [
    `## ${text(titleOf(report).replace(/^n/, "N"))}`,
    "",
    ...table(
      ["package", "verdict", "release"],
      targets.map((each) => [code(each.name), severityText(each.verdict), stepWords(each.semver)]),
    ),
    ...(advice === undefined ? [] : ["", sentence(advice, "text")]),
    ...(harmful.count === 0 ? [] : ["", ...head, ...harmful.lines]),
    ...(approved.count === 0 ? [] : folded(counted(approved.count, "approved change"), [...head, ...approved.lines])),
    ...(harmless.count === 0 ? [] : folded(harmlessTitle(harmless.count), harmless.lines)),
    ...(files === undefined || changes.length === 0 ? [] : filesSection(files)),
    ...(left === 0 ? [] : ["", `… and ${counted(left, "more change")}; \`modelwright diff\` shows all`]),
    ...(stale.length === 0 ? [] : ["", sentence(`Note: ${staleText(stale.length)}.`)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** GitHub refuses comments of more than 65,536 characters; the changes get this many. */
const longestReport = 60_000;

interface Shown {
  readonly lines: readonly string[];
  /** The number of changes in them. */
  readonly count: number;
}

/** The lines for which there is space. */
function withinBudget(
  groups: readonly ChangeGroup[],
  lineOf: (group: ChangeGroup) => string,
  budget: { left: number },
): Shown {
  const lines: string[] = [];
  let count = 0;
  for (const group of groups) {
    const line = lineOf(group);
    budget.left -= line.length + 1;
    if (budget.left < 0) break;
    lines.push(line);
    count += 1 + group.others.length;
  }
  return { lines, count };
}

function isHarmful(change: PlacedChange): boolean {
  return severityOf(change) !== "none";
}

function harmlessTitle(count: number): string {
  return `${counted(count, "change")} that ${count === 1 ? "breaks" : "break"} nothing`;
}

function rowOf(group: ChangeGroup, columns: readonly Column[], facts: TextFacts): string {
  const { cells } = group.first;
  return tableRow([changeText(group, facts), ...columns.map((column) => columnText(column, cells))]);
}

interface TextFacts {
  readonly linkOf: LinkOf;
  readonly within: Within;
  /** In a long table, the types in all languages would take the space of other changes. */
  readonly hasNotes: boolean;
}

/** The longest table with notes. */
const mostWithNotes = 30;

/** What happened, to which elements, and where. */
function changeText({ first, others }: ChangeGroup, facts: TextFacts): string {
  const { linkOf, within, hasNotes } = facts;
  const { kind, headline, why, notes, cells, approval, spot } = first;
  const docs = cells["docs"];
  const isPageLost = docs === "breaking" || docs === "conditional";
  const parts = [
    ...[`${headline}: ${why}`, ...(hasNotes ? notes : [])].map((each) => sentence(each, within)),
    `${othersText(others, facts)}${code(kind)} ${linked(placeOf(spot), linkOf(spot), within)}`,
    ...(isPageLost ? [`pages: ${severityText(docs)}`] : []),
    ...(approval === undefined ? [] : [`approved: ${code(approval, within)}`]),
  ];
  return parts.join("<br>");
}

/** Few others have links, many are folded. What follows is on a line of its own. */
function othersText(others: readonly PlacedChange[], { linkOf, within }: TextFacts): string {
  if (others.length === 0) return "";
  if (others.length <= mostOpen) {
    return `also ${others.map((each) => linked(elementOf(each)!, linkOf(each.spot), within)).join(", ")}<br>`;
  }
  const names = others.slice(0, mostNamed).map((each) => code(elementOf(each)!, within));
  const left = others.length - names.length;
  const rest = left === 0 ? [] : [`and ${grouped(left)} more`];
  const list = [...names, ...rest].join(", ");
  return `<details><summary>also ${grouped(others.length)} others</summary>${list}</details>`;
}

const mostOpen = 3;
const mostNamed = 40;

function placeOf({ file, line }: Spot): string {
  return line === undefined ? file : `${file}:${line}`;
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
