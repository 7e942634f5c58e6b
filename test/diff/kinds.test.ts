import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { diffSpecs } from "../../src/diff/diff.js";
import { readKinds } from "../changes/kinds.js";
import { isShared } from "../changes/sides.js";
import { resolve } from "../spec/show.js";

const kinds = readKinds().filter(isShared);

describe("a change of a spec", () => {
  it.each(kinds)("$kind is one record", ({ name, before, after, element, cells, stricter, config }) => {
    const integersHoldLongs = config?.before["typescript"]?.["int64"] === "number";
    const { changes } = diffSpecs(resolve(stringify(before)), resolve(stringify(after)), { integersHoldLongs });
    const found = changes.map(({ kind, model, field, wire }) => {
      return { kind, element: field === undefined ? model : `${model}.${field}`, wire };
    });
    const { wireRead: read, wireWrite: write } = { ...cells, ...stricter?.cells };
    expect(found).toEqual([{ kind: name, element, wire: { read, write } }]);
  });

  it.each(kinds)("$kind is nothing between equal specs", ({ before, after }) => {
    for (const side of [before, after]) {
      const text = stringify(side);
      expect(diffSpecs(resolve(text), resolve(text)).changes).toEqual([]);
    }
  });

  const field = (type: string): string => `models: { A: { fields: { x: ${type} } } }`;
  const values = (list: string): string => `models: { E: { enum: [${list}] } }`;

  it.each([
    [
      "constraint.added",
      field("map<string>"),
      field("{ type: map, values: string, maxProperties: 3 }"),
      "none",
      "conditional",
    ],
    ["type.changed", field('"string[]"'), field("{ tuple: [string, string] }"), "none", "conditional"],
    [
      "field.other-name-removed",
      field("{ type: string, required: true, aliases: [y] }"),
      field("{ type: string, required: true }"),
      ...(["none", "breaking"] as const),
    ],
    [
      "enum.closed.value-changed",
      values("a, { value: b, renamedFrom: x }"),
      values("{ value: x, renamedFrom: b }, a"),
      ...(["none", "none"] as const),
    ],
  ])("%s, for other documents than in the example: %s", (kind, before, after, read, write) => {
    const { changes } = diffSpecs(resolve(before), resolve(after));
    expect(changes.map((each) => [each.kind, each.wire])).toEqual([[kind, { read, write }]]);
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
