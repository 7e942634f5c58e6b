/** The contract of `Pages.of`: if nothing a definition can see changes, its pages do not change. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import type { Target } from "../../src/config/config.js";
import { hasErrors, type SourceFile } from "../../src/diagnostics/diagnostic.js";
import { hashOf } from "../../src/disk/hash.js";
import { languages } from "../../src/languages/index.js";
import type { Pages } from "../../src/languages/language.js";
import { pagesOf } from "../../src/languages/together-docs.js";
import type { Page } from "../../src/render/page.js";
import { checkSpec } from "../../src/spec/check.js";
import { parseSpecFile } from "../../src/spec/parse.js";
import type { Definition, Spec } from "../../src/spec/spec.js";
import { userTexts } from "../../src/spec/users.js";
import { markdownReader } from "../../src/docs/prose.js";
import { visibleHashes } from "../../src/spec/visible.js";

const config = checkConfig(
  {
    path: "modelwright.yaml",
    text: `targets:
  typescript: { language: typescript, output: typescript }
  ruby: { language: ruby, output: ruby, module: Acme }
  untyped: { language: ruby, output: untyped, module: Acme, unions: any }
  java: { language: java, output: java, package: com.acme }
  full: { language: java, output: full, package: com.acme, docs: { look: full } }
  together: { language: ruby, output: together, module: Acme, docs: { languages: together } }
`,
  },
  languages,
).value!;

/** One file per model. The last ones share their names with others. */
const count = 66;
const nameOf = (index: number): string => `M${index < count - 2 ? index : index - 7}`;
const namespaceOf = (index: number): string => (index % 6 === 0 || index >= count - 2 ? "namespace: other\n" : "");

const text = fc.constantFrom("One. Two.", "It is | this", "");
const index = fc.nat({ max: count - 3 });
const scalar = fc.constantFrom("string", "date", "integer", "date-time");
/** Few references, so that most definitions are unreachable from each other. */
const near = (self: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: scalar },
    {
      weight: 2,
      arbitrary: fc.integer({ min: -3, max: 3 }).map((by) => `M${Math.min(count - 10, Math.abs(self + by))}`),
    },
    { weight: 1, arbitrary: fc.constant("A") },
  );
const fieldType = (self: number): fc.Arbitrary<object> =>
  fc.oneof(
    { weight: 6, arbitrary: near(self).map((type) => ({ type })) },
    { weight: 2, arbitrary: near(self).map((type) => ({ type: `${type}[]` })) },
    { weight: 1, arbitrary: near(self).map((type) => ({ type: `map<${type}?>` })) },
    { weight: 1, arbitrary: fc.constant({ enum: ["a", "b"] }) },
    { weight: 1, arbitrary: near(self).map((type) => ({ oneOf: [type, "boolean"] })) },
    { weight: 1, arbitrary: fc.constant({ const: "this" }) },
  );
const fields = (self: number): fc.Arbitrary<object> =>
  fc.dictionary(fc.constantFrom("a", "b", "kind", "created_at", "java"), fieldType(self), { maxKeys: 4 });

/** A definition that others can extend or use as a union member. */
const base = (self: number): fc.Arbitrary<object> => fc.record({ description: text, fields: fields(self) });
const baseNear = (self: number): string => `M${self - (self % 6)}`;
const kinds: readonly ((self: number) => fc.Arbitrary<object>)[] = [
  base,
  (self) =>
    fc.record({
      fields: fields(self),
      extends: fc.constantFrom([], [baseNear(self)]),
      additionalProperties: fc.oneof(near(self), fc.constant("decimal")).map((type) => ({ type })),
    }),
  () =>
    fc.record({ enum: fc.constantFrom(["x", "y"], [{ value: "x", name: "first" }, "y"]), deprecated: fc.boolean() }),
  (self) =>
    fc.oneof(
      base(self),
      fc.constantFrom(6, 0).map((by) => ({ oneOf: [baseNear(self - by), "string"] })),
    ),
  (self) => fc.constantFrom(baseNear(self), "date").map((type) => ({ type: `${type}[]` })),
  // How the class writes this default depends on the enum alone.
  (self) => fc.constantFrom("x", "y").map((value) => ({ fields: { a: { type: `M${self - 3}`, default: value } } })),
];
const model = (self: number): fc.Arbitrary<object> => kinds[self % kinds.length]!(self);

function sourceOf(self: number, content: object): SourceFile {
  const path = `spec/${String(self).padStart(2, "0")}.yaml`;
  const others = self === 0 ? ', "A": { "type": "date" }' : "";
  return { path, text: `${namespaceOf(self)}models: { "${nameOf(self)}": ${JSON.stringify(content)}${others} }\n` };
}

const steps = fc.record({
  before: fc.tuple(...Array.from({ length: count }, (_, self) => model(self))),
  edits: fc.array(
    index.chain((at) => model(at).map((content) => [at, content] as const)),
    { minLength: 1, maxLength: 3 },
  ),
});

/** The spec of these sources for each target, or undefined if there is an error. */
function specOf(sources: readonly SourceFile[]): ((target: Target) => Spec) | undefined {
  const { value, diagnostics } = checkSpec(sources.map(parseSpecFile), config, ["typescript", "ruby", "java"]);
  return hasErrors(diagnostics) ? undefined : value;
}

const read = await markdownReader();

/** The key that decides whether pages are regenerated, built as in `src/run/reuse.ts`. */
function hashesIn(spec: Spec, { docs }: Target): ReadonlyMap<Definition, string> {
  const users = docs?.look === "full" ? userTexts(spec) : new Map<Definition, string>();
  return new Map([...visibleHashes(spec, hashOf)].map(([each, hash]) => [each, `${hash} ${users.get(each)}`]));
}

function pagesIn(specOf: (target: Target) => Spec, target: Target): Pages | undefined {
  const pages = pagesOf(target, { languages, read, specOf });
  return hasErrors(pages.diagnostics) ? undefined : pages;
}

it("holds in every language after any change", () => {
  const found = { same: 0, other: 0 };
  fc.assert(
    fc.property(steps, ({ before, edits }) => {
      const old = before.map((content, self) => sourceOf(self, content));
      const now = [...old];
      for (const [at, content] of edits) now[at] = sourceOf(at, content);
      const [oldSpecOf, newSpecOf] = [specOf(old), specOf(now)];
      for (const target of config.targets) {
        const [oldSpec, newSpec] = [oldSpecOf?.(target), newSpecOf?.(target)];
        const [oldPages, newPages] = [oldSpecOf && pagesIn(oldSpecOf, target), newSpecOf && pagesIn(newSpecOf, target)];
        if (oldSpec === undefined || newSpec === undefined || oldPages === undefined || newPages === undefined)
          continue;
        const known = new Map([...hashesIn(oldSpec, target)].map(([definition, hash]) => [hash, definition]));
        for (const [definition, hash] of hashesIn(newSpec, target)) {
          const before = known.get(hash);
          found[before === undefined ? "other" : "same"]++;
          if (before === undefined) continue;
          expect(shown(newPages.of(definition))).toEqual(shown(oldPages.of(before)));
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(found.same).toBeGreaterThan(1000);
  expect(found.other).toBeGreaterThan(1000);
});

/** Pages with their code as text, without spec locations, which only diagnostics use. */
function shown(pages: Iterable<Page>): unknown {
  return JSON.parse(JSON.stringify([...pages], (key, value: unknown) => (key === "span" ? undefined : value)));
}
