/** Explanations of generated lines: what they name, and that nothing is missing. */
import { diffArrays } from "diff";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import type { SourceFile } from "../../src/diagnostics/diagnostic.js";
import { position } from "../../src/diagnostics/text.js";
import { generate, type Input } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";
import { edited } from "../../src/why/edits.js";
import type { Part } from "../../src/why/part.js";
import { specParts } from "../../src/why/spec-parts.js";
import { treesOf } from "../../src/why/trees.js";
import type { Subject } from "../../src/why/experiment.js";
import { type Cause, type ExplainedLine, why } from "../../src/why/why.js";
import { shippedTemplates } from "../docs/render-docs.js";
import { threeLanguages } from "../generate-texts.js";

const spec: SourceFile = {
  path: "spec/pets.yaml",
  text: `models:
  Pet:
    description: An animal that lives with people
    extends: [Thing]
    fields:
      name: { type: string, required: true, maxLength: 20, default: Rex }
      mood: Mood
      owners: { type: "map<Owner?>", deprecated: Owners moved out }
      size: { oneOf: [integer, string] }
      born: { type: date-time?, example: "2024-01-01T00:00:00Z" }
  Mood: { enum: [calm, { value: wild, description: Runs about }], open: true }
  Thing: { fields: { id: { type: uuid, readOnly: true } } }
  Owner:
    description: >-
      A person who feeds
      an animal
    fields: { kind: { const: owner, required: true }, price: { type: decimal, as: number, minimum: 1 } }
`,
};

const config = checkConfig({ path: "modelwright.yaml", text: threeLanguages }, languages).value!;
const input: Input = {
  config,
  sources: [spec],
  templates: new Map(languages.map(({ id }) => [id, shippedTemplates(id)])),
};

async function subjects(changed: Input = input): Promise<readonly Subject[]> {
  const { targets, diagnostics } = await generate(changed);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return targets.flatMap(({ target, spec, files }) => files.map((file) => ({ input: changed, target, spec, file })));
}

const all = await subjects();

function subjectOf(output: string, path: RegExp): Subject {
  return all.find(({ file }) => file.output === output && path.test(file.path))!;
}

