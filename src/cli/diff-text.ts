/** The report for a terminal: the verdict first, then the changes, the worst first. */
import { type CauseKind, causeKinds } from "../causes/cause.js";
import type { Approval } from "../compare/approvals.js";
import { elementOf } from "../compare/report.js";
import { type Severity, severities, worst } from "../diff/change.js";
import { counted } from "../diagnostics/numbers.js";
import { printable } from "../diagnostics/printable.js";
import { languages } from "../languages/index.js";
import { type ChangeGroup, groupsOf } from "./diff-groups.js";
import type { Place, PlacedChange, PlacedReport } from "./diff-places.js";

export function diffText(report: PlacedReport): string {
  const { targets, changes, stale } = report;
  const width = Math.max(0, ...targets.map((each) => each.name.length));
  const lines = [
    titleOf(report),
    ...targets.map((each) => `  ${each.name.padEnd(width)}  ${each.verdict}, ${stepWords(each.semver)}`),
  ];
  for (const group of groupsOf(worstFirst(changes))) lines.push("", ...groupLines(group));
  if (stale.length > 0) lines.push("", `note: ${staleText(stale.length)}`, ...stale.map(staleLine));
  return lines.map((line) => `${inLog(line)}\n`).join("");
}

/** The number of changes and the verdict. */
export function titleOf({ name, verdict, unapproved, changes }: PlacedReport): string {
  if (changes.length === 0) return `no changes ${name}`;
  const { length } = changes.filter(({ approval }) => approval !== undefined);
  const rest = length === changes.length ? "" : `; without approved changes: ${verdictText(unapproved)}`;
  const approved = length === 0 ? "" : ` (${length} approved${rest})`;
  return `${counted(changes.length, "change")} ${name}${causesText(changes)}: ${verdictText(verdict)}${approved}`;
}

function verdictText(verdict: Severity): string {
  return verdict === "none" ? "nothing breaks" : verdict;
}

export function staleText(count: number): string {
  const subject = count === 1 ? "1 approval is of no change" : `${count} approvals are of no change`;
  return `${subject} in this report; \`modelwright approve\` removes ${count === 1 ? "it" : "them"}`;
}

function staleLine({ fingerprint, kind, element }: Approval): string {
  return `  ${[kind, element, fingerprint].filter((each) => each !== undefined).join("  ")}`;
}

/** How many changes each cause has, unless all are changes of the spec. */
function causesText(changes: readonly PlacedChange[]): string {
  if (changes.every(({ cause }) => cause === "spec")) return "";
  const parts = causeKinds.flatMap((kind) => {
    const { length } = changes.filter(({ cause }) => cause === kind);
    return length === 0 ? [] : `${length} ${causeWords[kind]}`;
  });
  return ` (${parts.join(", ")})`;
}

const causeWords: Readonly<Record<CauseKind, string>> = {
  spec: "of the spec",
  config: "of the config",
  template: "of templates",
  tool: "of modelwright",
  edit: "by hand",
};

/** A string on one line that controls no terminal and is no command of a workflow, wherever it is in a line. */
export function inLog(text: string): string {
  return printable(text.replace(/\s+/g, (spaces) => (spaces.includes("\n") ? " " : spaces))).replaceAll("##[", "## [");
}

export function stepWords(semver: string): string {
  return semver === "none" ? "no release" : `${semver} release`;
}

/** The worst of what counts; `docs` does not. */
export function severityOf({ cells }: Pick<PlacedChange, "cells">): Severity {
  return worst(...Object.entries(cells).flatMap(([cell, severity]) => (cell === "docs" ? [] : severity)));
}

/**
 * Approved changes come last. Of those that are equally bad, the ones that affect JSON most come first, as no release helps
 * clients that are deployed; the others stay in their order.
 */
export function worstFirst(changes: readonly PlacedChange[]): readonly PlacedChange[] {
  const { length } = severities;
  const rank = (change: PlacedChange): number => {
    const { wireRead = "none", wireWrite = "none" } = change.cells;
    const [own, json] = [severityOf(change), worst(wireRead, wireWrite)].map((each) => severities.indexOf(each));
    return own! * length + json! - (change.approval === undefined ? 0 : length * length);
  };
  return changes.toSorted((one, other) => rank(other) - rank(one));
}

function groupLines({ first, others }: ChangeGroup): readonly string[] {
  const { kind, cells, reason, approval } = first;
  return [
    `${severityOf(first)}${approval === undefined ? "" : ", approved"}: ${reason}`,
    `  ${factsText(kind, first)}`,
    ...others.map((each) => `  ${factsText(`also ${elementOf(each)}`, each)}`),
    `  ${cellsText(cells)}`,
    ...(approval === undefined ? [] : [`  approved: ${approval}`]),
  ];
}

/** With the place, and with the fingerprint if it may have to be approved. */
function factsText(name: string, change: PlacedChange): string {
  const { before, after, approval, fingerprint } = change;
  const severity = severityOf(change);
  const mayFail = severity === "breaking" || severity === "conditional";
  const facts = [name, placeText(after ?? before), mayFail && approval === undefined ? fingerprint : undefined];
  return facts.filter((each) => each !== undefined).join("  ");
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
