import type { PlacedReport } from "./diff-places.js";
import { jsonText } from "./json-text.js";

/** The report as JSON, described by `schema/diff.schema.json`. */
export function diffJson({ verdict, targets, changes }: PlacedReport): string {
  const each = changes.map(({ kind, cause, model, field, cells, before, after, fingerprint, reason }) => {
    return { kind, cause, model, field, cells, before, after, fingerprint, reason };
  });
  return jsonText({ verdict, targets, changes: each });
}
