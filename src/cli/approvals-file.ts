/** The file with approvals, beside the config. */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Approval, parseApprovals, printApprovals } from "../compare/approvals.js";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { tryDisk } from "../disk/disk-error.js";
import { readText } from "../disk/read-text.js";
import type { ConfigFile } from "../run/project.js";
import { reportDiagnostics } from "./report-findings.js";
import type { Terminal } from "./terminal.js";

/** Its name. */
export const approvalsName = "modelwright-approvals.yaml";

/** None if there is no file; undefined if it has an error. Diagnostics are reported. */
export function readApprovals({ root }: Pick<ConfigFile, "root">, terminal: Terminal): readonly Approval[] | undefined {
  const path = join(root, approvalsName);
  if (!existsSync(path)) return [];
  const { value: source, diagnostics } = readText(path, approvalsName);
  const parsed = source === undefined ? undefined : parseApprovals(source);
  const all = [...diagnostics, ...(parsed?.diagnostics ?? [])];
  reportDiagnostics({ root, sources: source === undefined ? [] : [source], diagnostics: all }, terminal);
  return hasErrors(all) ? undefined : parsed?.value;
}

/** Removes the file if there are none. @throws DiskError */
export function writeApprovals({ root }: Pick<ConfigFile, "root">, approvals: readonly Approval[]): void {
  const path = join(root, approvalsName);
  if (approvals.length > 0) tryDisk("write", approvalsName, () => writeFileSync(path, printApprovals(approvals)));
  else tryDisk("remove", approvalsName, () => rmSync(path, { force: true }));
}
