import { describe, expect, it } from "vitest";
import { check, definition, field, messages, resolve, show } from "./show.js";

describe("extends", () => {
  it("inherits the handling of unknown fields from the last base; keeping them explicitly counts least", () => {
    const text = `models:
  Whole: { additionalProperties: integer }
  Closed: { additionalProperties: false }
  Open: { additionalProperties: true }
  A: { extends: [Whole, Open] }
  B: { extends: [Closed, Open] }
  C: { extends: [Closed, Whole] }
  D: { extends: [Open], fields: { a: string } }
  E: { extends: [Closed], additionalProperties: true }`;
    expect(show(text)).toEqual([
      "model Whole { others: integer }",
      "model Closed { no others }",
      "model Open { others }",
      "model A extends Whole, Open { others: integer }",
      "model B extends Closed, Open { no others }",
      "model C extends Closed, Whole { others: integer }",
      "model D extends Open { a: string, others }",
      "model E extends Closed { others }",
    ]);
  });

  it("inherits fields in order; one that is declared again keeps its position", () => {
    const text = `models:
  A: { abstract: true, fields: { id: string, name: string } }
  B: { fields: { name: integer, size: integer }, additionalProperties: false }
  C: { extends: [A, B], fields: { id: { type: uuid, required: true }, own: boolean } }
  D: { extends: [C], additionalProperties: string }`;
    expect(show(text)).toEqual([
      "abstract model A { id: string, name: string }",
      "model B { name: integer, size: integer, no others }",
      "model C extends A, B { id!: uuid, name: integer, size: integer, own: boolean, no others }",
      "model D extends C { id!: uuid, name: integer, size: integer, own: boolean, others: string }",
    ]);
  });

  it("does not depend on the order of models; a field of a model may extend it", () => {
    const text = `models:
  Leaf: { extends: [Tree], fields: { size: integer } }
  Tree: { fields: { left: Tree, child: { extends: [Tree], fields: { own: string } } } }`;
    expect(show(text)).toEqual([
      "model Leaf extends Tree { left: Tree, child: Tree_child, size: integer }",
      "model Tree { left: Tree, child: Tree_child }",
      "model Tree_child extends Tree { left: Tree, child: Tree_child, own: string }",
    ]);
  });
});

describe("from", () => {
  it("has the source's fields in the source's order; inline types are shared, own fields replace", () => {
    const text = `models:
  A: { fields: { a: { type: string, required: true }, b: { fields: { x: string } }, c: { type: integer, default: 1, required: true } } }
  B: { from: A, pick: [c, a] }
  C: { from: A, omit: [b], partial: true, fields: { c: boolean, d: string } }
  D: { from: C, omit: [d], additionalProperties: false }
  E: { extends: [D], fields: { inner: { from: A, pick: [b] } } }`;
    expect(show(text)).toEqual([
      "model A { a!: string, b: A_b, c!: integer = 1 }",
      "model A_b { x: string }",
      "model B { a!: string, c!: integer = 1 }",
      "model C { a: string, c: boolean, d: string }",
      "model D { a: string, c: boolean, no others }",
      "model E extends D { a: string, c: boolean, inner: E_inner, no others }",
      "model E_inner { b: A_b }",
    ]);
    expect(field(resolve(text), "B", "c").default).toBe(1);
    expect(field(resolve(`${text}\n  P: { from: A, partial: true }`), "P", "c").default).toBe(undefined);
  });

  it("documents its source", () => {
    const text = `models:
  A: { description: source, fields: { a: string, b: string, c: string } }
  All: { from: A }
  One: { from: A, pick: [b], partial: true }
  Two: { from: A, pick: [b, a], description: own }
  Rest: { from: A, omit: [a] }
  Silent: { from: A, description: "" }`;
    const spec = resolve(text);
    const descriptions = ["All", "One", "Two", "Rest", "Silent"].map((name) => definition(spec, name).description);
    expect(descriptions).toEqual([
      "The fields of `A`.",
      "The field `b` of `A`, optional.",
      "own\n\nThe fields `b` and `a` of `A`.",
      "The fields of `A` except `a`.",
      undefined,
    ]);
  });

  it("follows the source through its versions; names of any version are known", () => {
    const text = `models:
  A: { fields: { a: string, b: { type: string, added: v2 }, c: { type: string, removed: v2 } } }
  B: { from: A, omit: [b] }
  C: { from: A, pick: [b, c, a], changed: { v2: { pick: [b] } } }`;
    const versions = ["v1", "v2"];
    expect(show(text, { versions, version: "v1" })).toContain("model B { a: string, c: string }");
    expect(show(text, { versions, version: "v1" })).toContain("model C { a: string, c: string }");
    expect(show(text, { versions, version: "v2" })).toContain("model B { a: string }");
    expect(show(text, { versions, version: "v2" })).toContain("model C { b: string }");
    expect(messages(check(`${text}\n  D: { from: A, pick: [d] }`, { versions }).diagnostics)).toEqual([
      'unknown-field: "A" has no field "d"',
    ]);
  });
});

