/** The hash that decides whether the pages of a definition must be made again. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { hashOf } from "../../src/disk/hash.js";
import { checkSpec } from "../../src/spec/check.js";
import { parseSpecFile } from "../../src/spec/parse.js";
import { visibleHashes } from "../../src/spec/visible.js";

/** The hash of every definition, by its name. */
function hashesOf(models: object): ReadonlyMap<string, string> {
  const parsed = parseSpecFile({ path: "spec/a.yaml", text: JSON.stringify({ models }) });
  const spec = checkSpec([parsed], { versions: [] }, []).value!({ version: undefined, inlineNames: "short" });
  return new Map([...visibleHashes(spec, hashOf)].map(([{ name }, hash]) => [name, hash]));
}

const any = (example: unknown): object => ({ A: { fields: { some: { type: "any", example } } } });

/** Values that look alike: few words, all kinds of nesting. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("", "a", "1", "[", "]", "{ a", '" 1 a', "0 1", 1, 0, -1, 11, true, "true", "null"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom("", "a", "0", "1", "{"), tie("value")), { maxLength: 3 }).map(Object.fromEntries),
  ),
}));

it("differs if an example differs", () => {
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [[], {}],
    [{ a: 1 }, [["a", 1]]],
    [["a", 1], { a: 1 }],
    [{ 0: 1 }, [1]],
    [1, "1"],
  ];
  for (const [one, other] of pairs) expect(hashesOf(any(one)).get("A")).not.toBe(hashesOf(any(other)).get("A"));
  fc.assert(
    fc.property(value, value, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(hashesOf(any(one)).get("A") === hashesOf(any(other)).get("A")).toBe(isSame);
    }),
    { numRuns: 2000 },
  );
});

it("differs for all definitions that refer to a changed one, and for no others", () => {
  const models = (description: string): object => ({
    Changed: { description, fields: { a: "string" } },
    Direct: { fields: { changed: "Changed" } },
    Indirect: { fields: { direct: "Direct[]" } },
    Either: { oneOf: ["Changed", "Other"] },
    Other: { fields: { b: "string" } },
    Aside: { fields: { c: "string" } },
  });
  const [before, after] = [hashesOf(models("before")), hashesOf(models("after"))];
  const changed = [...before.keys()].filter((name) => before.get(name) !== after.get(name));
  expect(changed.sort()).toEqual(["Changed", "Direct", "Either", "Indirect", "Other"]);
});
