/** The predicted cells of every kind of change are those that compilers and programs measure (`test/changes`). */
import { describe, expect, it, test } from "vitest";
import { stringify } from "yaml";
import { type CellName, cellNames, readKinds, severities, severityOf, worst } from "../changes/kinds.js";
import { configText, isShared } from "../changes/sides.js";
import { judged } from "./judged.js";

const kinds = readKinds().filter(isShared);

describe("the predicted cells of", () => {
  it.each(kinds)("$kind are those that were measured, or worse for a reason", (kind) => {
    const { changes } = judged(stringify(kind.before), stringify(kind.after), {
      before: configText("p0", kind.config?.before ?? {}),
    });
    expect(changes.map((change) => change.kind)).toEqual([kind.name]);
    const expected = cellNames.map((name) => [name, kind.stricter?.cells[name] ?? severityOf(kind.cells, name)]);
    expect(changes[0]!.cells).toEqual(Object.fromEntries(expected));
  });
});

/** Words for data that is lost, or has another meaning. */
const happensSilently =
  /nothing fails|without an error|ignored|still accepted|unknown|another one|order|first one|keys?\b|new objects|omits|without it/;

test("a reason says what happens silently", () => {
  const silent = kinds.flatMap(({ before, after, config }) => {
    const { changes } = judged(stringify(before), stringify(after), { before: configText("p0", config?.before ?? {}) });
    return changes.filter(({ cells }) => {
      const { docs, ...others } = cells;
      return docs !== undefined && worst(...Object.values(others)) === "silent";
    });
  });
  expect(silent.length).toBeGreaterThan(5);
  for (const { reason } of silent) expect(reason).toMatch(happensSilently);
});

test("a reason has at most one pair of parentheses outside code", () => {
  for (const { before, after } of kinds) {
    for (const { reason } of judged(stringify(before), stringify(after)).changes)
      expect(reason.replaceAll(/`[^`]*`/g, "").split("(").length, reason).toBeLessThanOrEqual(2);
  }
});

test("a prediction that differs from what was measured is worse", () => {
  const strict = kinds.flatMap((kind) =>
    Object.entries(kind.stricter?.cells ?? {}).map((cell) => [kind, ...cell] as const),
  );
  expect(strict.length).toBeGreaterThan(0);
  for (const [{ kind, cells }, name, predicted] of strict) {
    const measured = severityOf(cells, name as CellName);
    expect(severities.indexOf(predicted), `${kind}: ${name}`).toBeGreaterThan(severities.indexOf(measured));
  }
});
