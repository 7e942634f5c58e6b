/** The report for a terminal: the verdict first, then the changes, the worst first. */
import { type Severity, severities, worst } from "../diff/change.js";
import { counted } from "../diagnostics/numbers.js";
import { printable } from "../diagnostics/printable.js";
import { languages } from "../languages/index.js";
import type { Place, PlacedChange, PlacedReport } from "./diff-places.js";

export function diffText({ name, verdict, targets, changes }: PlacedReport): string {
  const width = Math.max(0, ...targets.map((each) => each.name.length));
  const lines = [
    changes.length === 0 ? `no changes ${name}` : `${counted(changes.length, "change")} ${name}: ${verdict}`,
    ...targets.map((each) => `  ${each.name.padEnd(width)}  ${each.verdict}, ${stepWords(each.semver)}`),
  ];
  for (const change of worstFirst(changes)) lines.push("", ...changeLines(change));
  return lines.map((line) => `${inLog(line)}\n`).join("");
}

/** A string on one line that controls no terminal and is no command of a workflow, wherever it is in a line. */
export function inLog(text: string): string {
  return printable(text.replace(/\s+/g, (spaces) => (spaces.includes("\n") ? " " : spaces))).replaceAll("##[", "## [");
}

export function stepWords(semver: string): string {
  return semver === "none" ? "no release" : `${semver} release`;
}

/** The worst of what counts; `docs` does not. */
export function severityOf({ cells }: PlacedChange): Severity {
  return worst(...Object.entries(cells).flatMap(([cell, severity]) => (cell === "docs" ? [] : severity)));
}

/** Those that are equally bad stay in their order. */
export function worstFirst(changes: readonly PlacedChange[]): readonly PlacedChange[] {
  return severities.toReversed().flatMap((severity) => changes.filter((each) => severityOf(each) === severity));
}

function changeLines(change: PlacedChange): readonly string[] {
  const { kind, before, after, cells, reason } = change;
  const place = placeText(after ?? before);
  return [
    `${severityOf(change)}: ${reason}`,
    `  ${[kind, ...(place === undefined ? [] : [place])].join("  ")}`,
    `  ${cellsText(cells)}`,
  ];
}

export function placeText(place: Place | undefined): string | undefined {
  return place && `${place.file}:${place.line}`;
}

/** The cells that are affected, the worst first. */
function cellsText(cells: PlacedChange["cells"]): string {
  const groups = severities.toReversed().flatMap((severity) => {
    const names = Object.keys(cells).filter((cell) => cells[cell] === severity);
    return severity === "none" || names.length === 0 ? [] : `${severity} in ${names.map(cellTitle).join(", ")}`;
  });
  return groups.length === 0 ? "no effect" : groups.join("; ");
}

const titles: Readonly<Record<string, string>> = {
  wireRead: "received JSON",
  wireWrite: "sent JSON",
  javaBinary: "Java class files",
  docs: "pages",
};

export function cellTitle(cell: string): string {
  return titles[cell] ?? languages.find(({ id }) => id === cell)?.title ?? cell;
}
