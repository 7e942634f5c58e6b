/** Edits of a spec that mean the same report nothing; renames are recognized only where they are clear. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument, visit } from "yaml";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import { diffSpecs } from "../../src/diff/diff.js";
import { madeSpecFile } from "../fuzz/made-spec.js";
import { check, resolve } from "../spec/show.js";

type Texts = string | Readonly<Record<string, string>>;

function changes(before: Texts, after: Texts): readonly string[] {
  return diffSpecs(resolve(before), resolve(after)).changes.map(({ kind, model, field, old, new: current }) => {
    const at = field === undefined ? model : `${model}.${field}`;
    return `${kind} ${at}${kind.includes("renamed") ? `: ${old} -> ${current}` : ""}`;
  });
}

const models = `models:
  Base: { fields: { id: { type: string, required: true }, at: date-time } }
  Pet: { extends: [Base], fields: { name: "string?", tags: "string[]", owner: Person } }
  Person: { fields: { pets: "Pet[]", alias: Name } }
  Name: { type: string, minLength: 1 }
  Cat: { fields: { kind: { const: cat, required: true }, lives: integer } }
  Dog: { fields: { kind: { const: dog, required: true }, bark: boolean } }
  Any: { oneOf: [Cat, Dog] }
`;

const refactorings: readonly (readonly [title: string, after: Texts])[] = [
  ["comments and empty lines", models.replace("  Pet:", "\n  # A pet.\n  Pet:")],
  ["the long form of nullable", models.replace('"string?"', "{ type: string, nullable: true }")],
  ["the long form of an array", models.replace('"string[]"', "{ type: array, items: string }")],
  [
    "a default value of a key",
    models.replace("at: date-time", "at: { type: date-time, required: false, nullable: false }"),
  ],
  ["an alias instead of its type", models.replace("alias: Name", "alias: { type: string, minLength: 1 }")],
  [
    "a discriminator that repeats the constants",
    models.replace("[Cat, Dog] }", "[Cat, Dog], discriminator: { field: kind, mapping: { cat: Cat, dog: Dog } } }"),
  ],
  [
    "fields of a base in the model itself",
    models.replace("extends: [Base], fields: {", "fields: { id: { type: string, required: true }, at: date-time,"),
  ],
  ["another file", { "other.yaml": models }],
  [
    "two files",
    {
      "a.yaml": models.replace(/ {2}Any:.*\n/, ""),
      "b.yaml": "models:\n  Any: { oneOf: [Cat, Dog] }\n",
    },
  ],
  ["an anchor", models.replace("at: date-time", "at: &at date-time").replace("lives: integer", "lives: integer")],
];

describe("nothing is reported for", () => {
  it.each(refactorings)("%s", (_, after) => {
    expect(changes(models, after)).toEqual([]);
    expect(changes(after, models)).toEqual([]);
  });

  it("any spec in another order, in two files and another style of YAML", () => {
    let compared = 0;
    fc.assert(
      fc.property(madeSpecFile("strings"), fc.integer(), (text, seed) => {
        const { value, diagnostics } = check(text);
        if (value === undefined || hasErrors(diagnostics)) return;
        const entries = text.slice('{"models": {'.length, -"}}\n".length).split(",\n");
        const shuffled = entries.toSorted((a, b) => hash(a, seed) - hash(b, seed));
        const half = Math.ceil(shuffled.length / 2);
        const file = (some: readonly string[]): string => inBlocks(`{"models": {${some.join(",\n")}}}`);
        const files = { "a.yaml": file(shuffled.slice(0, half)), "b.yaml": file(shuffled.slice(half)) };
        compared++;
        expect(changes(text, files)).toEqual([]);
      }),
      { numRuns: 300, seed: 17 },
    );
    expect(compared).toBeGreaterThan(30);
  });
});

/** The same file without braces and brackets. */
function inBlocks(text: string): string {
  const document = parseDocument(text, { intAsBigInt: true });
  visit(document, { Collection: (_, node) => void (node.flow = false) });
  return document.toString({ lineWidth: 0 });
}

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, character) => (sum * 31 + character.codePointAt(0)! + seed) % 1009, 7);
}

describe("extracting a base", () => {
  it("adds the base and nothing else", () => {
    const before = "models:\n  A: { fields: { id: string, a: string } }\n  B: { fields: { id: string, b: string } }";
    const after =
      "models:\n  Base: { fields: { id: string } }\n  A: { extends: [Base], fields: { a: string } }\n  B: { extends: [Base], fields: { b: string } }";
    expect(changes(before, after)).toEqual(["model.added Base"]);
  });

  it("reports a change of the base once, where it is declared", () => {
    const spec = (type: string): string =>
      `models:\n  A: { extends: [Base] }\n  B: { extends: [A], fields: { b: string } }\n  Base: { fields: { id: ${type} } }`;
    expect(changes(spec("string"), spec("integer"))).toEqual(["type.changed Base.id"]);
    expect(changes(spec("string"), spec("string, more: string"))).toEqual(["field.added.optional Base.more"]);
    expect(changes(spec("string, more: string"), spec("string"))).toEqual(["field.removed.optional Base.more"]);
  });
});

