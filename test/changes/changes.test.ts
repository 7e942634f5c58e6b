/** Every kind of change has the effects that its file lists. */
import { describe, expect, test } from "vitest";
import { inTemporaryFolder } from "../run/typescript/tree.js";
import { type CellName, cellNames, type Halves, readKinds, type Severity, severityOf } from "./kinds.js";
import { labs, measure, type Measured } from "./measure.js";
import { predictedCells, withOptions } from "./options.js";

const kinds = readKinds();
const others = withOptions(kinds);
const missing = Object.values(labs).flatMap(({ lab }) => lab.missing ?? []);
const title = Object.values(labs)
  .map(({ lab }) => lab.title)
  .join("; ");

describe.skipIf(missing.length > 0)(title, () => {
  test(
    "every kind has the listed effects, and with other options those that are predicted",
    { timeout: 1_800_000 },
    async () => {
      const measurement = await inTemporaryFolder((folder) => measure([...kinds, ...others], folder));
      const [listed, predicted] = [measurement.kinds.slice(0, kinds.length), measurement.kinds.slice(kinds.length)];
      expect(listed.flatMap(differences)).toEqual([]);
      expect(predicted).toHaveLength(others.length);
      expect(predicted.flatMap(mispredictions)).toEqual([]);
      expect(measurement.disagreements.filter((each) => !isBeyondInteger.test(each))).toEqual([]);
    },
  );
});

/** No integer is beyond 2^53 (docs/spec.md); languages differ in whether they read such a number. */
const isBeyondInteger = /"value":(?:9007199254740993|1e300)\}/;

function differences({ kind, cells, failures }: Measured): readonly string[] {
  return cellNames.flatMap((name) => {
    if (kind.unmeasured[name] !== undefined) return [];
    const [expected, actual] = [textOf(measurable(kind.cells[name], name)), textOf(cells[name])];
    return expected === actual
      ? []
      : `${kind.kind} ${name}: ${actual}, not ${expected}: ${failures[name] ?? "nothing fails"}`;
  });
}

function mispredictions({ kind, cells, failures }: Measured): readonly string[] {
  const predicted = predictedCells(kind);
  return cellNames.flatMap((name) => {
    const [expected, actual] = [measurable(predicted[name], name), severityOf(cells, name)];
    return expected === actual
      ? []
      : `${kind.kind} ${name}: ${actual}, not ${expected}: ${failures[name] ?? "nothing fails"}`;
  });
}

/** Lost or ignored data is read without an error. */
function measurable(cell: Severity | Halves, name: CellName): Severity | Halves {
  return name.startsWith("wire") && cell === "silent" ? "none" : cell;
}

function textOf(cell: Severity | Halves): string {
  return typeof cell === "string" ? cell : `${cell.read} for code that reads, ${cell.build} for code that builds`;
}
