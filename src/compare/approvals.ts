/** Changes that the authors of a spec accept: in a committed file, so that reviewers see them. */
import type { Checked, SourceFile } from "../diagnostics/diagnostic.js";
import { type Severity, worst } from "../diff/change.js";
import { check } from "../shape/check.js";
import { list, nonEmptyText, record, textLike } from "../shape/define.js";
import type { Entry, Located } from "../shape/shape.js";
import { parseYaml } from "../text/parse.js";
import { printYaml } from "../text/print-yaml.js";
import * as yaml from "../text/yaml-value.js";
import { elementOf, type Report, type ReportedChange } from "./report.js";

export interface Approval {
  readonly fingerprint: string;
  readonly kind: string;
  /** The model, and the field in it; undefined for a change of the config. */
  readonly element: string | undefined;
  readonly reason: string;
}

/** A report after its approvals. */
export interface ReviewedReport extends Omit<Report, "changes"> {
  readonly changes: readonly ReviewedChange[];
  /** The worst of the changes that are not approved. */
  readonly unapproved: Severity;
  /** Approvals of changes that the report does not have. */
  readonly stale: readonly Approval[];
}

export interface ReviewedChange extends ReportedChange {
  /** Why the change was approved. */
  readonly approval: string | undefined;
}

/** An approval whose kind or element is not that of the change would deceive reviewers, so it approves nothing. */
export function reviewed(report: Report, approvals: readonly Approval[]): ReviewedReport {
  const byChange = new Map(approvals.map((each) => [keyOf(each), each]));
  const changes = report.changes.map((each) => ({ ...each, approval: byChange.get(keyOfChange(each))?.reason }));
  const open = changes.filter(({ approval }) => approval === undefined);
  const severities = open.flatMap(({ targets }) => [...targets.values()].map(({ severity }) => severity));
  const known = new Set(changes.map(keyOfChange));
  return {
    ...report,
    ...{ changes, unapproved: worst(...severities), stale: approvals.filter((each) => !known.has(keyOf(each))) },
  };
}

export function approvalOf(change: ReportedChange, reason: string): Approval {
  return { fingerprint: change.fingerprint, kind: change.kind, element: elementOf(change), reason };
}

function keyOfChange(change: ReportedChange): string {
  return keyOf(approvalOf(change, ""));
}

function keyOf({ fingerprint, kind, element = "" }: Approval): string {
  return [fingerprint, kind, element].join("\n");
}

interface ApprovalsSource {
  readonly approvals?: Entry<readonly Located<ApprovalSource>[]>;
}

interface ApprovalSource {
  readonly fingerprint?: Entry<string>;
  readonly kind?: Entry<string>;
  readonly element?: Entry<string>;
  readonly reason?: Entry<string>;
}

const approvalRecord = record<ApprovalSource>("approval", "A change that is accepted.", {
  fingerprint: {
    shape: textLike(/^[0-9a-f]{16}$/u, "a fingerprint, 16 of the digits 0-9 and a-f"),
    doc: "The fingerprint that `modelwright diff` prints.",
    required: true,
  },
  kind: { shape: nonEmptyText, doc: "The kind of the change.", required: true },
  element: { shape: nonEmptyText, doc: "The model or field: Pet.name. A change of the config has none." },
  reason: { shape: nonEmptyText, doc: "Why the change is accepted.", required: true },
});

export const approvalsRecord = record<ApprovalsSource>("approvals file", "Changes of the spec that are accepted.", {
  approvals: { shape: list(approvalRecord), doc: "The changes.", required: true },
});

/** The value is absent if there is an error. */
export function parseApprovals(source: SourceFile): Checked<readonly Approval[]> {
  const { value: tree, diagnostics } = parseYaml(source);
  const found = [...diagnostics];
  if (found.length > 0) return { value: undefined, diagnostics: found };
  const node = tree ?? { kind: "mapping", entries: [], start: 0, end: 0 };
  const file = check(approvalsRecord, node, source.path, found);
  if (file === undefined || found.length > 0) return { value: undefined, diagnostics: found };
  const approvals = (file.approvals?.value ?? []).map(({ value }): Approval => {
    const { fingerprint, kind, element, reason } = value;
    const [print = "", name = "", why = ""] = [fingerprint?.value, kind?.value, reason?.value];
    return { fingerprint: print, kind: name, element: element?.value, reason: why };
  });
  return { value: approvals, diagnostics: found };
}

/** In an order that does not depend on when they were added, so that branches merge. */
export function printApprovals(approvals: readonly Approval[]): string {
  const order = ({ element = "", kind, fingerprint }: Approval): string => [element, kind, fingerprint].join("\n");
  const sorted = approvals.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
  const items = sorted.map(({ element, kind, fingerprint, reason }) => {
    const given = Object.entries({ element, kind, fingerprint, reason });
    const entries = given.flatMap(([key, value]) => (value === undefined ? [] : { key, value: yaml.text(value) }));
    return { kind: "map", layout: "lines", entries } as const;
  });
  const entries = [{ key: "approvals", value: yaml.list(items) }];
  return printYaml({ kind: "map", layout: "lines", entries }, "Accepted changes, written by `modelwright approve`.");
}
