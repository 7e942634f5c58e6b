/** The report for a terminal: the verdict first, then the changes, the worst first. */
import { type CauseKind, causeKinds } from "../causes/cause.js";
import type { Approval } from "../compare/approvals.js";
import { type Severity, severities, worst } from "../diff/change.js";
import { counted } from "../diagnostics/numbers.js";
import { printable } from "../diagnostics/printable.js";
import { languages } from "../languages/index.js";
import type { Place, PlacedChange, PlacedReport } from "./diff-places.js";

export function diffText(report: PlacedReport): string {
  const { targets, changes, stale } = report;
  const width = Math.max(0, ...targets.map((each) => each.name.length));
  const lines = [
    titleOf(report),
    ...targets.map((each) => `  ${each.name.padEnd(width)}  ${each.verdict}, ${stepWords(each.semver)}`),
  ];
  for (const change of worstFirst(changes)) lines.push("", ...changeLines(change));
  if (stale.length > 0) lines.push("", `note: ${staleText(stale.length)}`, ...stale.map(staleLine));
  return lines.map((line) => `${inLog(line)}\n`).join("");
}

/** The number of changes and the verdict. */
export function titleOf({ name, verdict, unapproved, changes }: PlacedReport): string {
  if (changes.length === 0) return `no changes ${name}`;
  const { length } = changes.filter(({ approval }) => approval !== undefined);
  const rest = length === changes.length ? "" : `; without approved changes: ${unapproved}`;
  const approved = length === 0 ? "" : ` (${length} approved${rest})`;
  return `${counted(changes.length, "change")} ${name}${causesText(changes)}: ${verdict}${approved}`;
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

/** Approved changes come last; those that are equally bad stay in their order. */
export function worstFirst(changes: readonly PlacedChange[]): readonly PlacedChange[] {
  const rank = (change: PlacedChange): number =>
    severities.indexOf(severityOf(change)) - (change.approval === undefined ? 0 : severities.length);
  return changes.toSorted((one, other) => rank(other) - rank(one));
}

function changeLines(change: PlacedChange): readonly string[] {
  const { kind, before, after, cells, reason, approval, fingerprint } = change;
  const severity = severityOf(change);
  const isApproved = approval !== undefined;
  const mayFail = severity === "breaking" || severity === "conditional";
  const facts = [kind, placeText(after ?? before), mayFail && !isApproved ? fingerprint : undefined];
  return [
    `${severity}${isApproved ? ", approved" : ""}: ${reason}`,
    `  ${facts.filter((each) => each !== undefined).join("  ")}`,
    `  ${cellsText(cells)}`,
    ...(isApproved ? [`  approved: ${approval}`] : []),
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
