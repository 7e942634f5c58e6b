import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree, temporaryFolder, writeTree } from "../folders.js";
import { modelwright } from "./command.js";
import { config } from "./project.js";

const document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  components: {
    schemas: {
      Pet: { type: "object", required: ["name"], properties: { name: { type: "string" }, age: { type: "integer" } } },
      Owner: { type: "object", properties: { pets: { type: "array", items: { $ref: "#/components/schemas/Pet" } } } },
    },
  },
};

function makeDocument(more: object = {}): string {
  const folder = temporaryFolder();
  writeTree(folder, { "api.json": JSON.stringify({ ...document, ...more }, undefined, 2), "modelwright.yaml": config });
  return folder;
}

const importing = ["import", "openapi", "api.json", "--out", "spec", "--models-only"];

describe("modelwright import openapi", () => {
  it("writes specs that can be generated from", () => {
    const folder = makeDocument();
    const { status, stdout, stderr } = modelwright(folder, importing);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^2 components and 0 operations of 1 document: \d+ files written, 0 unchanged, 0 removed in \d+\.\d\d s\nschemas: 2 intact, 0 loosened, 0 dropped\nfields: .*\nconstraints: .*\nnext: npx modelwright generate\n$/,
    );
    expect(modelwright(folder, ["generate"])).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(join(folder, "out/docs/models/shared/owner.md"))).toBe(true);
  });

  it("suggests the next step in a folder without a config", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "api.json": JSON.stringify(document) });
    const run = (out: string, ...more: readonly string[]) =>
      modelwright(folder, ["import", "openapi", "api.json", "--out", out, ...more]).stdout;
    expect(run("spec")).toMatch(/ dropped\nnext: npx modelwright init\n$/);
    expect(run("./spec/")).toMatch(/\nnext: npx modelwright init\n$/);
    expect(run("api")).toMatch(/\nnext: npx modelwright init, then set "spec: api" in modelwright\.yaml\n$/);
    expect(run("spec", "--check")).not.toContain("next:");
    expect(run("spec", "--dry-run")).not.toContain("next:");
  });

  it("fetches nothing: a URL is an invalid command line, with the command that downloads it", () => {
    const folder = temporaryFolder();
    const run = (url: string) => modelwright(folder, ["import", "openapi", url, "--out", "spec"]);
    expect(run("https://example.com/api/openapi.yaml?v=1")).toMatchObject({
      status: 2,
      stderr:
        'error: expected a file, found the URL "https://example.com/api/openapi.yaml?v=1"\n' +
        "  download it first: curl --fail --location --output openapi.yaml 'https://example.com/api/openapi.yaml?v=1'\n",
    });
    expect(run("HTTP://example.com/x").stderr).toContain("--output openapi.json HTTP://example.com/x\n");
  });

  it("follows references into allowed folders", () => {
    const folder = temporaryFolder();
    const schemas = { Pet: { type: "object", properties: { a: { $ref: "../a/a.yaml" }, b: { $ref: "../b/b.yaml" } } } };
    writeTree(folder, {
      "api/api.json": JSON.stringify({ ...document, components: { schemas } }),
      "a/a.yaml": "type: integer\n",
      "b/b.yaml": "type: integer\n",
    });
    const run = (...more: readonly string[]) =>
      modelwright(folder, ["import", "openapi", ...more, "api/api.json", "--out", "spec", "--strict"]);
    const allowed = ["--allow-refs", "a", "--allow-refs", "b"];
    expect(run().stderr.match(/error forbidden-ref: /g)).toHaveLength(2);
    expect(run("--allow-refs", "a").stderr).toContain('"b/b.yaml" is outside the folder of the documents');
    expect(run("--allow-refs", "a")).toMatchObject({
      status: 3,
      stdout: expect.not.stringContaining("next:") as string,
    });
    expect(run(...allowed, "--check").stdout).toContain("--allow-refs a --allow-refs b");
    expect(run(...allowed)).toMatchObject({ status: 0, stderr: "" });
    expect(run("--allow-refs", "gone")).toMatchObject({ status: 3, stdout: "" });
  });

  it("changes nothing the second time, and --check confirms it", () => {
    const folder = makeDocument();
    modelwright(folder, importing);
    expect(modelwright(folder, importing).stdout).toContain(": 0 files written, ");
    expect(modelwright(folder, [...importing, "--check"]).status).toBe(0);
    writeTree(folder, {
      "api.json": JSON.stringify({ ...document, components: { schemas: { Pet: { type: "string" } } } }),
    });
    const { status, stdout } = modelwright(folder, [...importing, "--check"]);
    expect(status).toBe(1);
    expect(stdout).toContain("is left over: the documents no longer have what it was imported from\n");
    expect(stdout).toContain("is out of date with the documents that it was imported from\n");
    expect(stdout).toContain("\nto fix: npx modelwright import openapi api.json --out spec --models-only\n");
  });

  it("reports what would be written", () => {
    const folder = makeDocument();
    const { status, stdout } = modelwright(folder, [...importing, "--dry-run"]);
    expect([status, existsSync(join(folder, "spec"))]).toEqual([0, false]);
    expect(stdout).toMatch(/: would write \d+ files, keep 0, remove 0 in /);
  });

  it("needs little memory for an example with many values", () => {
    const example = Array.from({ length: 300_000 }, (_, at) => at);
    const schemas = { List: { type: "array", items: { type: "integer" }, example } };
    const folder = makeDocument({ components: { schemas } });
    const { status, stderr } = modelwright(folder, importing, { env: { NODE_OPTIONS: "--max-old-space-size=128" } });
    expect([status, stderr]).toEqual([0, ""]);
  });

  it("does not overwrite specs that were edited or written by hand", () => {
    const folder = makeDocument();
    modelwright(folder, importing);
    const [path = ""] = [...readTree(join(folder, "spec")).keys()].filter((name) => name.endsWith(".yaml"));
    writeTree(folder, { [`spec/${path}`]: "# mine\n" });
    const { status, stderr } = modelwright(folder, importing);
    expect(status).toBe(1);
    expect(stderr).toContain(`"spec/${path}" was edited by hand`);
    expect(stderr).toContain(
      "  hint: move the change to the document that it was imported from, or overwrite it with --force\n",
    );
    expect(readFileSync(join(folder, "spec", path), "utf8")).toBe("# mine\n");
    expect(modelwright(folder, [...importing, "--force"]).status).toBe(0);
  });

  it("reports where a document is wrong, and writes nothing", () => {
    const folder = makeDocument({ components: { schemas: { A: { $ref: "#/components/schemas/Gone" } } } });
    const { status, stderr } = modelwright(folder, [...importing, "--strict"]);
    expect(status).toBe(3);
    expect(stderr).toMatch(/^api\.json:\d+:\d+: error unresolved-ref: /);
    expect(existsSync(join(folder, "spec"))).toBe(false);
    expect(modelwright(folder, [...importing, "--strict", "--quiet"])).toMatchObject({ status: 3, stdout: "", stderr });
    const lenient = modelwright(folder, [...importing, "--report", "report.json"]);
    expect(lenient.status).toBe(0);
    expect(lenient.stderr).toMatch(/^api\.json:\d+:\d+: warning unresolved-ref: /);
    expect(existsSync(join(folder, "report.json"))).toBe(true);
    expect(modelwright(folder, [...importing, "--quiet"])).toMatchObject({ status: 0, stdout: "", stderr: "" });
    expect(modelwright(folder, ["import", "openapi", "gone.json", "--out", "spec"])).toMatchObject({
      status: 3,
      stderr: 'error file-not-found: the file "gone.json" does not exist\n',
    });
  });

  it.each([
    [
      ["--names", "documented:rubi"],
      'error: unknown value "documented:rubi" for --names\n  did you mean "documented:ruby"?\n',
    ],
    [
      ["--names", "qualified", "documented:java"],
      "error: --names qualified cannot be combined with documented names\n",
    ],
  ])("rejects %j", (args, reported) => {
    expect(modelwright(makeDocument(), [...importing, ...args])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: reported,
    });
  });
});
