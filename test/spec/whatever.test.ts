/** Any text of a spec gives a result or diagnostics, never an exception. */
import fc from "fast-check";
import { deserialize, serialize } from "node:v8";
import { expect, it } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import { configShape } from "../../src/config/shapes.js";
import { languages } from "../../src/languages/index.js";
import type { Shape } from "../../src/shape/shape.js";
import { checkSpec } from "../../src/spec/check.js";
import { parseSpecFile } from "../../src/spec/parse.js";
import { specFileRecord } from "../../src/spec/shapes.js";

const names = fc.constantFrom("A", "B", "C", "D", "n.A", "string", "__proto__", "constructor", "é", "");
const types = fc.oneof(
  names,
  fc.constantFrom("string", "integer", "object", "array", "map", "any", "date", "decimal"),
  fc.tuple(names, fc.constantFrom("[]", "?", "[]?", "[][]", "<", "]", "??")).map((parts) => parts.join("")),
  names.map((name) => `map<${name}>`),
);

/** Something that has the shape, more or less; scalars are often wrong. */
function shaped(shape: Shape<unknown>, depth: number): fc.Arbitrary<unknown> {
  if (depth > 6) return types;
  const right = rightly(shape, depth);
  return fc.oneof({ arbitrary: right, weight: 30 }, types, fc.constantFrom(null, true, 1, 1.5, -1, [], {}, "x"));
}

function rightly(shape: Shape<unknown>, depth: number): fc.Arbitrary<unknown> {
  const inner = (other: Shape<unknown>) => shaped(other, depth + 1);
  switch (shape.kind) {
    case "text":
      return shape.values === undefined
        ? fc.oneof(names, fc.constantFrom("1", "2", "3"))
        : fc.constantFrom(...shape.values);
    case "syntax":
      return types;
    case "flag":
      return fc.boolean();
    case "number":
      return fc.nat(5);
    case "scalar":
      return fc.constantFrom("a", "b", 1, 2, null, true);
    case "any":
      return fc.constantFrom<unknown>("a", 1, null, [], ["a", 1], {}, { a: 1 }, [{ b: "c" }]);
    case "list":
      return fc.array(inner(shape.items), { maxLength: 3 });
    case "dictionary":
      return fc.dictionary(fc.constantFrom("A", "B", "C", "D", "a", "1", "2", "java"), inner(shape.values), {
        maxKeys: 4,
      });
    case "either":
      return fc.oneof(...shape.options.map(inner));
    case "lazy":
      return inner(shape.shape());
    case "variant":
      return fc.oneof(...Object.values(shape.variants).map((each) => inner(each as Shape<unknown>)));
    case "record": {
      const keys = fc.uniqueArray(fc.constantFrom(...Object.keys(shape.keys)), { maxLength: 4 });
      return keys.chain((some) => {
        const wanted = depth === 0 ? Object.keys(shape.keys) : [...some, ...shape.required];
        return fc.record(Object.fromEntries(wanted.map((key) => [key, inner(shape.keys[key]!.shape)])));
      });
    }
  }
}

function runs(usual: number): number {
  return Number(process.env["FUZZ_RUNS"] ?? usual);
}

it("specs are checked in all versions, and all reported places exist", () => {
  const files = fc.array(shaped(specFileRecord as Shape<unknown>, 0), { minLength: 1, maxLength: 2 });
  let clean = 0;
  fc.assert(
    fc.property(files, fc.constantFrom([], ["1"], ["1", "2", "3"]), (contents, versions) => {
      const texts = contents.map((content) => JSON.stringify(content));
      const parsed = texts.map((text, index) => parseSpecFile({ path: `${index}`, text }));
      expect(deserialize(serialize(parsed))).toEqual(parsed);
      const { value, diagnostics } = checkSpec(parsed, { versions }, ["java"]);
      if (diagnostics.length === 0) clean++;
      for (const { span } of diagnostics) {
        const { length } = texts[Number(span!.file)]!;
        expect(span!.start >= 0 && span!.start <= span!.end && span!.end <= length).toBe(true);
      }
      for (const version of versions.length === 0 ? [undefined] : versions) value?.({ version, inlineNames: "short" });
    }),
    { numRuns: runs(1500) },
  );
  expect(clean).toBeGreaterThan(0);
});

it("configs are checked", () => {
  fc.assert(
    fc.property(shaped(configShape(languages) as Shape<unknown>, 0), (content) => {
      const text = JSON.stringify(content);
      const { value, diagnostics } = checkConfig({ path: "c", text }, languages);
      expect(value === undefined).toBe(diagnostics.length > 0);
    }),
    { numRuns: runs(500) },
  );
});

it("any strings are checked", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
      checkSpec(
        [parseSpecFile({ path: "a", text }), parseSpecFile({ path: "b", text: `models:\n  ${text}` })],
        { versions: [] },
        [],
      );
      checkConfig({ path: "c", text }, languages);
    }),
    { numRuns: runs(500) },
  );
});
