import { printable } from "../diagnostics/printable.js";
import type { Severity } from "../diff/change.js";
import type { PlacedReport } from "./diff-places.js";
import { severityOf, worstFirst } from "./diff-text.js";
import { jsonText } from "./json-text.js";
import type { CodeQualityIssue } from "./report-gitlab.js";

/** A Code Quality report of GitLab. */
export function diffGitlab({ changes }: PlacedReport): string {
  const numbered = numbering();
  const issues = worstFirst(changes).map((change): CodeQualityIssue => {
    const { kind, reason, spot, fingerprint, approval } = change;
    return {
      description: printable(approval === undefined ? reason : `${reason}; approved: ${approval}`),
      check_name: kind,
      fingerprint: numbered(fingerprint),
      severity: approval === undefined ? levels[severityOf(change)] : "info",
      location: { path: spot.file, lines: { begin: spot.line ?? 1 } },
    };
  });
  return jsonText(issues);
}

/** GitLab drops a second issue with the same fingerprint: the same change in two versions of a spec. */
function numbering(): (fingerprint: string) => string {
  const seen = new Map<string, number>();
  return (fingerprint) => {
    const count = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, count);
    return count === 1 ? fingerprint : `${fingerprint}-${count}`;
  };
}

const levels = {
  breaking: "critical",
  conditional: "major",
  silent: "minor",
  none: "info",
} as const satisfies Record<Severity, string>;
