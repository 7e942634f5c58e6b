/**
 * Reading and writing what is usual gives what careful reading and writing gives: the same values, JSON and issues.
 * The generated code runs twice, once with a runtime that never does it quickly. More documents:
 * `FAST_PATH_MUTATIONS=100 npx vitest run test/runtime/fast-path/typescript.test.ts`.
 */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { readVectors } from "../../conformance/vectors.js";
import { projectRoot } from "../../generated.js";
import { compile, inTemporaryFolder, load, typescriptOf, writeFiles } from "../../run/typescript/tree.js";
import { mutationsOf } from "./text-mutations.js";

const vectors = readVectors();
const mutations = Number(process.env["FAST_PATH_MUTATIONS"] ?? 1);

/** Interfaces leave unions by shape to careful reading where several members could be written, which are frequent among the vectors. */
test.each([
  ["classes", 0.9],
  ["interfaces", 0.7],
])("style: %s", async (style, share) => {
  const files = await typescriptOf(join(projectRoot, "test/vectors"), { style });
  await inTemporaryFolder(async (folder) => {
    writeFiles(folder, files);
    expect(compile(folder)).toBe("");
    cpSync(join(folder, "dist"), join(folder, "careful"), { recursive: true });
    replaceIn(
      join(folder, "careful/sdk/runtime/quick.js"),
      "const at = idle ??",
      "return undefined;\nconst at = idle ??",
    );
    const counter = "globalThis.quickResults = (globalThis.quickResults ?? 0) + 1;\n";
    replaceIn(join(folder, "dist/sdk/runtime/quick.js"), "idle = at;", `idle = at;\n${counter}`);
    const usual = await load(folder);
    const careful = await load(folder, "careful/sdk/models/index.js");
    const accepted = vectors.filter(({ reject, lenient }) => reject === undefined && lenient === undefined);
    const models = new Map(vectors.map(({ model }) => [model, vectors.filter((each) => each.model === model)]));
    for (const [model, ofModel] of models) {
      const texts = ofModel.map(({ json }) => json);
      for (const text of [...texts, ...mutationsOf(texts, mutations, 1)]) {
        const [found, expected] = [usual, careful].map((sdk) => outcomes(sdk, model, text));
        if (found !== expected) expect(found, `${model}: ${text}`).toBe(expected);
      }
    }
    const before = quickResults();
    for (const { model, json } of accepted) outcome(() => functionsOf(usual, model).parse(json), []);
    expect((quickResults() - before) / accepted.length, "how many are read quickly").toBeGreaterThan(share);
  });
});

function quickResults(): number {
  return (globalThis as { quickResults?: number }).quickResults ?? 0;
}

function replaceIn(file: string, text: string, by: string): void {
  const source = readFileSync(file, "utf8");
  expect(source).toContain(text);
  writeFileSync(file, source.replace(text, by));
}

function outcomes(sdk: any, model: string, text: string): string {
  const { parse, fromJSON, write } = functionsOf(sdk, model);
  return `${outcome(() => parse(text), write)}\n${outcome(() => fromJSON(JSON.parse(text)), write)}`;
}

/** All that a program can see of what was read, and of what is written. */
function outcome(read: () => unknown, write: readonly ((value: any) => unknown)[]): string {
  const show = (make: () => unknown): string => {
    try {
      const made = make();
      return inspect(made, { depth: null, getters: true, maxArrayLength: null }) + frozenIn(made);
    } catch (error) {
      const { name, issues, message } = error as Error & { readonly issues?: unknown };
      return inspect({ name, issues, message }, { depth: null });
    }
  };
  return [read, ...write.map((each) => () => each(read()))].map(show).join("\n");
}

/** Which arrays and objects inside a value cannot be changed. */
function frozenIn(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  return `${Object.isFrozen(value)}(${Object.values(value).map(frozenIn).join()})`;
}

interface Functions {
  readonly parse: (text: string) => unknown;
  readonly fromJSON: (json: unknown) => unknown;
  readonly write: readonly ((value: any) => unknown)[];
}

function functionsOf({ stringifyJSON, ...namespaces }: any, name: string): Functions {
  const found: any = Object.values(namespaces).find((each: any) => Object.hasOwn(each, name));
  const function_ = (verb: string): ((value: any) => unknown) => found[verb + name];
  if (function_("parse") !== undefined) {
    return {
      parse: function_("parse"),
      fromJSON: function_("read"),
      write: [function_("write"), function_("stringify")],
    };
  }
  const { [name]: type } = found;
  return {
    parse: (text) => type.parse(text),
    fromJSON: (json) => type.fromJSON(json),
    write: [stringifyJSON, JSON.stringify, (value) => value.toJSON?.()],
  };
}
