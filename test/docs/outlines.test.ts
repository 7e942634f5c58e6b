/** Specs of which only a part is there: what shows the spec as a whole must not tell the difference. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import type { Target } from "../../src/config/config.js";
import { hasErrors, type SourceFile } from "../../src/diagnostics/diagnostic.js";
import { outlinesOf, wholeSpec } from "../../src/docs/outlines.js";
import { languageOf, languages } from "../../src/languages/index.js";
import type { Pages } from "../../src/languages/language.js";
import type { Page } from "../../src/render/page.js";
import { checkSpec } from "../../src/spec/check.js";
import { mentionsOf, reachOf } from "../../src/spec/mentions.js";
import { parseSpecFile } from "../../src/spec/parse.js";
import type { Spec } from "../../src/spec/spec.js";

const config = checkConfig(
  {
    path: "modelwright.yaml",
    text: `targets:
  typescript: { language: typescript, output: typescript }
  ruby: { language: ruby, output: ruby, module: Acme }
  untyped: { language: ruby, output: untyped, module: Acme, unions: any }
  java: { language: java, output: java, package: com.acme }
`,
  },
  languages,
).value!;

/** Every model has a file of its own; the last ones share their names with others. */
const count = 66;
const nameOf = (index: number): string => `M${index < count - 2 ? index : index - 7}`;
const namespaceOf = (index: number): string => (index % 6 === 0 || index >= count - 2 ? "namespace: other\n" : "");

const text = fc.constantFrom("One. Two.", "It is | this", "");
const index = fc.nat({ max: count - 3 });
const scalar = fc.constantFrom("string", "date", "integer", "date-time");
/** Little of what could be mentioned, so that much is out of reach. */
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

/** One that others can extend and be members of. */
const base = (self: number): fc.Arbitrary<object> => fc.record({ description: text, fields: fields(self) });
const baseNear = (self: number): string => `M${self - (self % 5)}`;
const kinds: readonly ((self: number) => fc.Arbitrary<object>)[] = [
  base,
  (self) =>
    fc.record({
      fields: fields(self),
      extends: fc.constantFrom([], [baseNear(self)]),
      additionalProperties: fc.oneof(near(self), fc.constant("decimal")).map((type) => ({ type })),
    }),
  (self) => fc.oneof(base(self), fc.record({ enum: fc.constant(["x", "y"]), deprecated: fc.boolean() })),
  (self) =>
    fc.oneof(
      base(self),
      fc.constantFrom(5, 0).map((by) => ({ oneOf: [baseNear(self - by), "string"] })),
    ),
  (self) => fc.constantFrom(baseNear(self), "date").map((type) => ({ type: `${type}[]` })),
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

/** The spec of these sources as each target sees it; undefined if there is anything to say about it. */
function specOf(sources: readonly SourceFile[]): ((target: Target) => Spec) | undefined {
  const { value, diagnostics } = checkSpec(sources.map(parseSpecFile), config, ["typescript", "ruby", "java"]);
  return diagnostics.length === 0 ? value : undefined;
}

function pagesIn(spec: Spec, target: Target): Pages | undefined {
  const pages = languageOf(target.language).pages(spec, target);
  return hasErrors(pages.diagnostics) ? undefined : pages;
}

it("give the same pages after any change that keeps the names", () => {
  const found = { compared: 0, reached: 0 };
  fc.assert(
    fc.property(steps, ({ before, edits }) => {
      const old = before.map((content, self) => sourceOf(self, content));
      const now = [...old];
      for (const [at, content] of edits) now[at] = sourceOf(at, content);
      const mentions = new Map(old.map((source) => [source.path, [mentionsOf(parseSpecFile(source).value!)]]));
      const changed = now.filter((source, at) => source.text !== old[at]?.text);
      for (const source of changed) mentions.get(source.path)?.push(mentionsOf(parseSpecFile(source).value!));
      const reached = reachOf(
        mentions,
        changed.map(({ path }) => path),
      );
      const part = specOf(now.filter(({ path }) => reached.has(path)));
      const oldSpec = specOf(old);
      const newSpec = specOf(now);
      if (oldSpec === undefined || part === undefined) return;
      for (const target of config.targets) {
        const outlines = outlinesOf(oldSpec(target));
        if (outlines === undefined) continue;
        const oldPages = pagesIn(oldSpec(target), target);
        const whole = wholeSpec(part(target), outlines, reached);
        const wholePages = whole && pagesIn(whole.spec, target);
        if (oldPages === undefined || whole === undefined || wholePages === undefined) continue;
        expect(newSpec).toBeDefined();
        const spec = newSpec!(target);
        const pages = pagesIn(spec, target)!;
        expect(pages).toBeDefined();
        expect([...wholePages.others()]).toEqual([...pages.others()]);
        const known = new Map(Array.from(whole.outlined, ([each, number]) => [each, outlines[number]!]));
        expect(outlinesOf(whole.spec, known)).toEqual(outlinesOf(spec));
        expect(whole.spec.definitions.length).toBe(spec.definitions.length);
        for (const [number, definition] of spec.definitions.entries()) {
          const known = whole.spec.definitions[number]!;
          const isBeyond = whole.outlined.has(known);
          expect(isBeyond).toBe(!reached.has(definition.span.file));
          const same = isBeyond ? oldPages.of(oldSpec(target).definitions[number]!) : wholePages.of(known);
          expect(shown(same)).toEqual(shown(pages.of(definition)));
        }
        found.compared++;
        found.reached += reached.size;
      }
    }),
    { numRuns: 150 },
  );
  expect(found.compared).toBeGreaterThan(50);
  expect(found.reached / found.compared).toBeLessThan(count / 2);
});

/** Pages as data: the code in their views has functions. */
function shown(pages: Iterable<Page>): unknown {
  return JSON.parse(JSON.stringify([...pages]));
}
