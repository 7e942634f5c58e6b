/** An import from disk to disk: what a second one changes, and what stops it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runImport, type ImportRunOptions } from "../../src/cli/import-run.js";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "modelwright-import-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Api {
  paths: Record<string, unknown>;
  components: { schemas: Record<string, Record<string, unknown>> };
}

const api = (): Api & { openapi: string } => ({
  openapi: "3.1.0",
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }],
        responses: { 200: { description: "", content: { x: { schema: { $ref: "#/components/schemas/Pet" } } } } },
      },
    },
  },
  components: {
    schemas: {
      Pet: { type: "object", properties: { name: { type: "string" }, kind: { $ref: "#/components/schemas/Kind" } } },
      Kind: { type: "string", enum: ["cat", "dog"] },
      Owner: { type: "object", properties: { pets: { type: "array", items: { $ref: "#/components/schemas/Pet" } } } },
    },
  },
});

const out = () => join(folder, "spec");
const writeApi = (content: unknown): void => writeFileSync(join(folder, "api.json"), JSON.stringify(content));

function run(options: Partial<ImportRunOptions> = {}) {
  return runImport({ documents: [join(folder, "api.json")], out: out(), mode: "write", ...options });
}

function files(): readonly string[] {
  const entries = readdirSync(out(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => join(parentPath, name).slice(out().length + 1)).toSorted();
}

const all = ["kind.yaml", "operations/list-pets.yaml", "owner.yaml", "pet.yaml"];

describe("a second import", () => {
  it("of the same document changes no file", async () => {
    writeApi(api());
    expect(await run()).toMatchObject({ outcome: "done", written: all, removed: [], unchanged: 0 });
    expect(files()).toEqual([".modelwright-manifest", ...all]);
    const before = new Date("2020-01-01");
    for (const path of files()) utimesSync(join(out(), path), before, before);

    expect(await run()).toMatchObject({ outcome: "done", written: [], removed: [], unchanged: 4 });
    for (const path of files()) expect(statSync(join(out(), path)).mtime, path).toEqual(before);
    expect(await run({ mode: "check" })).toMatchObject({ outcome: "done", differences: [] });
  });

  it.each<[string, (changed: Api) => void, readonly string[], readonly string[]]>([
    [
      "a described property",
      ({ components }) => (components.schemas["Pet"]!["description"] = "Lives here"),
      ["pet.yaml"],
      [],
    ],
    ["a new model", ({ components }) => (components.schemas["Toy"] = { type: "object" }), ["toy.yaml"], []],
    ["a model less", ({ components }) => delete components.schemas["Owner"], [], ["owner.yaml"]],
    [
      "an enum value more",
      ({ components }) => (components.schemas["Kind"]!["enum"] = ["cat", "dog", "fish"]),
      ["kind.yaml"],
      [],
    ],
    ["an operation less", (changed) => (changed.paths = {}), [], ["operations/list-pets.yaml"]],
    [
      "models in another order",
      ({ components }) =>
        (components.schemas = Object.fromEntries(Object.entries(components.schemas).toReversed()) as never),
      [],
      [],
    ],
  ])("of a document with %s changes only the affected files", async (_, change, written, removed) => {
    writeApi(api());
    await run();
    const changed = api();
    change(changed);
    writeApi(changed);
    expect(await run({ mode: "dry-run" })).toMatchObject({ outcome: "done", written, removed });
    expect(await run()).toMatchObject({
      outcome: "done",
      written,
      removed,
      unchanged: 4 - removed.length - (written.length - (written.includes("toy.yaml") ? 1 : 0)),
    });
  });

  it("with a model that has the name of another one's input model renames none", async () => {
    const before = api();
    before.components.schemas["Pet"]!["properties"] = { id: { type: "string", readOnly: true } };
    writeApi(before);
    await run();
    before.components.schemas["PetInput"] = { type: "object" };
    writeApi(before);
    expect(await run()).toMatchObject({ written: ["pet-input-schema.yaml"], removed: [], unchanged: 4 });
  });

  it("with the names of a family changes the names, and back again", async () => {
    writeApi(api());
    await run();
    const before = files().map((path) => readFileSync(join(out(), path), "utf8"));
    const { written, removed } = await run({ families: ["java"] });
    expect([written, removed]).toEqual([[], ["owner.yaml"]]);
    expect((await run({ modelsOnly: true })).removed).toEqual(["operations/list-pets.yaml"]);
    await run();
    expect(files().map((path) => readFileSync(join(out(), path), "utf8"))).toEqual(before);
  });
});

describe("nothing is written", () => {
  it.each([
    ["is broken", '{"openapi": "3.1.0"', "not-json"],
    ["has a bad reference", JSON.stringify({ ...api(), paths: { "/a": { $ref: "#/nowhere" } } }), "unresolved-ref"],
    ["is none", "{}", "not-openapi"],
  ])("if a document %s", async (_, text, code) => {
    writeApi(api());
    await run();
    const before = files();
    writeFileSync(join(folder, "api.json"), text);
    const { outcome, diagnostics, written, removed } = await run({ strict: true });
    expect({ outcome, written, removed }).toEqual({ outcome: "mistakes", written: [], removed: [] });
    expect(diagnostics[0]?.code).toBe(code);
    expect(files()).toEqual(before);
    expect(await run({ documents: [join(folder, "none.json")] })).toMatchObject({
      outcome: "mistakes",
      diagnostics: [{ code: "file-not-found" }],
    });
  });

  it("over a file that was edited by hand or not imported, unless forced", async () => {
    writeApi(api());
    await run();
    writeFileSync(join(out(), "pet.yaml"), "models: {}\n");
    writeFileSync(join(out(), "toy.yaml"), "models: {}\n");
    writeFileSync(join(out(), "mine.yaml"), "models: {}\n");
    const changed = api();
    changed.components.schemas["Toy"] = { type: "object" };
    writeApi(changed);
    const stopped = await run();
    expect(stopped.outcome).toBe("differs");
    expect(stopped.differences.map(({ path, state }) => [path, state])).toEqual([
      ["pet.yaml", "edited"],
      ["toy.yaml", "foreign"],
    ]);
    expect(readFileSync(join(out(), "pet.yaml"), "utf8")).toBe("models: {}\n");
    expect((await run({ force: true })).written).toEqual(["pet.yaml", "toy.yaml"]);
    expect(readFileSync(join(out(), "mine.yaml"), "utf8")).toBe("models: {}\n");
  });
});

describe("documents", () => {
  it("of Swagger 2.0 are upgraded", async () => {
    const definitions = { Pet: { type: "object", properties: { id: { type: "integer", format: "int64" } } } };
    writeApi({ swagger: "2.0", info: { title: "", version: "" }, paths: {}, definitions });
    expect(await run()).toMatchObject({ outcome: "done", written: ["pet.yaml"] });
    expect(readFileSync(join(out(), "pet.yaml"), "utf8")).toBe("models:\n  Pet:\n    fields:\n      id: long\n");
  });

  it("may refer to files next to them, which appear in diagnostics too", async () => {
    const schemas = { Pet: { type: "object", properties: { tag: { $ref: "tag.yaml" } } } };
    writeApi({ openapi: "3.0.0", paths: {}, components: { schemas } });
    writeFileSync(join(folder, "tag.yaml"), "type: string\nenum: [a, b]\nnot: {}\n");
    const { outcome, written, diagnostics, sources } = await run();
    expect({ outcome, written }).toEqual({ outcome: "done", written: ["pet.yaml", "tag.yaml"] });
    expect(diagnostics.map(({ code, span }) => [code, span?.file])).toEqual([
      ["not-imported", join(folder, "tag.yaml")],
    ]);
    expect(sources.map(({ path }) => path)).toEqual([join(folder, "api.json"), join(folder, "tag.yaml")]);
  });
});

describe("a document", () => {
  it("may have unions whose discriminators refer to unions, and so on", async () => {
    const { openapi } = api();
    const unions = Array.from({ length: 18 }, (_, depth) => {
      const value = depth === 17 ? { type: "string" } : { $ref: `#/components/schemas/Union${depth + 1}` };
      const members = ["One", "Other"].map((name) => {
        const properties = { value, [`of${name}`]: { type: "string" } };
        return [`${name}${depth}`, { type: "object", properties }] as const;
      });
      const oneOf = members.map(([name]) => ({ $ref: `#/components/schemas/${name}` }));
      return [[`Union${depth}`, { oneOf, discriminator: { propertyName: "value" } }] as const, ...members];
    });
    writeApi({ openapi, paths: {}, components: { schemas: Object.fromEntries(unions.flat()) } });
    expect(await run()).toMatchObject({ outcome: "done", unchanged: 0 });
  });
});