describe("an alias that contains itself", () => {
  it("is a union with one member, directly or through others", () => {
    const text = `models:
  Tree: Tree[]
  Row: Cells?
  Cells: { type: array, items: Cell, maxItems: 9 }
  Cell: { type: map, values: Row? }
  Maybe: { oneOf: [null, { type: array, items: Maybe }] }
  Items: Item[]
  Item: { fields: { more: Items, row: Row } }`;
    expect(show(text)).toEqual([
      "union Tree = [Tree]",
      "union Cells = [Cell](maxItems 9)",
      "union Cell = map<Cells?>",
      "union Maybe = [Maybe?]",
      "model Item { more: [Item], row: Cells? }",
    ]);
  });
});

describe("versions", () => {
  const text = `models:
  M:
    description: old
    changed: { b: { description: new } }
    fields:
      always: { type: string, example: 1st, changed: { c: { example: 3rd }, b: { example: 2nd, minLength: 1 } } }
      early: { type: Gone, removed: b }
      late: { type: string, added: b, removed: c }
      kind: { enum: [x, { value: y, added: b }, { value: z, removed: c, changed: { b: { name: Zed } } }] }
      any: { oneOf: [string, { type: integer, added: b }] }
      was: { type: string, description: text, changed: { b: { description: null, type: integer? } } }
  Gone: { removed: b, fields: {} }
  New: { added: c, enum: [n] }`;
  const versions = ["a", "b", "c"];

  it.each([
    [
      "a",
      [
        "model M { always: string, early: Gone, kind: M_kind, any: M_any, was: string }",
        "enum M_kind = x | z",
        "union M_any = string",
        "model Gone {  }",
      ],
    ],
    [
      "b",
      [
        "model M { always: string(minLength 1), late: string, kind: M_kind, any: M_any, was: integer? }",
        "enum M_kind = x | y | z",
        "union M_any = string | integer",
      ],
    ],
    [
      "c",
      [
        "model M { always: string(minLength 1), kind: M_kind, any: M_any, was: integer? }",
        "enum M_kind = x | y",
        "union M_any = string | integer",
        "enum New = n",
      ],
    ],
  ])("%s", (version, expected) => {
    expect(show(text, { versions, version })).toEqual(expected);
  });

  it("change documentation too", () => {
    const [a, b, c] = versions.map((version) => resolve(text, { versions, version }));
    expect([a, b, c].map((spec) => definition(spec!, "M").description)).toEqual(["old", "new", "new"]);
    expect([a, b, c].map((spec) => field(spec!, "M", "always").examples)).toEqual([["1st"], ["2nd"], ["3rd"]]);
    expect([a, b].map((spec) => field(spec!, "M", "was").description)).toEqual(["text", undefined]);
    expect(definition(b!, "M_kind")).toMatchObject({ values: [{}, {}, { value: "z", name: "Zed" }] });
  });

  it("replace one example by several, or none", () => {
    const text = `models: { M: { fields: { a: { type: string, example: x, changed: { b: { examples: [] }, c: { examples: [y, z] } } } } } }`;
    const all = versions.map((version) => field(resolve(text, { versions, version }), "M", "a").examples);
    expect(all).toEqual([["x"], [], ["y", "z"]]);
  });

  it("may remove structure", () => {
    const text = `models:
  M:
    fields:
      a: { items: string, example: [x], changed: { b: { items: null, type: string, example: x }, c: { enum: [x, y] } } }`;
    const all = versions.map((version) => show(text, { versions, version }));
    expect(all).toEqual([
      ["model M { a: [string] }"],
      ["model M { a: string }"],
      ["model M { a: M_a }", "enum M_a = x | y"],
    ]);
  });

  it("allow a name to mean different types in different versions", () => {
    const text = "models: { M: { removed: b, fields: {} } }";
    const other = "models: { M: { added: b, enum: [x] } }";
    expect(show({ "1.yaml": text, "2.yaml": other }, { versions, version: "a" })).toEqual(["model M {  }"]);
    expect(show({ "1.yaml": text, "2.yaml": other }, { versions, version: "b" })).toEqual(["enum M = x"]);
  });
});

