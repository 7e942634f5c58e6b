/** Cells that depend on more of a spec than the kind of the change. */
import { describe, expect, it } from "vitest";
import { judged } from "./judged.js";

const owner = "  Owner: { fields: { pet: { type: Animal, required: true } } }\n";
const members = (kind: string, more = ""): string =>
  `models:\n${owner}  Cat: { fields: { kind: ${kind}, lives: integer } }\n  Dog: { fields: { kind: ${kind}, tricks: integer } }\n${more}`;
const byTag = "  Animal: { oneOf: [Cat, Dog], discriminator: { field: kind, mapping: { cat: Cat, dog: Dog } } }\n";
const required = "{ type: string, required: true }";

/** The kind of the only change and some of its cells. */
function cellsOf(before: string, after: string, ...names: readonly string[]): readonly unknown[] {
  const { changes } = judged(before, after);
  expect(changes).toHaveLength(1);
  return [changes[0]!.kind, ...names.map((name) => changes[0]!.cells[name])];
}

describe("a discriminator", () => {
  const byShape = "  Animal: { oneOf: [Cat, Dog] }\n";

  it("rejects documents only if they may lack it", () => {
    const added = (kind: string): readonly unknown[] =>
      cellsOf(members(kind, byShape), members(kind, byTag), "wireRead", "wireWrite");
    expect(added(required)).toEqual(["union.discriminator-added", "silent", "silent"]);
    expect(added("string")).toEqual(["union.discriminator-added", "silent", "conditional"]);
    const removed = cellsOf(members("string", byTag), members("string", byShape), "wireRead", "wireWrite");
    expect(removed).toEqual(["union.discriminator-removed", "conditional", "silent"]);
  });

  it("makes the order of members matter only to `match` in Java", () => {
    const reordered = byTag.replace("[Cat, Dog]", "[Dog, Cat]");
    const cells = cellsOf(
      members(required, byTag),
      members(required, reordered),
      "wireRead",
      "typescript",
      "ruby",
      "java",
    );
    expect(cells).toEqual(["union.order-changed", "none", "none", "none", "conditional"]);
  });
});

describe("an undeclared field", () => {
  const field = (type: string, more: string): string =>
    `models:\n  A: { fields: { x: { type: "${type}", required: true } } }\n  B: { fields: { n: integer }${more} }\n`;
  const wires = (from: string, to: string, more: string): readonly unknown[] =>
    cellsOf(field(from, more), field(to, more), "wireRead", "wireWrite");

  it("must fit a map if the model that becomes one allows it", () => {
    expect(wires("B", "map<integer>", "")).toEqual(["type.model-to-map", "silent", "conditional"]);
    expect(wires("B", "map<any>", "")).toEqual(["type.model-to-map", "conditional", "silent"]);
    const typed = ", additionalProperties: integer";
    expect(wires("B", "map<integer>", typed)).toEqual(["type.model-to-map", "silent", "silent"]);
  });

  it("of a map is rejected by a model that allows none", () => {
    const closed = ", additionalProperties: false";
    expect(wires("map<integer>", "B", closed)).toEqual(["type.map-to-model", "silent", "conditional"]);
  });

  it("is on pages only if the spec declares it", () => {
    const model = (more: string): string => `models: { A: { fields: { x: string }${more} } }`;
    const docs = (before: string, after: string): unknown => cellsOf(model(before), model(after), "docs")[1];
    const [closed, typed] = [", additionalProperties: false", ", additionalProperties: string"];
    expect(docs(closed, "")).toBe("none");
    expect(docs(closed, ", additionalProperties: true")).toBe("silent");
    expect(docs("", closed)).toBe("none");
    expect(docs(typed, closed)).toBe("silent");
  });
});

describe("a new field", () => {
  const model = (more: string): string => `models: { A: { fields: { x: string${more} } } }`;
  const added = (field: string): readonly unknown[] =>
    cellsOf(model(""), model(`, y: ${field}`), "ruby", "java").slice(1);

  it("with a default or a constant changes what new objects contain", () => {
    expect(added("string")).toEqual(["none", "none"]);
    expect(added("{ type: string, default: a }")).toEqual(["silent", "silent"]);
    expect(added("{ const: a, required: true }")).toEqual(["silent", "silent"]);
    expect(added("{ type: string, required: true }")).toEqual(["breaking", "breaking"]);
  });
});

describe("the type `long`", () => {
  it("becomes `integer` without an effect on Ruby and Java inside other types, too", () => {
    const model = (type: string): string => `models: { A: { fields: { x: "${type}" } } }`;
    const cells = ["wireWrite", "typescript", "ruby", "java", "javaBinary"];
    const expected = ["conditional", "breaking", "none", "none", "none"];
    expect(cellsOf(model("map<long[]>"), model("map<integer[]>"), ...cells).slice(1)).toEqual(expected);
  });
});
