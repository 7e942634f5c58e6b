/** The package as people get it: packed, installed in an empty project, and used from there. */
import { execFileSync, spawnSync, type SpawnSyncReturns } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolderForAll, writeTree } from "../folders.js";
import { projectRoot } from "./command.js";

const scratch = temporaryFolderForAll();
const consumer = join(scratch, "consumer");
const installed = join(consumer, "node_modules/modelwright");

/** Runs a program in the consumer's folder, without anything of ours in its surroundings. */
function run(program: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  const { PATH, HOME } = process.env;
  return spawnSync(program, args, {
    cwd: consumer,
    encoding: "utf8",
    env: { PATH, HOME, npm_config_loglevel: "error" },
  });
}

let tarball = "";

beforeAll(() => {
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", scratch], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  tarball = join(scratch, packed.trim());
  writeTree(consumer, { "package.json": '{ "name": "consumer", "private": true, "type": "module" }\n' });
  const args = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--silent", tarball];
  execFileSync("npm", args, { cwd: consumer, stdio: ["ignore", "ignore", "inherit"] });
});

function isCommonJs(path: string): boolean {
  if (/\.[cm]js$/.test(path)) return path.endsWith(".cjs");
  const folders = path.split("/").map((_, at, parts) => parts.slice(0, -at - 1).join("/"));
  const description = folders.map((folder) => join(folder, "package.json")).find((each) => existsSync(each));
  return !/"type": *"module"/.test(readFileSync(description ?? "", "utf8"));
}

interface PackageJson {
  readonly homepage?: string;
  readonly bugs?: unknown;
  readonly repository?: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
}

function packageOf(folder: string): PackageJson {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageJson;
}

function linksIn(markdown: string): readonly string[] {
  return Array.from(htmlOf(markdown).matchAll(/ (?:href|src)="([^"]*)"/g), ([, link = ""]) => link);
}

/** What the headings of a page are called in links. */
function anchorsIn(markdown: string): readonly string[] {
  const headings = Array.from(htmlOf(markdown).matchAll(/<h\d>(.*?)<\/h\d>/g), ([, text = ""]) => text);
  return headings.map((text) =>
    text
      .replace(/<[^>]*>/g, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function htmlOf(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

describe("the package", () => {
  it("contains what it needs and nothing else", () => {
    expect(readdirSync(installed).sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist",
      "docs",
      "package.json",
      "schema",
      "templates",
    ]);
    for (const path of [
      "schema/spec.schema.json",
      "schema/config.schema.json",
      "schema/import-report.schema.json",
      "schema/rehearsal.schema.json",
      "templates/shared/docs/model.hbs",
    ]) {
      expect(existsSync(join(installed, path))).toBe(true);
    }
  });

  it("has documents whose links point to its own files or the web", () => {
    const texts = readdirSync(installed, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
    expect(texts).toContain("docs/spec.md");
    for (const path of texts) {
      for (const link of linksIn(readFileSync(join(installed, path), "utf8"))) {
        if (/^https:/.test(link)) continue;
        const [file = "", anchor] = link.split("#");
        const goal = file === "" ? join(installed, path) : join(installed, dirname(path), file);
        expect(goal.startsWith(installed) && existsSync(goal), `${path} links to ${link}`).toBe(true);
        if (anchor !== undefined)
          expect(anchorsIn(readFileSync(goal, "utf8")), `${path} links to ${link}`).toContain(anchor);
      }
    }
  });

  it("links only to existing files of the repository", () => {
    const repository = "https://github.com/modelwright/modelwright";
    for (const link of linksIn(readFileSync(join(installed, "README.md"), "utf8"))) {
      const [, path] = /^https:\/\/github\.com\/modelwright\/modelwright\/(?:blob|tree)\/main\/(.*)$/.exec(link) ?? [];
      if (path !== undefined) expect(existsSync(join(projectRoot, path)), link).toBe(true);
    }
    const { homepage, bugs, repository: declared } = packageOf(installed);
    expect({ homepage, bugs, declared }).toEqual({
      homepage: `${repository}#readme`,
      bugs: `${repository}/issues`,
      declared: { type: "git", url: `git+${repository}.git` },
    });
  });

  it("is built when it is packed, and has no install scripts", () => {
    const { scripts = {} } = packageOf(installed);
    const atInstall = ["preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare"];
    expect(Object.keys(scripts).filter((name) => atInstall.includes(name))).toEqual([]);
    expect(scripts["prepack"]).toContain("build");
    expect(existsSync(join(installed, "dist/cli/main.cjs"))).toBe(true);
  });

  it("requires CommonJS only: not every Node that it supports can require more", () => {
    const files = readdirSync(join(installed, "dist"), { recursive: true, encoding: "utf8" });
    const required = files
      .filter((name) => name.endsWith(".cjs"))
      .map((name) => join(installed, "dist", name))
      .flatMap((path) =>
        Array.from(readFileSync(path, "utf8").matchAll(/\brequire\("(?!\.)([^"]+)"\)/g), ([, name = ""]) =>
          createRequire(path).resolve(name),
        ),
      );
    expect(required.length).toBeGreaterThan(3);
    expect([...new Set(required)].filter((path) => !isBuiltin(path) && !isCommonJs(path))).toEqual([]);
  });

  it("has the structure that bundlers expect", async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg ?? {}, { color: false }))).toEqual([]);
  });

  it("has types for every kind of module resolution", () => {
    const attw = join(projectRoot, "node_modules/.bin/attw");
    const { status, stdout } = run(
      attw,
      tarball,
      "--profile",
      "esm-only",
      "--no-emoji",
      "--no-color",
      "--format",
      "ascii",
    );
    expect(stdout).toContain("node16 (from ESM): OK (ESM)\nbundler: OK ");
    expect(status).toBe(0);
  });
});