describe("namespaces", () => {
  const files = {
    "a.yaml": "namespace: cats\nmodels: { Name: { fields: { own: Name } }, Tail: { fields: {} } }",
    "b.yaml": "models: { Name: { fields: { own: Name } } }",
    "c.yaml": "namespace: a.b\nmodels: { Zoo: { fields: { tail: Tail, cat: cats.Name, plain: .Name, zoo: a.b.Zoo } } }",
  };

  it("find names in their own namespace first, then unique names anywhere, then qualified names", () => {
    const spec = resolve(files);
    const targets = ["tail", "cat", "plain", "zoo"].map((name) => {
      const { type } = field(spec, "Zoo", name);
      return type.kind === "reference" ? [type.to.namespace, type.to.name] : [];
    });
    expect(targets).toEqual([
      ["cats", "Tail"],
      ["cats", "Name"],
      [undefined, "Name"],
      ["a.b", "Zoo"],
    ]);
    const own = spec.definitions.flatMap((each) => (each.kind === "model" && each.name === "Name" ? each.fields : []));
    expect(own.map(({ type }) => (type.kind === "reference" ? type.to.namespace : ""))).toEqual(["cats", undefined]);
  });
});

describe("documentation", () => {
  const spec = resolve(`models:
  M:
    fields:
      a: Said
      b: { type: Said, description: own, deprecated: false, examples: [] }
      c: { type: Said?, description: "" }
      d: { items: Said }
      e: Other
      f: { type: string, deprecated: true, examples: [x, y], externalDocs: { url: "https://a.b", description: More } }
      g: { type: string, deprecated: { message: because, use: f } }
      h: { type: string, default: d, required: true, readOnly: false, rename: { java: gee, ruby: hh } }
  Said: { description: said, example: {}, deprecated: why, externalDocs: { url: "https://c.d" }, fields: {} }
  Other: { type: Said, description: other }`);
  const said = {
    description: "said",
    deprecated: { message: "why", use: undefined },
    externalDocs: { url: "https://c.d" },
  };

  it("comes from the type if a field is only a reference", () => {
    expect(field(spec, "M", "a")).toMatchObject({ ...said, examples: [new Map()] });
    expect(field(spec, "M", "b")).toMatchObject({ description: "own", deprecated: undefined, examples: [] });
    expect(field(spec, "M", "c")).toMatchObject({ ...said, description: undefined });
    expect(field(spec, "M", "d")).toMatchObject({ description: undefined, examples: [], deprecated: undefined });
    expect(field(spec, "M", "e")).toMatchObject({ ...said, description: "other" });
  });

  it("has several forms", () => {
    expect(field(spec, "M", "f")).toMatchObject({
      deprecated: { message: undefined, use: undefined },
      examples: ["x", "y"],
      externalDocs: { url: "https://a.b", description: "More" },
    });
    expect(field(spec, "M", "g").deprecated).toEqual({ message: "because", use: "f" });
    expect(field(spec, "M", "h")).toMatchObject({
      default: "d",
      required: true,
      renames: new Map([
        ["java", "gee"],
        ["ruby", "hh"],
      ]),
    });
    const renamed = resolve("models: { M: { fields: { oid: { type: string, rename: order_id } } } }");
    expect(field(renamed, "M", "oid")).toMatchObject({ alias: "order_id", renames: new Map() });
  });
});

describe("input and output models", () => {
  it("are made of models with read-only or write-only fields, and of everything that refers to them", () => {
    const text = `models:
  Read: { fields: { id: { type: string, readOnly: true }, name: string }, names: { java: Lesen } }
  Write: { fields: { secret: { type: string, writeOnly: true } } }
  User: { fields: { list: "Read[]" } }
  Both: { extends: [Read], fields: { w: map<Write>, inner: { oneOf: [Write, string] } } }
  None: { fields: { self: None } }`;
    expect(show(text)).toEqual([
      "model Read { id readOnly: string, name: string }",
      "model ReadInput { name: string }",
      "model Write { secret writeOnly: string }",
      "model WriteOutput {  }",
      "model User { list: [Read] }",
      "model UserInput { list: [ReadInput] }",
      "model BothInput extends ReadInput { name: string, w: map<Write>, inner: Both_inner }",
      "model BothOutput extends Read { id readOnly: string, name: string, w: map<WriteOutput>, inner: Both_innerOutput }",
      "union Both_inner = Write | string",
      "union Both_innerOutput = WriteOutput | string",
      "model None { self: None }",
    ]);
    const spec = resolve(text);
    expect(definition(spec, "ReadInput").names).toEqual(new Map([["java", "LesenInput"]]));
    expect(definition(spec, "Both_innerOutput").owner?.name).toBe("BothOutput");
    for (const each of spec.definitions)
      expect(each.owner === undefined || spec.definitions.includes(each.owner)).toBe(true);
  });
});

