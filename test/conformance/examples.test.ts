/** The classes of every language read and write back each example on the full docs pages of the golden cases. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { exampleOf, jsonText } from "../../src/docs/json-example.js";
import { languages } from "../../src/languages/index.js";
import { rubyNames } from "../../src/languages/ruby/names.js";
import { isDocsPage } from "../../src/render/page.js";
import type { Definition, Model, Type } from "../../src/spec/spec.js";
import { usersOf } from "../../src/spec/users.js";
import { isJsonObject, type Json } from "../../src/text/json.js";
import { generateIn, projectRoot } from "../generated.js";
import { inTemporaryFolder } from "../run/typescript/tree.js";
import { judge } from "./judge.js";
import { conformingLanguages } from "./languages.js";
import type { Vector } from "./vectors.js";

const cases = join(projectRoot, "test/cases");
const targets = {
  typescript: { language: "typescript", output: "typescript" },
  ruby: { language: "ruby", output: "ruby", module: "Acme" },
  java: { language: "java", output: "java", package: "com.acme" },
  full: { language: "java", output: "full", package: "com.acme", docs: { look: "full" } },
};

interface Case {
  readonly name: string;
  /** The spec, relative to the case. */
  readonly spec: string;
  readonly versions: readonly string[];
  readonly models: readonly string[];
  /** Enums and unions. */
  readonly others: readonly string[];
}

/** Cases in one project, as compilers take long to start: no two models of a project have the same name. */
function batches(): readonly (readonly Case[])[] {
  const found: Case[][] = [];
  for (const each of readdirSync(cases).map(caseOf)) {
    const batch = found.find((others) => others.every((other) => areCombinable(each, other)));
    if (batch === undefined) found.push([each]);
    else batch.push(each);
  }
  return found;
}

function areCombinable(one: Case, other: Case): boolean {
  return !one.models.some((name) => other.models.includes(name)) && String(one.versions) === String(other.versions);
}

function caseOf(name: string): Case {
  const config = join(cases, name, "modelwright.yaml");
  const { spec = "spec.yaml", versions = [] } = (existsSync(config) ? parse(readFileSync(config, "utf8")) : {}) as Case;
  const paths = spec === "spec" ? readdirSync(join(cases, name, spec)).map((path) => join(spec, path)) : [spec];
  const texts = paths.map((path) => readFileSync(join(cases, name, path), "utf8"));
  const entries = texts.flatMap((text) => Object.entries((parse(text) as { readonly models: object }).models));
  const models = entries.map(([model]) => model);
  const others = entries.flatMap(([model, value]: [string, unknown]) => {
    const isOther = typeof value === "object" && value !== null && ("enum" in value || "oneOf" in value);
    return isOther && models.indexOf(model) === models.lastIndexOf(model) ? model : [];
  });
  return { name, spec, versions, models, others };
}

interface Example extends Vector {
  readonly definition: Definition;
}

