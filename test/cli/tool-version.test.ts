/** `diff --tool-version` with a second build: the packed package, with changed templates. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { micromark } from "micromark";
import { beforeAll, describe, expect, it } from "vitest";
import { rehearsalSchema } from "../../src/compare/json-schema.js";
import { readTree, temporaryFolder, temporaryFolderForAll, writeTree } from "../folders.js";
import { modelwright, projectRoot } from "./command.js";
import { makeProject, spec } from "./project.js";

const isRehearsal = new Ajv({ strict: true }).compile(rehearsalSchema());

const packed = join(temporaryFolderForAll(), "package");

beforeAll(() => {
  const folder = join(packed, "..");
  const name = execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  execFileSync("tar", ["-xzf", join(folder, name.trim()), "-C", folder]);
});

type Edit = readonly [path: string, from: string, to: string];

/** A folder with another version, with edits of its files. */
function install(...edits: readonly Edit[]): string {
  const folder = temporaryFolder();
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(join(projectRoot, "node_modules")))
    symlinkSync(join(projectRoot, "node_modules", name), join(modules, name));
  const installed = join(modules, "modelwright");
  cpSync(packed, installed, { recursive: true });
  const version: Edit = ["package.json", '"version": "', '"version": "9.9.'];
  for (const [path, from, to] of [version, ...edits]) {
    const text = readFileSync(join(installed, path), "utf8");
    expect(text, path).toContain(from);
    writeFileSync(join(installed, path), text.replace(from, to));
  }
  return folder;
}

const pages: Edit = ["templates/shared/docs/model.hbs", "{{", "<!-- new -->\n{{"];
const code: Edit = ["templates/ruby/classes/model.rb.hbs", "class {{", "class ::{{"];
const comments: Edit = ["templates/ruby/classes/model.rb.hbs", "    fields do", "    # new\n    fields do"];
const broken: Edit = ["templates/shared/docs/model.hbs", "{{", "{{nothing}}{{"];

interface Rehearsed {
  readonly verdict: string;
  readonly versions: unknown;
  readonly changes: readonly {
    readonly kind: string;
    readonly paths: readonly string[];
    readonly lines: readonly string[];
  }[];
  readonly problems: readonly { readonly code: string }[];
}

function rehearse(folder: string, other: string): Rehearsed {
  const { stdout, stderr } = modelwright(folder, ["diff", "--tool-version", other, "--format", "json"]);
  expect(stdout, stderr).not.toBe("");
  const rehearsed = JSON.parse(stdout) as Rehearsed;
  expect(isRehearsal(rehearsed), JSON.stringify(isRehearsal.errors)).toBe(true);
  return rehearsed;
}

describe("modelwright diff --tool-version", () => {
  it("finds no change by a version that generates the same, in a package or in node_modules", () => {
    const other = install();
    const folder = makeProject();
    for (const path of [other, join(other, "node_modules/modelwright")]) {
      const { status, stdout, stderr } = modelwright(folder, ["diff", "--tool-version", path]);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(/^modelwright 9\.9\.\S+ in place of \S+: none\n {2}ruby {2}\d+ unchanged\n$/);
    }
  });

  it("tells pages, comments and code apart", () => {
    const folder = makeProject();
    const kinds = (other: string): unknown => {
      const { verdict, changes } = rehearse(folder, other);
      return [verdict, ...changes.map(({ kind, paths, lines }) => [kind, ...paths, ...lines])];
    };
    const page = "out/docs/models/shared/pet.md";
    const pet = "out/lib/acme/shared/pet.rb";
    expect(kinds(install(pages))).toEqual(["silent", ["pages", page, "+<!-- new -->"]]);
    expect(kinds(install(comments))).toEqual(["silent", ["comments", pet, "+    # new"]]);
    expect(kinds(install(code, pages))).toEqual([
      "conditional",
      ["code", pet, "-  class Pet", "+  class ::Pet"],
      ["pages", page, "+<!-- new -->"],
    ]);
  });

  it("touches nothing, and reads no generated file", () => {
    const folder = makeProject();
    const other = install(pages);
    const before = [...readTree(folder)];
    const report = rehearse(folder, other);
    expect([...readTree(folder)]).toEqual(before);
    modelwright(folder, ["generate"]);
    writeTree(folder, { "out/docs/models/shared/pet.md": "edited" });
    expect(rehearse(folder, other)).toEqual(report);
  });

  it("reports what only the other version finds", () => {
    const folder = makeProject();
    const other = install(broken);
    const { verdict, problems, changes } = rehearse(folder, other);
    expect([verdict, problems.map(({ code: each }) => each), changes]).toEqual(["breaking", ["template-error"], []]);
    const { status, stdout, stderr } = modelwright(folder, ["diff", "--tool-version", other, "--fail-on", "breaking"]);
    expect([status, stdout]).toEqual([1, expect.stringContaining("  1 new error\n")]);
    expect(stderr).toContain("error template-error: ");
  });

  it("does not report what both find", () => {
    const folder = makeProject({
      "spec/slow.yaml": 'models: { A: { fields: { a: { type: string, pattern: "^(a+)+$" } } } }\n',
    });
    expect(rehearse(folder, install())).toMatchObject({ verdict: "none", problems: [] });
    writeTree(folder, { "spec/pet.yaml": spec.replace("string?", "nothing") });
    expect(modelwright(folder, ["diff", "--tool-version", install()])).toMatchObject({ status: 3, stdout: "" });
  });

  it("writes Markdown that nothing breaks out of", () => {
    const folder = makeProject();
    const other = install(["templates/shared/docs/model.hbs", "{{", "```\n</details><h1>@all\n{{"]);
    const { stdout } = modelwright(folder, ["diff", "--tool-version", other, "--format", "markdown"]);
    const html = micromark(stdout, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
    expect([html.match(/<h1>/g), html.match(/<\/details>/g)?.length]).toEqual([null, 1]);
    expect(html).toContain("&lt;h1&gt;@all");
  });

  it("refuses what is no modelwright, and flags that do not belong together", () => {
    const folder = makeProject();
    const other = install();
    const refusal = (...args: readonly string[]): unknown => {
      const { status, stdout, stderr } = modelwright(folder, ["diff", ...args]);
      expect(stdout).toBe("");
      return [status, stderr.split("\n")[0]];
    };
    expect(refusal("--tool-version", folder)).toEqual([2, `error: there is no modelwright in "${folder}"`]);
    expect(refusal("main", "--tool-version", other)).toEqual([
      2,
      "error: a base cannot be combined with --tool-version",
    ]);
    expect(refusal("--tool-version", other, "--from", "1", "--to", "2")).toEqual([
      2,
      expect.stringContaining("--from"),
    ]);
    expect(refusal("--tool-version", other, "--format", "sarif")).toEqual([
      2,
      "error: --tool-version has no --format sarif",
    ]);
    const damaged = install(["dist/index.js", "", "throw new Error('damaged');\n"]);
    expect(refusal("--tool-version", damaged)).toEqual([
      2,
      expect.stringContaining("cannot be loaded: Error: damaged"),
    ]);
  });
});