describe("mistakes", () => {
  it("are reported once for all versions, and name the versions unless they are in all", () => {
    const text = "models: { M: { fields: { a: Non, b: { type: Nan, added: c }, c: { type: Nin, added: b } } } }";
    expect(messages(check(text, { versions: ["a", "b", "c"] }).diagnostics)).toEqual([
      'unknown-type: unknown type "Non"',
      'unknown-type: unknown type "Nan" in version "c"',
      'unknown-type: unknown type "Nin" in versions "b" and "c"',
    ]);
  });

  it("in a file that is not YAML hide errors about references to its models", () => {
    const { value, diagnostics } = check({ "a.yaml": "models: { A: { fields: { b: B } } }", "b.yaml": "models: [" });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["not-yaml"]);
  });

  it("are in the order of the files", () => {
    const { diagnostics } = check({ "a.yaml": "models: { A: { fields: { b: B } } }", "b.yaml": "model: {}" });
    expect(diagnostics.map(({ code, span }) => [code, span?.file])).toEqual([
      ["unknown-type", "a.yaml"],
      ["unknown-key", "b.yaml"],
    ]);
  });

  it("in very long chains are diagnostics too", () => {
    const chain = (line: (index: number) => string) =>
      `models:\n${Array.from({ length: 3000 }, (_, index) => `  M${index}: ${line(index + 1)}\n`).join("")}  M3000: { fields: {} }\n`;
    const codes = (text: string) => [...new Set(check(text).diagnostics.map(({ code }) => code))];
    expect(codes(chain((next) => `M${next}[]`))).toEqual(["too-deep"]);
    expect(codes(chain((next) => `{ extends: [M${next}] }`))).toEqual(["too-deep"]);
    expect(codes(chain((next) => `{ oneOf: [M${next}, string] }`))).toEqual(["too-deep"]);
    expect(codes(chain((next) => `{ oneOf: [M${next}] }`))).toEqual(["too-deep"]);
    expect(codes(chain((next) => `{ fields: { a: { type: M${next}, required: true } } }`))).toEqual([]);
  });
});

it("an empty file has no models", () => {
  expect(show("")).toEqual([]);
  expect(show("# only a comment\n")).toEqual([]);
  expect(show("models: {}\n")).toEqual([]);
});

describe("checkExamples: false", () => {
  const fieldOf = (more: string): string => `models: { M: { fields: { a: { type: integer, ${more} } } } }`;

  it.each(["example: x", "examples: [x, y]"])("keeps %s, which does not fit, without a warning", (given) => {
    const { diagnostics } = check(fieldOf(given));
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["example-mismatch"]));
    const marked = fieldOf(`${given}, checkExamples: false`);
    expect(check(marked).diagnostics).toEqual([]);
    expect(field(resolve(marked), "M", "a").examples).toEqual(field(resolve(fieldOf(given)), "M", "a").examples);
  });

  it("does not affect defaults, other fields, or examples where it is true", () => {
    expect(messages(check(fieldOf("checkExamples: false, default: x")).diagnostics)).toEqual([
      expect.stringMatching(/^default-mismatch: /),
    ]);
    expect(messages(check(fieldOf("checkExamples: true, example: x")).diagnostics)).toHaveLength(1);
    const items = "models: { M: { fields: { a: { checkExamples: false, items: { type: integer, example: x } } } } }";
    expect(messages(check(items).diagnostics)).toHaveLength(1);
  });

  it("applies to models and enums too, and can change with the versions", () => {
    expect(
      check("models: { M: { fields: { a: { type: string, required: true } }, example: {}, checkExamples: false } }")
        .diagnostics,
    ).toEqual([]);
    const changing = fieldOf("example: x, checkExamples: false, changed: { b: { checkExamples: null } }");
    expect(messages(check(changing, { versions: ["a", "b"] }).diagnostics)).toHaveLength(1);
    const kept = fieldOf("example: x, checkExamples: false, changed: { b: { example: y } }");
    expect(messages(check(kept, { versions: ["a", "b"] }).diagnostics)).toEqual([]);
  });
});
