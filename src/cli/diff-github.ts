import type { Severity } from "../diff/change.js";
import type { PlacedReport } from "./diff-places.js";
import { severityOf, worstFirst } from "./diff-text.js";
import { annotationCommand } from "./workflow-command.js";

/**
 * An annotation for every change that affects JSON or code. The worst come first: GitHub shows only the first ten of each level
 * beside the code.
 */
export function diffAnnotations({ changes }: PlacedReport): readonly string[] {
  return worstFirst(changes).flatMap((change) => {
    const { kind, reason, spot, approval } = change;
    const level = levels[severityOf(change)];
    if (level === undefined) return [];
    const title = `modelwright: ${kind}`;
    if (approval === undefined) return annotationCommand(level, { ...spot, title }, [reason]);
    return annotationCommand("notice", { ...spot, title }, [reason, `approved: ${approval}`]);
  });
}

const levels = {
  breaking: "error",
  conditional: "warning",
  silent: "notice",
  none: undefined,
} as const satisfies Record<Severity, string | undefined>;
