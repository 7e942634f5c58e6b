/** Generated TypeScript is laid out as prettier would lay it out, at any width. */
import fc from "fast-check";
import * as prettier from "prettier";
import { describe, expect, test } from "vitest";
import type { Piece } from "../../src/code/code.js";
import { layOut } from "../../src/code/lay-out.js";
import {
  array,
  assignment,
  atom,
  call,
  type Expression,
  object,
  property,
} from "../../src/languages/typescript/expressions.js";
import { dialect } from "../../src/languages/typescript/dialect.js";
import {
  alias,
  generic,
  mapped,
  keyword,
  list,
  reference,
  type TypeExpression,
  union,
} from "../../src/languages/typescript/type-expressions.js";

/** Splits values into files of this many each, since prettier takes longer to start a file than to format a value. */
const runs = { numRuns: 30 };
const valuesInFile = { minLength: 1, maxLength: 40, size: "max" } as const;

/** Names of lengths around the line limit. */
const name = fc
  .tuple(fc.constantFrom("a", "b", "owner", "Z"), fc.oneof(fc.nat(12), fc.nat(70)))
  .map(([start, length]) => start + "x".repeat(length));
const text = fc
  .oneof(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40, unit: fc.constantFrom("a", " ", "é", "漢", "😀") }))
  .map((value) => JSON.stringify(value.replace(/["'\\]/g, "")));
const number = fc
  .oneof(fc.nat(), fc.integer(), fc.integer({ min: 0, max: 9 }))
  .map((value) => atom(String(value), value < 0 ? "other" : "number or boolean"));

const literal = fc.letrec<{ value: Expression; list: Expression; object: Expression }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text.map((value) => atom(value, "string")),
    number,
    fc.constantFrom("null", "12n").map((value) => atom(value)),
    fc.boolean().map((value) => atom(String(value), "number or boolean")),
    tie("list"),
    tie("object"),
  ),
  list: fc.oneof(fc.array(tie("value"), { maxLength: 6 }), fc.array(number, { maxLength: 40 })).map(array),
  object: fc
    .uniqueArray(fc.tuple(name, tie("value")), { maxLength: 4, selector: ([key]) => key })
    .map((entries) => object(entries.map(([key, value]) => property(key, value)))),
}));

/** Objects with one property per line, which prettier keeps that way. */
const tall = fc.letrec<{ value: Expression; object: Expression }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    literal.value,
    fc.tuple(name, literal.value).map(([callee, argument]) => call(`new Z${callee}`, argument)),
    tie("object"),
    tie("object").map((item) => array([item])),
  ),
  object: fc.uniqueArray(fc.tuple(name, tie("value")), { maxLength: 4, selector: ([key]) => key }).map((entries) =>
    object(
      entries.map(([key, value]) => property(key, value)),
      true,
    ),
  ),
}));

const expression = fc.letrec<{ call: Expression; argument: Expression }>((tie) => ({
  call: fc
    .tuple(
      fc.constantFrom("t.required", "t.array", "t.nullable"),
      fc.array(tie("argument"), { minLength: 1, maxLength: 4 }),
    )
    .map(([callee, args]) => call(callee, ...args)),
  argument: fc.oneof(
    { maxDepth: 4 },
    name.map((value) => atom(value)),
    text.map((value) => atom(value, "string")),
    number,
    tie("call"),
    tie("call"),
  ),
}));

const field = fc
  .tuple(text, expression.call, fc.option(literal.value, { nil: undefined }))
  .map(([key, type, initial]) =>
    call("t.optional", atom(key, "string"), type, ...(initial === undefined ? [] : [initial])),
  );

const type = fc.letrec<{ type: TypeExpression; slot: TypeExpression }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("string", "number", "unknown", '"a constant"').map(keyword),
    name.map((each) => reference(each.toUpperCase())),
    name.map((each) => reference(`${each.toUpperCase()}.Init`)),
    tie("slot").map(list),
    tie("slot").map((values) => generic("t.Dictionary", values)),
    tie("slot").map((value) => mapped("Status", value)),
  ),
  slot: fc.oneof(
    tie("type"),
    tie("type").map((each) => union([each, keyword("null")])),
    fc.array(tie("type"), { minLength: 1, maxLength: 4 }).map(union),
  ),
}));

describe("matches prettier:", () => {
  test("properties of an object", async () => {
    await holds(fc.tuple(name, fc.oneof(field, literal.value)), ([key, value]) => {
      return `const made = {\n  first: 1,\n${laidOut("  ", property(key, value), ",")}\n};\n`;
    });
  });

  test("returned calls", async () => {
    await holds(expression.call, (code) => `function made() {\n${laidOut("  return ", code, ";")}\n}\n`);
  });

  test("new objects", async () => {
    await holds(fc.tuple(name, fc.oneof(literal.object, tall.object)), ([each, init]) => {
      const code = call(`new Z${each}`, init);
      return `${laidOut(assignment("const value", code), ";")}\n`;
    });
  });

  test("properties of classes and interfaces", async () => {
    await holds(fc.tuple(name, type.slot), ([each, slot]) => {
      return [
        "class Made {",
        laidOut(`  readonly ${each}?: `, slot, ";"),
        "}",
        "namespace Made {",
        "  interface Init {",
        laidOut(`    readonly ${each}: `, slot, ";"),
        "  }",
        "}\n",
      ].join("\n");
    });
  });

  test("type aliases", async () => {
    await holds(fc.tuple(name, type.slot), ([each, slot]) => `${laidOut(alias(`export type Z${each}`, slot), ";")}\n`);
  });
});

/** A line of code as it appears in a template. */
function laidOut(...line: readonly Piece[]): string {
  return layOut(line, dialect);
}

async function holds<T>(values: fc.Arbitrary<T>, write: (value: T) => string): Promise<void> {
  const check = async (some: readonly T[]): Promise<void> => {
    const code = some.map(write).join("\n");
    expect(code).toBe(await prettier.format(code, { parser: "typescript" }));
  };
  await fc.assert(fc.asyncProperty(fc.array(values, valuesInFile), check), runs);
}