/** The lines of a file that have the text, with the places of each. */
async function explained(output: string, path: RegExp, text: string): Promise<readonly string[]> {
  const subject = subjectOf(output, path);
  const number = subject.file.text.split("\n").findIndex((line) => line.includes(text)) + 1;
  expect(number).toBeGreaterThan(0);
  const { lines } = await why(subject, number, number);
  const [line] = lines as readonly [ExplainedLine];
  const shown = ({ span, path, isLayout }: Cause): string => {
    const source = [spec, ...subject.input.templates.get(subject.target.name)!.values()].find(
      (each) => each.path === span.file,
    )!;
    const file = span.file.replace(/^.*templates\//, "");
    return `${file}:${position(source, span.start).line} ${path.replace(/^line \d+$/, source.text.slice(span.start, span.end))}${isLayout ? " (layout)" : ""}`;
  };
  return [...line.spec, ...line.template].map(shown);
}

describe("why", () => {
  it("names the field of a line of a class, its type and what makes it optional", async () => {
    expect(await explained("java", /\/Pet\.java$/, "Optional<Mood> mood()")).toMatchInlineSnapshot(`
      [
        "spec/pets.yaml:7 models.Pet.fields.mood",
        "spec/pets.yaml:11 models.Mood",
        "spec/pets.yaml:7 models.Pet.fields.mood",
        "classes/getter.hbs:5 public {{getter.type}} {{getter.name}}() {",
      ]
    `);
  });

  it("names the description of a comment, also of one on several lines", async () => {
    expect(await explained("typescript", /\/owner\.ts$/, "A person who feeds")).toMatchInlineSnapshot(`
      [
        "spec/pets.yaml:14 models.Owner.description",
        "model.hbs:5 {{comment}}",
      ]
    `);
  });

  it("names the parts of a row of a table, and those that only make it wider", async () => {
    expect(await explained("ruby", /docs.*\/pet\.md$/, "`name`")).toMatchInlineSnapshot(`
      [
        "spec/pets.yaml:6 models.Pet.fields.name",
        "spec/pets.yaml:6 models.Pet.fields.name.type",
        "spec/pets.yaml:2 models.Pet (layout)",
        "spec/pets.yaml:7 models.Pet.fields.mood (layout)",
        "spec/pets.yaml:8 models.Pet.fields.owners (layout)",
        "spec/pets.yaml:8 models.Pet.fields.owners.deprecated (layout)",
        "spec/pets.yaml:9 models.Pet.fields.size (layout)",
        "spec/pets.yaml:10 models.Pet.fields.born (layout)",
        "spec/pets.yaml:10 models.Pet.fields.born.example (layout)",
        "spec/pets.yaml:12 models.Thing.fields.id (layout)",
        "spec/pets.yaml:11 models.Mood (layout)",
        "spec/pets.yaml:13 models.Owner (layout)",
        "spec/pets.yaml:9 models.Pet.fields.size.oneOf[1] (layout)",
        "spec/pets.yaml:9 models.Pet.fields.size.oneOf[0] (layout)",
        "spec/pets.yaml:8 models.Pet.fields.owners.type (layout)",
        "spec/pets.yaml:10 models.Pet.fields.born.type (layout)",
        "docs/fields.hbs:4 | {{cells.field}} | {{cells.type}} | {{cells.required}} | {{cells.description}} |{{#if ../hasExamples}} {{cells.example}} |{{/if}}",
      ]
    `);
  });

  it("names what another model gives a line", async () => {
    expect(await explained("ruby", /lib.*\/pet\.rb$/, "attr_reader :id")).toMatchInlineSnapshot(`
      [
        "spec/pets.yaml:12 models.Thing.fields.id",
        "classes/model.rb.hbs:16 attr_reader :{{name}}",
      ]
    `);
  });

  it("names the line of a runtime file", async () => {
    expect(await explained("ruby", /frozen\.rb$/, "Immutable copies")).toMatchInlineSnapshot(`
      [
        "runtime/model_support/frozen.rb:8 # Immutable copies.",
      ]
    `);
  });

  it("names models in an index", async () => {
    expect(await explained("java", /docs.*README\.md$/, "Mood")).toMatchInlineSnapshot(`
      [
        "spec/pets.yaml:11 models.Mood",
        "docs/index.hbs:9 | {{#if isDeprecated}}~~[{{name}}]({{link}})~~{{else}}[{{name}}]({{link}}){{/if}} | {{description}} |",
      ]
    `);
  });

  it("names a template line for every line of every file of a model", async () => {
    const ofModels = all.filter(({ file }) => /\bpet\b/i.test(file.path));
    expect(ofModels.length).toBeGreaterThan(7);
    for (const subject of ofModels) {
      const { lines } = await why(subject, 1, subject.file.text.split("\n").length);
      const nowhere = lines.filter(({ template, text }) => template.length === 0 && text !== "");
      expect([subject.file.path, nowhere.map(({ text }) => text)]).toEqual([subject.file.path, []]);
    }
  });

  it("names, for every line that a change of a part changes, that part", { timeout: 600_000 }, async () => {
    const shown = all.filter(({ file }) => /(?:pet\.md|Pet\.java|owner\.ts|mood\.rb)$/.test(file.path));
    expect(shown.length).toBeGreaterThan(4);
    const explanations = new Map<Subject, readonly ExplainedLine[]>();
    for (const subject of shown) {
      const { lines } = await why(subject, 1, subject.file.text.split("\n").length);
      explanations.set(subject, lines);
    }
    const parts = specParts(treesOf(input.sources));
    const word = fc.stringMatching(/^[A-Za-z][a-z0-9 ]{0,30}[a-z]$/);
    const number = fc.integer({ min: 0, max: 1000 }).map(String);
    const text = fc.oneof(word, number, fc.constantFrom("true", "false", "integer", '"string[]"', "any"));
    const run = async (part: Part, text: string): Promise<void> => {
      const sources = edited(input.sources, [{ ...part.span, text }]);
      const { targets } = await generate({ ...input, sources });
      const files = targets.flatMap((each) => each.files);
      for (const [{ file }, lines] of files.length === 0 ? [] : explanations) {
        const after = files.find(({ output, path }) => output === file.output && path === file.path);
        // With another name, a page is another file.
        const missing = linesChanged(file.text, after?.text ?? file.text).filter((line) => !names(lines[line]!, part));
        expect([part.path, text, missing.map((line) => lines[line]!.text)]).toEqual([part.path, text, []]);
      }
    };
    await fc.assert(fc.asyncProperty(fc.constantFrom(...parts), text, run), { numRuns: 100 });
  });
});

function names({ spec }: ExplainedLine, { span }: Part): boolean {
  return spec.some((cause) => cause.span.start === span.start);
}

/** The numbers, from 0, of the lines that differ and are not only elsewhere. */
function linesChanged(before: string, after: string): readonly number[] {
  const changed: number[] = [];
  const kept = new Set(after.split("\n"));
  let at = 0;
  for (const { added, removed, count, value } of diffArrays(before.split("\n"), after.split("\n"))) {
    if (added) continue;
    if (removed) changed.push(...value.flatMap((line, index) => (kept.has(line) ? [] : [at + index])));
    at += count;
  }
  return changed;
}
