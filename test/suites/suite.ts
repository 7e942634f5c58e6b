/** Public test suites as projects: every schema is a model, whose one field `value` holds the documents of the suite. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkConfig } from "../../src/config/check.js";
import type { SourceFile } from "../../src/diagnostics/diagnostic.js";
import { plan } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";
import type { ConformingLanguage } from "../conformance/languages.js";
import type { Response } from "../conformance/vectors.js";
import { temporaryFolder } from "../folders.js";

/** A schema of a suite and its documents. */
export interface Group {
  /** The name of its model: unique within the suite, and a class name in every language. */
  readonly id: string;
  readonly title: string;
  /** The spec files that declare the model `id`; undefined if the schema cannot be converted to a spec. */
  readonly spec?: readonly SourceFile[];
  /** The names of all models in `spec`. */
  readonly models: readonly string[];
  /** What the conversion reported: why classes may differ from the schema. */
  readonly reports: readonly string[];
  readonly documents: readonly SuiteDocument[];
}

export interface SuiteDocument {
  readonly title: string;
  /** JSON. */
  readonly text: string;
  readonly isValid: boolean;
  /** The JSON paths of the errors, where the suite states them. */
  readonly errors?: readonly string[];
}

/** A group whose spec is known to be valid; where it is not, the group has its mistakes instead of the spec. */
export function checked(group: Group): Group {
  if (group.spec === undefined) return group;
  const { value } = checkConfig({ path: "modelwright.yaml", text: config }, languages);
  const sources = group.spec.map(({ path, text }) => ({ path: `spec/${path}`, text }));
  const mistakes = plan({ config: value!, sources }).diagnostics.filter(({ severity }) => severity === "error");
  if (mistakes.length === 0) return group;
  const { spec: _, ...rest } = group;
  return { ...rest, reports: [...group.reports, ...mistakes.map(({ message }) => message)] };
}

/** The answers of a language for all documents of a suite, by `documentId`. */
export async function answers(
  language: ConformingLanguage,
  groups: readonly Group[],
): Promise<ReadonlyMap<string, Response>> {
  const all = new Map<string, Response>();
  for (const batch of batches(groups.filter(({ spec }) => spec !== undefined))) {
    const requests = batch.flatMap((group) =>
      group.documents.map(({ text }, index) => ({
        id: documentId(group, index),
        model: group.id,
        json: `{"value":${text}}`,
      })),
    );
    for (const response of await language.answer(projectOf(batch), requests)) all.set(response.id, response);
  }
  return all;
}

export function documentId({ id }: Group, index: number): string {
  return `${id} ${index}`;
}

/** Groups in as few projects as their names allow: models of one name cannot be in the same project. */
function batches(groups: readonly Group[]): readonly (readonly Group[])[] {
  const open: { readonly groups: Group[]; readonly names: Set<string> }[] = [];
  for (const group of groups) {
    const names = group.models.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ""));
    let batch = open.find((each) => names.every((name) => !each.names.has(name)));
    if (batch === undefined) open.push((batch = { groups: [], names: new Set() }));
    batch.groups.push(group);
    for (const name of names) batch.names.add(name);
  }
  return open.map((batch) => batch.groups);
}

/** A folder with the config and the spec files of some groups. */
export function projectOf(groups: readonly Group[]): string {
  const root = temporaryFolder();
  mkdirSync(join(root, "spec"));
  writeFileSync(join(root, "modelwright.yaml"), config);
  for (const { id, spec } of groups) {
    for (const [index, { text }] of spec!.entries()) writeFileSync(join(root, "spec", `${id}-${index}.yaml`), text);
  }
  return root;
}

const config = `spec: spec
targets:
  typescript: { language: typescript, output: out/typescript }
  ruby: { language: ruby, output: out/ruby, module: Acme }
  java: { language: java, output: out/java, package: com.acme }
`;
