/** JSON Schemas through the import: each schema is a file to which a component of an OpenAPI document refers. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import type { Checked, SourceFile } from "../../src/diagnostics/diagnostic.js";
import { problem } from "../../src/diagnostics/problem.js";
import { importOpenApi } from "../../src/import/import.js";
import type { Group } from "./suite.js";

/**
 * What a schema becomes.
 *
 * @param id the name of the model whose field `value` has the schema
 * @param path of the schema
 * @param read the text of a file, undefined if there is none
 */
export function imported(
  id: string,
  path: string,
  read: (path: string) => string | undefined,
): Pick<Group, "spec" | "models" | "reports"> {
  const component = { type: "object", required: ["value"], properties: { value: { $ref: path } } };
  const document = {
    openapi: "3.1.0",
    info: { title: id, version: "1" },
    paths: {},
    components: { schemas: { [id]: component } },
  };
  const readFile = (file: string): Checked<SourceFile> => {
    const text = read(file);
    if (text !== undefined) return { value: { path: file, text }, diagnostics: [] };
    return { value: undefined, diagnostics: [problem("forbidden-ref", "outside", { path: file })] };
  };
  const { value: spec, diagnostics } = importOpenApi([{ path: "api.json", text: JSON.stringify(document) }], {
    readFile,
  });
  const models = (spec ?? []).flatMap(({ text }) =>
    Object.keys((parse(text) as { readonly models: object }).models ?? {}),
  );
  return { ...(spec !== undefined && { spec }), models, reports: diagnostics.map(({ message }) => message) };
}

/**
 * The groups of JSON-Schema-Test-Suite for draft 2020-12, without the optional ones.
 *
 * @param folder of the suite, with `tests/` and `remotes/`
 */
export function jsonSchemaGroups(folder: string): readonly Group[] {
  const draft = join(folder, "tests/draft2020-12");
  const files = readdirSync(draft).filter((name) => name.endsWith(".json"));
  const groups = files.sort().flatMap((file) => {
    const found = JSON.parse(readFileSync(join(draft, file), "utf8")) as readonly SchemaGroup[];
    return found.map((group) => ({ ...group, title: `${basename(file, ".json")}: ${group.description}` }));
  });
  return groups.map(({ title, schema, tests }, index) => {
    const id = `S${index + 1}`;
    const path = `${id}Schema.json`;
    const documents = tests.map(({ description, data, valid }) => ({
      title: description,
      text: JSON.stringify(data),
      isValid: valid,
    }));
    return {
      id,
      title,
      documents,
      ...imported(id, path, (file) => (file === path ? JSON.stringify(schema) : undefined)),
    };
  });
}

interface SchemaGroup {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

/**
 * The schemas of quicktype's tests that have documents.
 *
 * @param folder of the suite, with `test/inputs/schema/`
 */
export function quicktypeGroups(folder: string): readonly Group[] {
  const inputs = join(folder, "test/inputs/schema");
  const files = readdirSync(inputs).sort();
  const names = files.filter((name) => name.endsWith(".schema")).map((name) => basename(name, ".schema"));
  return names.flatMap((name, index) => {
    // quicktype's own names for the documents of a schema; `.out.` is what quicktype writes back for another one.
    const own = files.filter(
      (file) => file.startsWith(name) && /^\.?\d*(?:\.fail\..*)?\.json$/.test(file.slice(name.length)),
    );
    if (own.length === 0) return [];
    const id = `Q${index + 1}`;
    const documents = own.map((file) => ({
      title: file,
      text: JSON.stringify(JSON.parse(readFileSync(join(inputs, file), "utf8"))),
      isValid: !file.includes(".fail."),
    }));
    const read = (path: string): string | undefined => {
      const at = join(inputs, path);
      return existsSync(at) && statSync(at).isFile() ? readFileSync(at, "utf8") : undefined;
    };
    return [{ id, title: name, documents, ...imported(id, `${name}.schema`, read) }];
  });
}