describe("in an empty project", () => {
  it("the first two commands of the README work", () => {
    const init = run("npx", "modelwright", "init");
    expect([init.status, init.stderr]).toEqual([0, ""]);
    const generate = run("npx", "modelwright", "generate");
    expect([generate.status, generate.stderr]).toEqual([0, ""]);
    expect(generate.stdout).toMatch(/^3 models: \d+ files written, 0 unchanged, 0 removed in \d+\.\d\d s\n$/);
    expect(run("npx", "modelwright", "generate").stdout).toMatch(/ 0 files written, /);
    expect(readdirSync(join(consumer, "node_modules/.cache/modelwright"))).toHaveLength(1);
    expect(run("npx", "modelwright", "generate", "--check").status).toBe(0);
  });

  it("an API becomes models: import, init, generate, --check", () => {
    const folder = join(consumer, "from-api");
    writeTree(folder, { "api.json": JSON.stringify(petApi) });
    const bin = join(consumer, "node_modules/.bin/modelwright");
    for (const args of ["import openapi api.json --out spec", "init", "generate", "generate --check"]) {
      const { status, stderr } = spawnSync(bin, args.split(" "), { cwd: folder, encoding: "utf8" });
      expect([args, status, stderr]).toEqual([args, 0, ""]);
    }
    expect(existsSync(join(folder, "generated/java/docs/models/components/Person.md"))).toBe(true);
  });

  it("a program can do the same", () => {
    writeTree(consumer, {
      "use.mjs": program,
      "api.yaml": apiConfig,
      "api/a.yaml": "models: { A: { fields: { a: string } } }\n",
    });
    const { status, stdout, stderr } = run("node", "use.mjs");
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({
      before: "differs",
      generated: "done",
      after: "done",
      written: true,
      inMemory: true,
      mistake: "broken.yaml:1:1: error missing-key: ",
      unknown: 'did you mean "ruby"?',
    });
  });

  it("its types compile with every strict flag", () => {
    writeTree(consumer, { "use.mts": typedProgram, "tsconfig.json": tsconfig });
    const tsc = join(projectRoot, "node_modules/.bin/tsc");
    expect(run(tsc, "--project", ".").stdout).toBe("");
    expect(run(tsc, "--project", ".", "--module", "esnext", "--moduleResolution", "bundler").stdout).toBe("");
    writeTree(consumer, { "use.mts": `${typedProgram}await check({ force: true });\n` });
    expect(run(tsc, "--project", ".").stdout).toContain("'force' does not exist in type 'CheckOptions'");
  });
});

const person = { type: "object", properties: { name: { type: "string" } } };
const petApi = { openapi: "3.1.0", components: { schemas: { Person: person, Address: person } } };

const apiConfig = "spec: api\ntargets: { ruby: { language: ruby, output: api-out, module: Api } }\n";

const program = `
import { writeFileSync } from "node:fs";
import { check, diagnosticText, generate, generateFiles, loadProject, UnknownTarget } from "modelwright";

const before = (await check({ config: "api.yaml" })).outcome;
const { outcome: generated, targets } = await generate({ config: "api.yaml" });
const after = (await check({ config: "api.yaml" })).outcome;
const { value } = await loadProject({ config: "api.yaml" });
const files = (await generateFiles(value)).targets[0].files;
writeFileSync("broken.yaml", "spec: api\\n");
const { diagnostics, sources } = await generate({ config: "broken.yaml" });
const text = diagnosticText(diagnostics[0], new Map(sources.map((source) => [source.path, source])));
const unknown = await generate({ config: "api.yaml", targets: ["rubi"] }).catch((error) => error instanceof UnknownTarget && error.hint);
console.log(
  JSON.stringify({
    before,
    generated,
    after,
    written: targets[0].written.length === files.length,
    inMemory: files.some(({ path, text }) => path === "docs/models/shared/a.md" && text.startsWith("# A")),
    mistake: text.split("\\n")[0].slice(0, 36),
    unknown,
  }),
);
`;

const typedProgram = `
import { check, type Diagnostic, diagnosticText, generate, generateFiles, hasErrors, loadProject, type RunResult } from "modelwright";

const result: RunResult = await generate({ config: "api.yaml", targets: ["ruby"], force: false, dryRun: true });
const { outcome }: { outcome: "done" | "mistakes" | "differs" | "cancelled" } = await check({ shard: { index: 1, count: 2 }, cache: false });
const messages: readonly string[] = result.diagnostics.map((each: Diagnostic) => diagnosticText(each, new Map()));
const { value: input, diagnostics } = await loadProject();
if (input !== undefined && !hasErrors(diagnostics)) {
  const { targets } = await generateFiles(input);
  const paths: readonly string[] = targets.flatMap(({ files }) => files.map(({ path }) => path));
  process.stdout.write([outcome, ...messages, ...paths].join());
}
`;

const tsconfig = JSON.stringify({
  compilerOptions: {
    module: "nodenext",
    target: "es2022",
    lib: ["es2023"],
    types: ["node"],
    typeRoots: [join(projectRoot, "node_modules/@types")],
    noEmit: true,
    strict: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
  },
  files: ["use.mts"],
});