describe("a rename", () => {
  const model = (fields: string): string => `models:\n  A: { fields: { ${fields} } }`;

  it("of a field is recognized between the same neighbors", () => {
    expect(changes(model("a: string, b: integer, c: string"), model("a: string, x: integer, c: string"))).toEqual([
      "field.renamed.optional A.x: b -> x",
    ]);
  });

  it("of a field may change its description", () => {
    expect(changes(model("a: string, b: integer"), model("a: string, x: { type: integer, description: X. }"))).toEqual([
      "docs.description-changed A.x",
      "field.renamed.optional A.x: b -> x",
    ]);
  });

  it("of a field is not recognized at another position, with another type, or if there are two", () => {
    expect(changes(model("a: string, b: integer"), model("x: string, b: integer"))).toEqual([
      "field.renamed.optional A.x: a -> x",
    ]);
    expect(changes(model("a: string, b: integer"), model("b: integer, x: string"))).toEqual([
      "field.removed.optional A.a",
      "field.added.optional A.x",
    ]);
    expect(changes(model("a: string"), model("x: integer"))).toEqual([
      "field.added.optional A.x",
      "field.removed.optional A.a",
    ]);
    expect(changes(model("a: string, b: string"), model("x: string, y: string"))).toHaveLength(4);
  });

  it("of a model is recognized if two thirds are the same, and the rest is reported under the new name", () => {
    const before = "models:\n  A: { fields: { a: string, b: integer, c: date } }\n  Z: { fields: { z: A } }";
    const after = "models:\n  N: { fields: { a: string, b: integer, d: uuid } }\n  Z: { fields: { z: N } }";
    expect(changes(before, after)).toEqual([
      "model.renamed N: A -> N",
      "field.added.optional N.d",
      "field.removed.optional N.c",
    ]);
  });

  it("of a model is not recognized if less is the same, or if two candidates are equally good", () => {
    const before = "models:\n  A: { fields: { a: string, b: integer } }";
    expect(changes(before, "models:\n  N: { fields: { a: string, c: integer } }")).toEqual([
      "model.added N",
      "model.removed A",
    ]);
    const two = "models:\n  M: { fields: { a: string, b: integer } }\n  N: { fields: { a: string, b: integer } }";
    expect(changes(before, two)).toEqual(["model.added M", "model.removed A", "model.added N"]);
  });

  it("of models that refer to each other and to themselves is recognized", () => {
    const spec = (a: string, b: string): string =>
      `models:\n  ${a}: { fields: { id: string, name: string, self: ${a} } }\n  ${b}: { fields: { id: string, of: ${a}, self: ${b} } }`;
    expect(changes(spec("A", "B"), spec("X", "Y"))).toEqual(["model.renamed X: A -> X", "model.renamed Y: B -> Y"]);
  });
});

describe("inline types", () => {
  it("are part of their owner, with the way to them", () => {
    const spec = (city: string): string =>
      `models:\n  A: { fields: { address: { fields: { city: ${city} } }, all: { type: array, items: { fields: { b: ${city} } } } } }`;
    expect(changes(spec("string"), spec("integer"))).toEqual(["type.changed A.address.city", "type.changed A.all.b"]);
  });

  it("that are written out several times and declared once are one record", () => {
    const inline = "models:\n  A: { fields: { x: { enum: [a, b] }, y: { enum: [a, b] } } }";
    const declared = "models:\n  A: { fields: { x: E, y: E } }\n  E: { enum: [a, b] }";
    expect(changes(inline, declared)).toEqual(["model.extracted E"]);
    expect(changes(declared, inline)).toEqual(["model.inlined E"]);
  });

  it("that differ from the declared type are a change of type", () => {
    const inline = "models:\n  A: { fields: { x: { enum: [a, b] } } }";
    const declared = "models:\n  A: { fields: { x: E } }\n  E: { enum: [a] }";
    expect(changes(inline, declared)).toEqual(["type.changed A.x", "model.added E"]);
  });
});

describe("a definition of another kind", () => {
  it("is one record, not one for every field that refers to it", () => {
    const spec = (a: string): string =>
      `models:\n  A: ${a}\n  B: { fields: { a: A, all: "A[]" } }\n  C: { fields: { c: string } }`;
    expect(changes(spec("{ fields: { a: string } }"), spec("{ oneOf: [B, C] }"))).toEqual(["type.changed A"]);
  });
});

describe("documents of another model", () => {
  const wire = (before: string, after: string): readonly string[] => {
    const spec = (type: string): string => `models:
  M: { fields: { x: ${type} } }
  A: { fields: { a: { type: string, required: true }, b: string } }
  Same: { fields: { b: string, a: { type: string, required: true } } }
  Less: { fields: { a: { type: string, required: true } } }
  More: { fields: { a: { type: string, required: true }, b: string, c: { type: string, required: true } } }
  Other: { fields: { a: { type: integer, required: true } } }
`;
    const { changes } = diffSpecs(resolve(spec(before)), resolve(spec(after)));
    return changes.map((each) => `${each.kind} ${each.wire.read} ${each.wire.write}`);
  };

  it("are read as far as they have what it requires", () => {
    expect(wire("A", "Same")).toEqual(["type.changed none none"]);
    expect(wire("A", "Less")).toEqual(["type.changed none silent"]);
    expect(wire("A", "More")).toEqual(["type.changed silent breaking"]);
    expect(wire("A", "Other")).toEqual(["type.changed breaking breaking"]);
    expect(wire('"A[]"', '"More[]"')).toEqual(["type.changed silent breaking"]);
  });
});
