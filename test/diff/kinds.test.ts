import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { diffSpecs } from "../../src/diff/diff.js";
import { readKinds } from "../changes/kinds.js";
import { isShared } from "../changes/sides.js";
import { resolve } from "../spec/show.js";

const kinds = readKinds().filter(isShared);

describe("a change of a spec", () => {
  it.each(kinds)("$kind is one record", ({ name, before, after, element, cells }) => {
    const { changes } = diffSpecs(resolve(stringify(before)), resolve(stringify(after)));
    const found = changes.map(({ kind, model, field, wire }) => {
      return { kind, element: field === undefined ? model : `${model}.${field}`, wire };
    });
    expect(found).toEqual([{ kind: name, element, wire: { read: cells.wireRead, write: cells.wireWrite } }]);
  });

  it.each(kinds)("$kind is nothing between equal specs", ({ before, after }) => {
    for (const side of [before, after]) {
      const text = stringify(side);
      expect(diffSpecs(resolve(text), resolve(text)).changes).toEqual([]);
    }
  });

  it("may be of the size of a map", () => {
    const spec = (size: string): string => `models: { A: { fields: { x: { type: map, values: string${size} } } } }`;
    const { changes } = diffSpecs(resolve(spec("")), resolve(spec(", maxProperties: 3")));
    expect(changes.map(({ kind, wire }) => [kind, wire])).toEqual([
      ["constraint.added", { read: "none", write: "conditional" }],
    ]);
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
