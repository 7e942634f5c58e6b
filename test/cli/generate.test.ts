import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree, writeTree } from "../folders.js";
import { modelwright, projectRoot } from "./command.js";
import { config, makeProject, spec, steady } from "./project.js";

const team = `models:
  Team:
    fields:
      lead: Person
`;

describe("modelwright generate", () => {
  it("reports in one line what it did", () => {
    const folder = makeProject();
    const first = modelwright(folder, ["generate"]);
    const count = readTree(join(folder, "out")).size - 1;
    expect(steady(first.stdout)).toBe(`1 model: ${count} files written, 0 unchanged, 0 removed in 0.00 s\n`);
    expect([first.status, first.stderr]).toEqual([0, ""]);
    const second = modelwright(folder, ["generate"]);
    expect(steady(second.stdout)).toBe(`1 model: 0 files written, ${count} unchanged, 0 removed in 0.00 s\n`);
    expect([second.status, second.stderr]).toEqual([0, ""]);
  });

  it("reports where a typo is and what was meant, and writes nothing", () => {
    const folder = makeProject({ "spec/pet.yaml": spec.replace("required", "requird") });
    const { status, stdout, stderr } = modelwright(folder, ["generate"]);
    expect(status).toBe(3);
    expect(stderr).toMatch(
      /^spec\/pet\.yaml:5:29: error unknown-key: .*\n.*requird.*\n +\^\^\^\^\^\^\^\n.*did you mean "required"\?\n$/,
    );
    expect(steady(stdout)).toBe("1 error in 0.00 s; no files were written\n");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("prints the first 50 errors of each file, and counts the others", () => {
    const wrong = (name: string, count: number): string =>
      `models:\n${Array.from({ length: count }, (_, at) => `  ${name}${at}: { fields: { a: { type: string, typo: 1 } } }\n`).join("")}`;
    const folder = makeProject({
      "spec/a.yaml": wrong("A", 2_000),
      "spec/b.yaml": wrong("B", 51),
      "spec/c.yaml": wrong("C", 50),
    });
    const ended = (...args: readonly string[]) => modelwright(folder, ["generate", ...args]);
    const count = (text: string, file: string): number => text.split(`${file}:`).length - 1;

    const { status, stderr } = ended();
    expect(status).toBe(3);
    expect(["a", "b", "c"].map((name) => count(stderr, `spec/${name}.yaml`))).toEqual([50, 50, 50]);
    expect(stderr).toContain("\n… and 1,950 more errors in spec/a.yaml; use --format text to see all\n");
    expect(stderr).toContain("\n… and 1 more error in spec/b.yaml; use --format text to see all\n");
    expect(stderr).not.toContain("spec/c.yaml;");

    expect(count(ended("--format", "text").stderr, "spec/a.yaml")).toBe(2_000);
    const github = ended("--format", "github").stdout;
    expect(github.split("\n::error ").length - 1).toBe(150);
    expect(github).toContain("… and 1,950 more errors in spec/a.yaml");
    expect(JSON.parse(ended("--format", "json").stdout).diagnostics).toHaveLength(2_101);
    expect(JSON.parse(ended("--format", "gitlab").stdout)).toHaveLength(2_101);
  });

  it("shows the line of an unchanged spec that a change of another one made wrong", async () => {
    const person = "models: { Person: { fields: { name: string } } }\n";
    const folder = makeProject({ "spec/person.yaml": person, "spec/team.yaml": team });
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(modelwright(folder, ["generate"]).status).toBe(0);
    writeTree(folder, { "spec/person.yaml": person.replace("Person", "Member") });
    const { status, stderr } = modelwright(folder, ["generate"]);
    expect(stderr).toMatch(/^spec\/team\.yaml:4:13: error unknown-type: .*\n.* {6}lead: Person\n +\^{6}\n/);
    expect(status).toBe(3);
  });

  it("does not load Handlebars for the shipped templates", () => {
    const reported = `process.on("exit", () => console.log(Object.keys(require.cache).filter((path) => path.includes("handlebars"))))`;
    const script = `import { createRequire } from "node:module"; const require = createRequire("file:///x"); ${reported}`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(script)}`;
    const loadedIn = (folder: string): string => modelwright(folder, ["generate"], { env: { NODE_OPTIONS } }).stdout;
    expect(loadedIn(makeProject())).toContain("\n[]\n");
    const own = {
      "own/docs/model.hbs": "# {{title}}\n",
      "modelwright.yaml": config.replace("ruby,", "ruby, templates: own,"),
    };
    expect(loadedIn(makeProject(own))).toContain("handlebars/dist");
  });

  it("shows paths relative to the working folder", () => {
    const folder = makeProject({ "spec/pet.yaml": "models: 1\n", "elsewhere/x": "" });
    const { stderr } = modelwright(join(folder, "elsewhere"), ["generate", "--config", "../modelwright.yaml"]);
    expect(stderr).toMatch(/^\.\.\/spec\/pet\.yaml:1:9: error/);
  });

  it("writes the same files from any working folder", () => {
    const [here, there] = [makeProject(), makeProject()];
    modelwright(here, ["generate"]);
    modelwright("/", ["generate", "--config", join(there, "modelwright.yaml")]);
    expect(readTree(join(there, "out"))).toEqual(readTree(join(here, "out")));
  });

  it.each([
    [
      "no config",
      {},
      ["modelwright.yaml"],
      'error file-not-found: the file "modelwright.yaml" does not exist\n  hint: run "npx modelwright init" to write one\n',
    ],
    ["no spec folder", {}, ["spec"], 'modelwright.yaml:1:7: error file-not-found: the folder "spec" does not exist\n'],
    ["no spec in it", { "spec/README.md": "" }, ["spec/pet.yaml"], "modelwright.yaml:1:7: error nothing-to-do: "],
    ["no model", { "spec/pet.yaml": "models: {}\n" }, [], "error nothing-to-do: the spec has no models"],
    ["a config that is no YAML", { "modelwright.yaml": "a: [" }, [], "modelwright.yaml:1:"],
    ["a config that is a folder", { "modelwright.yaml/x": "" }, ["modelwright.yaml"], "error unreadable-file: "],
    ["no targets", { "modelwright.yaml": "spec: spec\n" }, [], "modelwright.yaml:1:1: error missing-key: "],
  ])("ends with 3 if there is %s", (_what, files, without, reported) => {
    const folder = makeProject();
    for (const path of without) rmSync(join(folder, path), { recursive: true });
    writeTree(folder, files);
    const { status, stderr } = modelwright(folder, ["generate"]);
    expect(stderr).toContain(reported);
    expect(status).toBe(3);
  });

  it("treats a target's own template as such, even if it is equal to a shipped one", () => {
    const shipped = readFileSync(join(projectRoot, "templates/typescript/model.hbs"), "utf8");
    const folder = makeProject({
      "modelwright.yaml": config.replace("}", ", templates: own }"),
      "own/classes/model.rb.hbs": shipped,
    });
    const { status, stderr } = modelwright(folder, ["generate"]);
    expect(status).toBe(3);
    expect(stderr).toContain('own/classes/model.rb.hbs:1:1: error template-error: there is no partial "header"');
  });

  it("warns of templates that no page uses, and knows which name was meant", () => {
    const folder = makeProject({
      "modelwright.yaml": config.replace("}", ", templates: own }"),
      "own/docs/modle.hbs": "x",
      "own/docs/enum.handlebars": "x",
      "own/docs/union.hbs.orig": "x",
      "own/runtime/model_support/omited.rb": "x",
      "own/docs/model.hbs": "{{> part}}{{> 'docs/frame' }}",
      "own/part.hbs": "{{title}}",
      "own/docs/frame.hbs": "x",
      "own/README.md": "x",
    });
    const { status, stderr } = modelwright(folder, ["generate"]);
    expect(status).toBe(0);
    expect(stderr).toBe(
      [
        'own/docs/enum.handlebars: warning unused-template: no page uses the file "docs/enum.handlebars"',
        '  hint: name it "docs/enum.hbs" to replace the shipped template',
        'own/docs/modle.hbs:1:1: warning unused-template: no page uses the template "docs/modle"',
        "  1 | x",
        "      ^",
        '  hint: did you mean "docs/model"?',
        'own/runtime/model_support/omited.rb:1:1: warning unused-template: no page uses the template "runtime/model_support/omited.rb"',
        "  1 | x",
        "      ^",
        '  hint: did you mean "runtime/model_support/omitted.rb"?',
        "",
      ].join("\n"),
    );
  });

  it("ends with 3 if a file cannot be read", () => {
    const folder = makeProject();
    symlinkSync("pet2.yaml", join(folder, "spec/pet2.yaml"));
    const { status, stderr } = modelwright(folder, ["generate"]);
    expect(stderr).toBe(
      'error unreadable-file: "spec/pet2.yaml" cannot be read: its symbolic links lead in a circle\n',
    );
    expect(status).toBe(3);
  });

  it("ends with 3 and a message if it may not write, and leaves nothing half-done", () => {
    const folder = makeProject();
    mkdirSync(join(folder, "out"));
    chmodSync(join(folder, "out"), 0o555);
    chmodSync(folder, 0o755);
    const isRoot = process.getuid?.() === 0;
    const { status, stderr } = modelwright(folder, ["generate"], isRoot ? { uid: 65_534, gid: 65_534 } : {});
    expect(stderr).toBe(`error: cannot write "${folder}/out/.modelwright-lock": permission denied\n`);
    expect(status).toBe(3);
    expect(readTree(join(folder, "out")).size).toBe(0);
    chmodSync(join(folder, "out"), 0o755);
  });

  it("ends with 1 before anything is written if something prevents writing", () => {
    const folder = makeProject({ "out/docs/models/shared/pet.md": "mine" });
    const stopped = modelwright(folder, ["generate"]);
    expect(stopped.status).toBe(1);
    expect(stopped.stderr).toContain(
      'spec/pet.yaml:2:3: error foreign-file: "out/docs/models/shared/pet.md" is in the way: it was not generated\n',
    );
    expect(stopped.stdout).toMatch(
      /no files were written: 1 file is in the way \(.*\)\nto fix: npx modelwright generate --force\n$/,
    );
    expect([...readTree(join(folder, "out")).keys()]).toEqual(["docs/models/shared/pet.md"]);
    expect(modelwright(folder, ["generate", "--force"]).status).toBe(0);
    expect(readFileSync(join(folder, "out/docs/models/shared/pet.md"), "utf8")).toContain("# Pet");
  });

  it("does not replace a file by the output folder, not even with --force", () => {
    const folder = makeProject({ out: "a file" });
    const { status, stderr } = modelwright(folder, ["generate", "--force"]);
    expect(stderr).toMatch(/error blocked-file: "out\/[^"]+" cannot be written: ".*\/out" is a file, not a folder\n/);
    expect(status).toBe(1);
    expect(readFileSync(join(folder, "out"), "utf8")).toBe("a file");
  });

  it("leaves foreign files alone", () => {
    const folder = makeProject({ "out/mine.txt": "mine", "out/docs/models/shared/mine.md": "mine" });
    expect(modelwright(folder, ["generate"]).status).toBe(0);
    writeTree(folder, { "spec/pet.yaml": spec.replace("Pet", "Animal") });
    expect(steady(modelwright(folder, ["generate"]).stdout)).toMatch(
      /1 model: \d+ files written, \d+ unchanged, [1-9]\d* removed/,
    );
    const tree = readTree(join(folder, "out"));
    expect([tree.get("mine.txt"), tree.get("docs/models/shared/mine.md")]).toEqual(["mine", "mine"]);
    expect([...tree.keys()].filter((path) => path.includes("pet"))).toEqual([]);
  });

  it("reports what it would write", () => {
    const folder = makeProject();
    const { status, stdout } = modelwright(folder, ["generate", "--dry-run"]);
    expect(steady(stdout)).toMatch(/^1 model: would write \d+ files, keep 0, remove 0 in 0.00 s\n$/);
    expect([status, existsSync(join(folder, "out"))]).toEqual([0, false]);
  });

  it("generates the selected targets", () => {
    const more = `${config}  java: { language: java, output: java }\n  typescript: { language: typescript, output: ts }\n`;
    const folder = makeProject({ "modelwright.yaml": more });
    expect(modelwright(folder, ["generate", "--target", "java", "typescript"]).status).toBe(0);
    expect(["out", "java", "ts"].filter((name) => existsSync(join(folder, name)))).toEqual(["java", "ts"]);
    const { status, stderr } = modelwright(folder, ["generate", "--target", "jave"]);
    expect([status, stderr]).toEqual([2, 'error: the config has no target "jave"\n  did you mean "java"?\n']);
  });

  it("reports how long each phase took", () => {
    const folder = makeProject();
    const { stderr } = modelwright(folder, ["generate", "--timing"]);
    const phases = stderr.split("\n").map((line) => line.replace(/ +\d+\.\d ms$/, ""));
    expect(phases).toEqual([
      "start",
      "read",
      "load",
      "parse",
      "check",
      "resolve ruby",
      "pages ruby",
      "render ruby",
      "compare",
      "write",
      "",
    ]);
  });

  it("keeps the cache in the given folder, or none if turned off", () => {
    const folder = makeProject();
    modelwright(folder, ["generate", "--no-cache"]);
    expect(readTree(folder).size).toBe(readTree(join(folder, "out")).size + 2);
    modelwright(folder, ["generate", "--cache-dir", "kept/here"]);
    expect(readTree(join(folder, "kept/here")).size).toBe(1);
    mkdirSync(join(folder, "node_modules"));
    modelwright(folder, ["generate"]);
    expect(readTree(join(folder, "node_modules/.cache/modelwright")).size).toBe(1);
    rmSync(join(folder, "node_modules"), { recursive: true });
    expect(modelwright(folder, ["generate", "--check"]).status).toBe(0);
  });
});

describe("colours", () => {
  const coloured = "\u001b[";
  it.each([
    [{}, false],
    [{ FORCE_COLOR: "1" }, true],
    [{ FORCE_COLOR: "0" }, false],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, false],
    [{ FORCE_COLOR: "1", NO_COLOR: "" }, true],
  ])("with %j, without a terminal: %j", (env, are) => {
    const folder = makeProject({ "spec/more.yaml": "models: 1\n" });
    const { stdout, stderr } = modelwright(folder, ["generate"], { env });
    expect([stdout.includes(coloured), stderr.includes(coloured)]).toEqual([are, are]);
  });
});

describe("an internal error", () => {
  it("is one plain message and ends with 70; --debug prints the stack", () => {
    const folder = makeProject();
    const broken = join(folder, "broken.mjs");
    writeFileSync(broken, "Array.prototype.flatMap = () => { throw new TypeError('not today'); };\n");
    const env = { NODE_OPTIONS: `--import=${broken}` };
    const plain = modelwright(folder, ["generate"], { env });
    expect([plain.status, plain.stdout]).toEqual([70, ""]);
    expect(plain.stderr).toBe(
      "internal error: not today\n  please report it with the output of --verbose, and with the spec if you can\n",
    );
    expect(modelwright(folder, ["generate", "--verbose"], { env }).stderr).toContain("    at ");
    expect(modelwright(folder, ["generate"], { env: { ...env, MODELWRIGHT_DEBUG: "1" } }).stderr).toContain("    at ");
  });
});

describe("the project itself", () => {
  it("is up to date", () => {
    const { status, stdout, stderr } = modelwright(projectRoot, ["generate", "--check", "--no-cache"]);
    expect(stdout).toMatch(/ are up to date in /);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});
