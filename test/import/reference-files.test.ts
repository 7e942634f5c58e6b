/** Which files a `$ref` may lead to: nothing outside the folder of the documents is read, nor anything but a file. */
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { diagnosticText } from "../../src/diagnostics/text.js";
import { DiskError } from "../../src/disk/disk-error.js";
import { type ImportRun, type ImportRunOptions, runImport } from "../../src/cli/import-run.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";

const secret = "db: {type: object, description: classified";

/** A folder with a document whose field `a` refers to something, and a secret beside the document's folder. */
function project(ref: string): string {
  const folder = temporaryFolder();
  const schemas = { Pet: { type: "object", properties: { a: { $ref: ref } } } };
  writeTree(folder, {
    "secret.yaml": `${secret}}\n`,
    "broken.yaml": secret,
    "api/pet.json": JSON.stringify({ openapi: "3.1.0", paths: {}, components: { schemas } }, undefined, 2),
    "api/parts/tag.yaml": "type: string\nenum: [a, b]\n",
  });
  return folder;
}

function run(folder: string, options: Partial<ImportRunOptions> = {}): Promise<ImportRun> {
  const [documents, out] = [[join(folder, "api/pet.json")], join(folder, "spec")];
  return runImport({ documents, out, mode: "write", ...options });
}

/** All that a run reports, as it is printed. */
function reported({ diagnostics, sources }: ImportRun): string {
  const files = new Map(sources.map((each) => [each.path, each]));
  return diagnostics.map((each) => diagnosticText(each, files)).join("\n");
}

/** The reference is a bad spot, with --strict an error; nothing of the file is in a message or in the spec. */
async function expectRefused(folder: string, options: Partial<ImportRunOptions> = {}): Promise<void> {
  const result = await run(folder, { ...options, strict: true });
  const text = reported(result);
  expect(result.diagnostics.map(({ code, span }) => [code, span?.file])).toEqual([
    ["forbidden-ref", join(folder, "api/pet.json")],
  ]);
  expect(text).toContain("at #/components/schemas/Pet/properties/a/$ref is not followed");
  expect(text).not.toMatch(/classified/);
  expect(result.sources).toHaveLength(1);
  expect([result.outcome, [...readTree(join(folder, "spec")).keys()]]).toEqual(["mistakes", []]);
  const lenient = await run(folder, options);
  expect(lenient.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["forbidden-ref", "warning"]]);
  expect(lenient.outcome).toBe("done");
  const spec = [...readTree(join(folder, "spec"))].join("\n");
  expect(spec).toMatch(/a: any/);
  expect(spec + reported(lenient)).not.toMatch(/classified/);
}

describe("a $ref to a file outside the folder of the documents is refused without reading it", () => {
  it.each([
    ["by ..", "../secret.yaml#/db"],
    ["to a file that cannot be parsed", "../broken.yaml#/db"],
    ["to a file that does not exist", "../gone.yaml#/db"],
    ["by .. with percent signs", "%2e%2e/secret.yaml#/db"],
    ["by .. with percent signs throughout", "%2E%2E%2fsecret.yaml#/db"],
    ["after a folder inside", "parts/../../secret.yaml#/db"],
    ["to what only begins like the folder", "../api2/secret.yaml#/db"],
    ["to a file of the system", "../../../../../../../../etc/passwd"],
    ["by an absolute path", "/etc/passwd"],
    ["to a device", "../../../../../../../../dev/zero"],
    ["to the environment", "/proc/self/environ"],
    ["to the folder above", ".."],
  ])("%s", async (_, ref) => {
    const folder = project(ref);
    writeTree(folder, { "api2/secret.yaml": `${secret}}\n` });
    await expectRefused(folder);
  });

  it("by an absolute path that exists", async () => {
    const folder = project("");
    const schemas = { Pet: { type: "object", properties: { a: { $ref: `${folder}/secret.yaml#/db` } } } };
    writeTree(folder, { "api/pet.json": JSON.stringify({ openapi: "3.1.0", paths: {}, components: { schemas } }) });
    await expectRefused(folder);
  });

  it.each([
    ["a link to a file", "link.yaml#/db", "link.yaml", "secret.yaml"],
    ["a link to a folder", "link/secret.yaml#/db", "link", "."],
    ["a link to the root", "link/etc/passwd", "link", "/"],
  ])("by %s", async (_, ref, link, target) => {
    const folder = project(ref);
    symlinkSync(join(target === "/" ? "/" : join(folder, target)), join(folder, "api", link));
    await expectRefused(folder);
  });

  it("by a mapping of a discriminator", async () => {
    const folder = project("#/components/schemas/Pet");
    const tagged = (name: string) => ({ type: "object", properties: { k: { type: "string" }, [name]: {} } });
    const union = {
      oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }],
      discriminator: { propertyName: "k", mapping: { a: "../secret.yaml#/db", b: "B" } },
    };
    const schemas = { A: tagged("a"), B: tagged("b"), AorB: union };
    writeTree(folder, { "api/pet.json": JSON.stringify({ openapi: "3.1.0", paths: {}, components: { schemas } }) });
    const result = await run(folder);
    expect(result.diagnostics.map(({ code }) => code)).toContain("forbidden-ref");
    expect(reported(result)).not.toMatch(/classified/);
  });

  it("each time that it is written", async () => {
    const folder = project("");
    const properties = { a: { $ref: "../secret.yaml#/x" }, b: { $ref: "../secret.yaml#/y" }, c: { $ref: "gone.yaml" } };
    const schemas = { Pet: { type: "object", properties }, Too: { type: "object", properties } };
    writeTree(folder, { "api/pet.json": JSON.stringify({ openapi: "3.1.0", paths: {}, components: { schemas } }) });
    const { diagnostics } = await run(folder);
    const places = diagnostics.map(({ code, related = [] }) => [code, related.length + 1]);
    expect(places).toEqual([
      ["forbidden-ref", 2],
      ["forbidden-ref", 2],
      ["unresolved-ref", 2],
    ]);
  });
});

