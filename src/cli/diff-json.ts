import type { PlacedReport } from "./diff-places.js";
import { jsonText } from "./json-text.js";

/** The report as JSON, described by `schema/diff.schema.json`. */
export function diffJson({ verdict, unapproved, targets, changes, stale }: PlacedReport): string {
  const each = changes.map(
    ({ kind, cause, model, field, cells, before, after, fingerprint, reason, files, approval }) => {
      const approved = approval === undefined ? {} : { approved: true, approval };
      return { kind, cause, model, field, cells, before, after, fingerprint, reason, files, ...approved };
    },
  );
  return jsonText({ verdict, unapproved, targets, changes: each, staleApprovals: stale });
}