/** Generates the full pages of some cases. Returns their examples, each as a document of a model. */
async function examplesIn(root: string, batch: readonly Case[]): Promise<readonly Example[]> {
  for (const { name, spec } of batch) {
    mkdirSync(join(root, "spec", name), { recursive: true });
    cpSync(join(cases, name, spec), join(root, "spec", name, spec), { recursive: true });
  }
  const holders = batch.flatMap(({ others }) =>
    others.map((type) => [`Holder${type}`, { fields: { value: { type } } }]),
  );
  writeFileSync(join(root, "spec/holders.yaml"), stringify({ models: Object.fromEntries(holders) as object }));
  const versions = batch[0]!.versions;
  writeFileSync(join(root, "modelwright.yaml"), stringify({ ...(versions.length > 0 && { versions }), targets }));
  const generated = await generateIn(root, ["full"]);
  expect(generated.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const [{ spec, files }] = generated.targets as [(typeof generated.targets)[number]];
  const pages = new Map(files.filter(({ page }) => isDocsPage(page)).map((file) => [file.path, file]));
  const byPlace = new Map(spec.definitions.map((each) => [`${each.name} ${each.span.file}`, each]));
  const definitionOf = (path: string): Definition | undefined => {
    const { model, span } = pages.get(path)?.page ?? {};
    return byPlace.get(`${model} ${span?.file}`);
  };
  const users = new Map(Array.from(usersOf(spec), ([used, found]) => [used, found.map(({ user }) => user)]));
  return [...pages].flatMap(([path, { text }]) =>
    Array.from(text.matchAll(exampleSections), ([section, link, json = ""]): readonly Example[] => {
      const definition = definitionOf(link === undefined ? path : posix.join(posix.dirname(path), link));
      if (definition === undefined) throw new Error(`${path}: no page for ${section}`);
      const document = documentOf(definition, json, users);
      if (document === undefined) return [{ ...vector(path, "", json), definition }];
      return [{ ...vector(path, document.model.name, document.json), definition: document.model }];
    }).flat(),
  );
}

const exampleSections =
  /^## (?:Request |Response )?Example\n\n(?:Class: \[[^\]]*\]\(([^)]*)\)\n\n)?```+json\n(.*?)\n```+$/gms;

function vector(id: string, model: string, json: string): Vector {
  return { id, construct: "-", slot: "-", case: "-", model, json };
}

/** A document of a model: the example itself, or that of a model with the example in one of its fields. */
function documentOf(
  definition: Definition,
  json: string,
  users: ReadonlyMap<Definition, readonly Definition[]>,
  inside: readonly Definition[] = [],
): { readonly model: Model; readonly json: string } | undefined {
  if (definition.kind === "model") return { model: definition, json };
  if (inside.includes(definition)) return undefined;
  for (const user of users.get(definition) ?? []) {
    // A member's value is one of the union.
    const whole = user.kind === "union" ? documentOf(user, json, users, [...inside, definition]) : undefined;
    if (whole !== undefined) return whole;
    const example = user.kind === "model" ? exampleOf(user) : undefined;
    const field = user.kind === "model" ? user.fields.find(({ type }) => placed(type, definition) !== "") : undefined;
    if (user.kind !== "model" || example === undefined || !isJsonObject(example) || field === undefined) continue;
    const place = "the place of the example";
    const outer = jsonText(new Map([...example, [field.name, place]]));
    const value = placed(field.type, definition, json, example.get(field.name));
    return { model: user, json: outer.replace(JSON.stringify(place), () => value) };
  }
  return undefined;
}

/**
 * A value of a type that contains a value of the definition; "" if the type does not refer to it.
 *
 * @param example a value of the type, for what is beside that value
 */
function placed(type: Type, definition: Definition, json = "null", example?: Json): string {
  switch (type.kind) {
    case "reference":
      return type.to === definition ? json : "";
    case "array": {
      const item = placed(type.items.type, definition, json);
      return item && `[${item}]`;
    }
    case "tuple": {
      const examples = Array.isArray(example) ? (example as readonly Json[]) : [];
      const items = type.items.map((item, at) => placed(item.type, definition, json, examples[at]));
      const isFound = items.some((item) => item !== "");
      return isFound ? `[${items.map((item, at) => item || jsonText(examples[at] ?? null)).join(", ")}]` : "";
    }
    case "map": {
      const value = placed(type.values.type, definition, json);
      return value && `{"key": ${value}}`;
    }
    default:
      return "";
  }
}

/** The name by which a driver finds the class. */
function classOf(definition: Definition, language: string, ruby: ReturnType<typeof rubyNames>): string {
  if (language === "ruby") return ruby.constant(definition);
  const { className } = languages.find(({ id }) => id === language)!;
  return language === "java" ? definition.name : (definition.names.get(language) ?? className(definition.name));
}

// Compilers start once for each batch of cases.
describe.each(conformingLanguages.filter(({ title }) => !title.includes("Jackson 3")))("$title", (language) => {
  test.skipIf(language.missing !== undefined)(
    "reads and writes back the examples of full pages",
    async () => {
      const wrong: string[] = [];
      const found = { examples: 0, without: new Set<string>() };
      for (const batch of batches()) {
        await inTemporaryFolder(async (root) => {
          const examples = await examplesIn(root, batch);
          const { targets: made } = await generateIn(root, ["ruby"]);
          const ruby = rubyNames(made[0]!.spec, made[0]!.target);
          const same = new Map(made[0]!.spec.definitions.map((each) => [`${each.name} ${each.span.file}`, each]));
          const documents = examples.filter(({ model }) => model !== "");
          for (const { id, model } of examples) if (model === "") found.without.add(id);
          const requests = documents.map((each, at) => ({
            id: String(at),
            json: each.json,
            model: classOf(same.get(`${each.definition.name} ${each.definition.span.file}`)!, language.id, ruby),
          }));
          const answers = new Map((await language.answer(root, requests)).map((each) => [each.id, each]));
          for (const [at, each] of documents.entries()) {
            const answer = answers.get(String(at));
            const problem = judge(each, answer?.ok ? { ...answer, violations: [] } : answer);
            found.examples++;
            if (problem !== undefined) wrong.push(`${each.id}: ${each.json}: ${problem}`);
          }
        });
      }
      expect(wrong).toEqual([]);
      expect([...found.without]).toEqual([]);
      expect(found.examples).toBeGreaterThan(100);
    },
    900_000,
  );
});
