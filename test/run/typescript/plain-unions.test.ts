/** `style: interfaces`: unions of plain data, whose members are distinguished only by their data. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile, load, typescriptOfSpec, writeFiles } from "./tree.js";

const spec = `
models:
  Payment:
    oneOf: [Card, Transfer]
    discriminator: { field: method, mapping: { credit: Card, debit: Card, transfer: Transfer } }
  Card: { fields: { method: { type: string, required: true }, digits: { type: string, required: true } } }
  Transfer: { fields: { method: { type: string, required: true }, iban: string } }

  Version:
    oneOf: [First, Later]
    discriminator: { field: version, mapping: { 1: First, 2: Later, 9007199254740993: Later } }
  First: { fields: { version: { type: integer, required: true } } }
  Later: { fields: { version: { type: long, required: true } } }

  Named: { oneOf: [Snake, Camel] }
  Snake: { fields: { first_name: { type: string, required: true } } }
  Camel: { fields: { firstName: { type: string, required: true } } }

  Shape: { oneOf: [Point, Place, Area, "map<string>", Payment, decimal] }
  Point: { fields: { x: { type: integer, required: true } } }
  Area: { fields: { x: { type: integer, required: true }, parts: "Shape[]", size: integer } }
  Place: { fields: { x: { type: integer, required: true }, name: string, parts: "Shape[]" } }
`;

const use = `
import { shared } from "./sdk/models/index.js";

export function digitsOf(payment: shared.Payment): string | undefined {
  switch (payment.method) {
    case "credit":
    case "debit":
      return payment.digits;
    case "transfer":
      return payment.iban;
    case undefined:
      return JSON.stringify(payment.$unknown);
  }
}

export function numberOf(version: shared.Version): number | string | undefined {
  if ("$unknown" in version) return undefined;
  return version.version === 1 ? version.version : version.version;
}

const card = shared.createCard({ method: "debit", digits: "1" });
export const payment: shared.Payment = shared.createPayment(card);
export const literal: shared.Payment = { ...card, method: "credit" };
// @ts-expect-error: no member has this tag
export const cash: shared.Payment = { method: "cash" };
`;

const folder = mkdtempSync(join(tmpdir(), "modelwright-"));
let shared: any;

beforeAll(async () => {
  writeFiles(
    folder,
    (await typescriptOfSpec(spec, { style: "interfaces", int64: "string" }))!.map((file) => {
      return { path: file.path.replace(/^out\//, ""), text: file.text };
    }),
  );
  writeFileSync(join(folder, "src/use.ts"), use);
  expect(compile(folder)).toBe("");
  shared = (await load(folder)).shared;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads a document and checks that it is written back unchanged. */
function read(name: string, json: string): unknown {
  const data = shared[`parse${name}`](json);
  expect(shared[`stringify${name}`](structuredClone(data))).toBe(json);
  return data;
}

test("a tag distinguishes models, wherever it is", () => {
  expect(read("Payment", '{"digits":"1","method":"debit"}')).toEqual({ digits: "1", method: "debit" });
  expect(read("Version", '{"version":9007199254740993}')).toEqual({ version: "9007199254740993" });
  expect(read("Version", '{"version":1}')).toEqual({ version: 1 });
  expect(read("Version", '{"version":3}')).toEqual({ $unknown: { version: 3 } });
});

test("JSON whose names would be lost is kept unchanged", () => {
  expect(read("Named", '{"first_name":"Ada"}')).toEqual({ firstName: "Ada" });
  expect(read("Named", '{"firstName":"Ada"}')).toEqual({ $unknown: { firstName: "Ada" } });
});

test("the best matching member is found again", () => {
  expect(read("Shape", '{"x":1}')).toEqual({ x: 1 });
  expect(read("Shape", '{"name":"a","x":1}')).toEqual({ name: "a", x: 1 });
  expect(read("Shape", '{"name":"a","parts":[{"x":1},"1.50",[1]],"x":1,"y":2}')).toEqual({
    name: "a",
    parts: [{ x: 1 }, "1.50", { $unknown: [1] }],
    x: 1,
    additionalProperties: { y: 2 },
  });
  expect(read("Shape", '{"$unknown":"a"}')).toEqual({ $unknown: { $unknown: "a" } });
  expect(read("Shape", "12345678901234567890")).toBe("012345678901234567890");
  expect(read("Shape", '{"method":"cash"}')).toEqual({ method: "cash" });
  expect(read("Shape", '{"method":1}')).toEqual({ $unknown: { method: 1 } });
});

test("members are built from their fields", () => {
  expect(shared.createShape({ x: 1, name: "a", parts: [{ x: 2 }] })).toEqual({ x: 1, name: "a", parts: [{ x: 2 }] });
  expect(shared.createVersion({ version: 2n })).toEqual({ version: "2" });
  expect(() => shared.createVersion({ version: 3 })).toThrow("$.version must be the tag of a member");
  expect(() => shared.createShape(true)).toThrow("$ must be a value of a member, not true");
});

test("nested members are read and built in linear time", () => {
  const nested = (levels: number): string => (levels === 0 ? '{"x":1}' : `{"parts":[${nested(levels - 1)}],"x":1}`);
  const json = nested(45);
  const data = shared.parseShape(json);
  expect(shared.stringifyShape(data)).toBe(json);
  expect(shared.validateShape(data)).toEqual([]);
  expect(shared.stringifyShape(shared.createShape(data))).toBe(json);
});
