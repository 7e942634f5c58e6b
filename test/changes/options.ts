/** A second set of options for each language: predictions depend on options, and hold for these as well. */
import { stringify } from "yaml";
import { judged } from "../diff/judged.js";
import { type CellName, cellNames, type Kind, type Severity, type TargetOptions } from "./kinds.js";
import { configText } from "./sides.js";

const options: TargetOptions = {
  typescript: { int64: "number", dates: "string" },
  ruby: { typePrefix: "relative", signatures: "none" },
  java: { accessors: "bean" },
};

/** Kinds of changes of what the options name or spell in another way. */
const affected =
  /^(?:model\.renamed|field\.(?:added|removed|renamed|required\.|read)|enum\.(?:closed|open)|type\.(?:.*date|int|long))[^@]*$/;

/** The kinds with the second set of options. */
export function withOptions(kinds: readonly Kind[]): readonly Kind[] {
  return kinds.flatMap((kind) =>
    kind.config === undefined && affected.test(kind.kind)
      ? { ...kind, kind: `${kind.kind}@options`, config: { before: options, after: options } }
      : [],
  );
}

/** What `diff` predicts for a kind. */
export function predictedCells({ kind, before, after, config }: Kind): Readonly<Record<CellName, Severity>> {
  const { changes } = judged(stringify(before), stringify(after), { before: configText("p0", config?.before ?? {}) });
  const [change] = changes;
  if (change === undefined || changes.length > 1) throw new Error(`${kind}: ${changes.length} changes`);
  return Object.fromEntries(cellNames.map((name) => [name, change.cells[name]])) as Record<CellName, Severity>;
}