describe("a $ref to anything but a regular file is refused without opening it", () => {
  it("a FIFO, a folder, a socket", async () => {
    for (const [ref, make] of [
      ["fifo", (path: string) => execFileSync("mkfifo", [path])],
      ["folder", (path: string) => mkdirSync(path)],
    ] as const) {
      const folder = project(ref);
      make(join(folder, "api", ref));
      await expectRefused(folder);
    }
  });

  it("a device in a folder that is allowed", async () => {
    const folder = project("../../../../../../../../dev/zero");
    await expectRefused(folder, { allowRefs: ["/dev"] });
  });
});

describe("a $ref that cannot be followed is a bad spot", () => {
  it.each([
    ["a null character", "parts/tag.yaml\0#/a", "the path has a null character"],
    ["an encoded null character", "parts%00/tag.yaml", "the path has a null character"],
    ["a name that is too long", `parts/${"a".repeat(5000)}.yaml`, "the path is too long"],
    ["links in a circle", "circle.yaml#/a", "its symbolic links lead in a circle"],
    ["a file for a folder", "parts/tag.yaml/more.yaml", "a part of its path is a file"],
  ])("by %s", async (_, ref, reason) => {
    const folder = project(ref);
    symlinkSync("circle.yaml", join(folder, "api/circle.yaml"));
    const result = await run(folder);
    expect(result.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["unresolved-ref", "warning"]]);
    expect(result.diagnostics[0]!.message).toContain(reason);
    expect(result.outcome).toBe("done");
  });
});

describe("a $ref is followed", () => {
  const done = { outcome: "done", diagnostics: [], written: ["pet.yaml", "tag.yaml"] };

  it("inside the folder, also by a link, an absolute path and a path with ..", async () => {
    for (const ref of ["parts/tag.yaml", "./parts/../parts/tag%2Eyaml", "link/tag.yaml"]) {
      const folder = project(ref);
      symlinkSync(join(folder, "api/parts"), join(folder, "api/link"));
      expect(await run(folder), ref).toMatchObject(done);
    }
    const folder = project("");
    const schemas = { Pet: { type: "object", properties: { a: { $ref: join(folder, "api/parts/tag.yaml") } } } };
    writeTree(folder, { "api/pet.json": JSON.stringify({ openapi: "3.1.0", paths: {}, components: { schemas } }) });
    expect(await run(folder)).toMatchObject(done);
  });

  it("inside the common folder of several documents", async () => {
    const folder = project("../common/tag.yaml");
    writeTree(folder, {
      "common/tag.yaml": "type: string\nenum: [a, b]\n",
      "other/deep/api.yaml": "openapi: 3.1.0\npaths: {}\ncomponents: { schemas: {} }\n",
    });
    await expectRefused(folder);
    const documents = [join(folder, "api/pet.json"), join(folder, "other/deep/api.yaml")];
    expect(await run(folder, { documents })).toMatchObject(done);
  });

  it("inside an allowed folder, but not next to it", async () => {
    const folder = project("../common/tag.yaml");
    writeTree(folder, { "common/tag.yaml": "type: string\nenum: [a, b]\n", "rare/x.yaml": "{}" });
    const link = join(folder, "link");
    symlinkSync(join(folder, "common"), link);
    expect(await run(folder, { allowRefs: [join(folder, "rare"), link] })).toMatchObject(done);
    const { diagnostics } = await run(folder, { allowRefs: [join(folder, "rare")] });
    expect(diagnostics.map(({ code }) => code)).toEqual(["forbidden-ref"]);
  });

  it("if the folder of the document is a link itself", async () => {
    const folder = project("parts/tag.yaml");
    symlinkSync(join(folder, "api"), join(folder, "linked"));
    expect(await run(folder, { documents: [join(folder, "linked/pet.json")] })).toMatchObject(done);
  });
});

it("an allowed folder must be a folder", async () => {
  const folder = project("#/components/schemas/Pet");
  writeFileSync(join(folder, "file"), "");
  await expect(run(folder, { allowRefs: [join(folder, "gone")] })).rejects.toThrow(DiskError);
  await expect(run(folder, { allowRefs: [join(folder, "file")] })).rejects.toThrow("it is not a folder");
});

it("a file: URL and a URL are not followed", async () => {
  for (const url of [
    (folder: string) => pathToFileURL(join(folder, "secret.yaml")).href,
    () => "https://example.com/a",
  ]) {
    const folder = project("");
    const schemas = { Pet: { type: "object", properties: { a: { $ref: `${url(folder)}#/db` } } } };
    writeTree(folder, { "api/pet.json": JSON.stringify({ openapi: "3.1.0", paths: {}, components: { schemas } }) });
    const result = await run(folder, { strict: true });
    expect(result.outcome).toBe("mistakes");
    expect(reported(result)).not.toMatch(/classified/);
  }
});
