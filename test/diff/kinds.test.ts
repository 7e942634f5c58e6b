import { describe, expect, it } from "vitest";
import { diffSpecs } from "../../src/diff/diff.js";
import { kindSections } from "../../src/diff/kinds.js";
import { resolve } from "../spec/show.js";
import { rows } from "./kinds.js";

const letters = { none: "-", silent: "s", conditional: "c", breaking: "B" } as const;

describe("a change of a spec", () => {
  it.each(rows)("$kind is one record", ({ kind, before, after, model, field, wire }) => {
    const { changes } = diffSpecs(resolve(before), resolve(after));
    const found = changes.map((each) => ({
      kind: each.kind,
      model: each.model,
      field: each.field,
      wire: letters[each.wire.read] + letters[each.wire.write],
    }));
    expect(found).toEqual([{ kind, model, field, wire }]);
  });

  it.each(rows)("$kind is nothing between equal specs", ({ before, after }) => {
    expect(diffSpecs(resolve(before), resolve(before)).changes).toEqual([]);
    expect(diffSpecs(resolve(after), resolve(after)).changes).toEqual([]);
  });

  it("of every kind is tested", () => {
    const kinds = Object.values(kindSections).flatMap((section) => Object.keys(section));
    expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual(kinds.sort());
  });

  it("from an array to a tuple concerns documents of another length", () => {
    const spec = (type: string): string => `models: { A: { fields: { x: ${type} } } }`;
    const { changes } = diffSpecs(resolve(spec('"string[]"')), resolve(spec("{ tuple: [string, string] }")));
    expect(changes.map(({ kind, wire }) => [kind, wire])).toEqual([
      ["type.changed", { read: "none", write: "conditional" }],
    ]);
  });

  it("points to the changed element in both specs", () => {
    const before = "models:\n  A: { fields: { x: string, gone: string } }";
    const after = "models:\n  A:\n    fields: { new: integer, x: uuid }";
    const { changes } = diffSpecs(resolve({ "old.yaml": before }), resolve({ "new.yaml": after }));
    const places = changes.map(({ kind, before: from, after: to }) => {
      return [
        kind,
        from && `${from.file}: ${before.slice(from.start, from.end)}`,
        to && `${to.file}: ${after.slice(to.start, to.end)}`,
      ];
    });
    expect(places).toEqual([
      ["field.added.optional", undefined, "new.yaml: new"],
      ["type.string-to-text-format", "old.yaml: x", "new.yaml: x"],
      ["field.removed.optional", "old.yaml: gone", undefined],
    ]);
  });
});
