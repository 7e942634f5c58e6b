import { elementOf } from "../compare/report.js";
import type { Severity } from "../diff/change.js";
import { groupsOf } from "./diff-groups.js";
import type { PlacedReport } from "./diff-places.js";
import { severityOf, worstFirst } from "./diff-text.js";
import { annotationCommand } from "./workflow-command.js";

/**
 * An annotation for every change that affects JSON or code, one for the same change of elements on one line. The worst come first: GitHub shows only the first ten of each level
 * beside the code.
 */
export function diffAnnotations({ changes }: PlacedReport): readonly string[] {
  return groupsOf(worstFirst(changes), { spot: true }).flatMap(({ first, others }) => {
    const { kind, reason, spot, approval } = first;
    const level = levels[severityOf(first)];
    if (level === undefined) return [];
    const title = `modelwright: ${kind}`;
    const also = others.length === 0 ? [] : [`also ${others.map(elementOf).join(", ")}`];
    if (approval === undefined) return annotationCommand(level, { ...spot, title }, [reason, ...also]);
    return annotationCommand("notice", { ...spot, title }, [reason, ...also, `approved: ${approval}`]);
  });
}

const levels = {
  breaking: "error",
  conditional: "warning",
  silent: "notice",
  none: undefined,
} as const satisfies Record<Severity, string | undefined>;
