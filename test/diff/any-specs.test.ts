/** Any two specs can be compared, in all languages and with all options. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import { madeSpecFile } from "../fuzz/made-spec.js";
import { check } from "../spec/show.js";
import { judged, usualConfig } from "./judged.js";

const others = `targets:
  data: { language: typescript, output: ts, style: interfaces, int64: string, dates: string, docs: { look: full } }
  any: { language: ruby, output: rb, unions: any, typePrefix: relative, inlineNames: short }
  bean: { language: java, output: java, accessors: bean, validation: jakarta, jackson: '3' }
`;

/** Small edits, so that names stay the same. */
const edits = [
  ['"string"', '"integer"'],
  ['"integer"', '"decimal"'],
  ['"date"', '"string?"'],
  ['"required":true', '"required":false'],
  ['"required":false', '"required":true'],
  ['"open":true', '"open":false'],
  ['"readOnly":true', '"readOnly":false'],
  ['"writeOnly":false', '"writeOnly":true'],
  ['"additionalProperties":false', '"additionalProperties":"string"'],
  ['"description":"', '"description":"!'],
  ["[]", "?[]"],
  ["map<", "map<MapKeys, "],
  ['"oneOf":["', '"oneOf":["uuid","'],
  ['"enum":["', '"enum":["more","'],
] as const;

function pairs(hostility: "strings" | "names"): fc.Arbitrary<readonly [string, string]> {
  const made = madeSpecFile(hostility);
  const edited = fc.tuple(made, fc.subarray([...edits], { minLength: 1 })).map(([text, some]) => {
    return [text, some.reduce((all, [from, to]) => all.replaceAll(from, to), text)] as const;
  });
  return fc.oneof({ weight: 4, arbitrary: edited }, fc.tuple(made, made));
}

it.each(["strings", "names"] as const)("with hostile %s", (hostility) => {
  let compared = 0;
  const found = new Set<string>();
  fc.assert(
    fc.property(pairs(hostility), ([one, other]) => {
      if ([one, other].some((text) => hasErrors(check(text).diagnostics) || check(text).value === undefined)) return;
      compared++;
      for (const config of [usualConfig, others]) {
        for (const { kind, reason, fingerprint } of judged(one, other, { before: config }).changes) {
          found.add(kind);
          expect(reason).not.toMatch(/^\s|[\r\n\u2028\u2029]|\[object /);
          expect(reason.split("`").length % 2).toBe(1);
          expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
        }
        expect(judged(one, one, { before: config }).changes).toEqual([]);
      }
    }),
    { numRuns: 150, seed: 17 },
  );
  expect(compared).toBeGreaterThan(10);
  expect(found.size).toBeGreaterThan(10);
});
