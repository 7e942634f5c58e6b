/** Every kind of change has the effects that its file lists. */
import { describe, expect, test } from "vitest";
import { inTemporaryFolder } from "../run/typescript/tree.js";
import { type CellName, cellNames, type Halves, readKinds, type Severity } from "./kinds.js";
import { labs, measure, type Measured } from "./measure.js";

const kinds = readKinds();
const missing = Object.values(labs).flatMap(({ lab }) => lab.missing ?? []);
const title = Object.values(labs)
  .map(({ lab }) => lab.title)
  .join("; ");

describe.skipIf(missing.length > 0)(title, () => {
  test("every kind of change has the listed effects", { timeout: 1_800_000 }, async () => {
    const measurement = await inTemporaryFolder((folder) => measure(kinds, folder));
    expect(measurement.kinds.flatMap(differences)).toEqual([]);
    expect(measurement.disagreements.filter((each) => !isBeyondInteger.test(each))).toEqual([]);
  });
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

/** Lost or ignored data is read without an error. */
function measurable(cell: Severity | Halves, name: CellName): Severity | Halves {
  return name.startsWith("wire") && cell === "silent" ? "none" : cell;
}

function textOf(cell: Severity | Halves): string {
  return typeof cell === "string" ? cell : `${cell.read} for code that reads, ${cell.build} for code that builds`;
}
