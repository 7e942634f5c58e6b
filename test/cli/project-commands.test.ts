import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree, temporaryFolder, writeTree } from "../folders.js";
import { modelwright } from "./command.js";
import { config, makeProject } from "./project.js";

describe("modelwright init", () => {
  it("writes a project that works", () => {
    const folder = temporaryFolder();
    const { status, stdout, stderr } = modelwright(folder, ["init"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      "wrote modelwright.yaml\nwrote spec/example.yaml\nwrote .gitattributes\nnext: npx modelwright generate\n",
    );
    const generated = modelwright(folder, ["generate"]);
    expect([generated.status, generated.stderr]).toEqual([0, ""]);
    expect(["typescript", "ruby", "java"].filter((name) => existsSync(join(folder, "generated", name)))).toHaveLength(
      3,
    );
    expect(modelwright(folder, ["generate", "--check"]).status).toBe(0);
  });

  it("refers to the schemas of the package", () => {
    const folder = temporaryFolder();
    modelwright(folder, ["init"]);
    const root = join(import.meta.dirname, "../..");
    for (const path of ["modelwright.yaml", "spec/example.yaml"]) {
      const schema = /^# yaml-language-server: \$schema=(?:\.\.\/)?node_modules\/modelwright\/(.*)$/m.exec(
        readFileSync(join(folder, path), "utf8"),
      );
      expect(existsSync(join(root, schema?.[1] ?? "nothing"))).toBe(true);
    }
  });

  it("overwrites no config", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "modelwright.yaml": "mine" });
    expect(modelwright(folder, ["init"])).toMatchObject({
      status: 1,
      stdout: "",
      stderr: "error: modelwright.yaml already exists; no files were written\n",
    });
    expect([...readTree(folder)]).toEqual([["modelwright.yaml", "mine"]]);
  });

  it("names the command that imports again where there is a config", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "modelwright.yaml": "mine", "api.yaml": "openapi: 3.1.0" });
    expect(modelwright(folder, ["init", "--from", "api.yaml"])).toMatchObject({
      status: 1,
      stderr:
        "error: modelwright.yaml already exists; no files were written\n" +
        "  to import documents again: npx modelwright import openapi FILE…\n",
    });
  });

  it.each([["spec/example.yaml"], ["spec/a/b.yml"]])("writes no example next to %s", (path) => {
    const folder = temporaryFolder();
    const mine = "models: { Person: { fields: { name: string } } }\n";
    writeTree(folder, { [path]: mine });
    const { status, stdout, stderr } = modelwright(folder, ["init"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      "wrote modelwright.yaml\nwrote .gitattributes\nno example was written: spec/ already has specs\nnext: npx modelwright generate\n",
    );
    expect([...readTree(folder).keys()]).toEqual([".gitattributes", "modelwright.yaml", path].sort());
    expect(readFileSync(join(folder, path), "utf8")).toBe(mine);
    expect(modelwright(folder, ["generate"])).toMatchObject({ status: 0, stderr: "" });
  });

  it("writes the example into a spec folder that has no specs", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "spec/README.md": "mine" });
    expect(modelwright(folder, ["init"])).toMatchObject({ status: 0, stderr: "" });
    expect(modelwright(folder, ["generate"])).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("modelwright init: languages and packages", () => {
  it("writes the targets of some languages", () => {
    for (const args of [["java,ruby"], ["ruby", "java"]]) {
      const folder = temporaryFolder();
      expect(modelwright(folder, ["init", "--language", ...args])).toMatchObject({ status: 0, stderr: "" });
      const targets = readFileSync(join(folder, "modelwright.yaml"), "utf8").split("targets:\n")[1] ?? "";
      expect(targets.match(/^ {2}\w+/gm)).toEqual(["  ruby", "  java"]);
      expect(modelwright(folder, ["generate"])).toMatchObject({ status: 0, stderr: "" });
    }
  });

  it("knows which language was meant, and writes nothing", () => {
    const folder = temporaryFolder();
    expect(modelwright(folder, ["init", "--language", "jaba"])).toMatchObject({
      status: 2,
      stderr: 'error: unknown language "jaba"\n  did you mean "java"?\n',
    });
    expect(modelwright(folder, ["init", "--language", "cobol"]).stderr).toContain(
      "use one of typescript, ruby, java\n",
    );
    expect([...readTree(folder).keys()]).toEqual([]);
  });

  it("repeats no word in the Java package", () => {
    const folder = temporaryFolder();
    modelwright(folder, ["init", "--language", "java"]);
    modelwright(folder, ["generate"]);
    const files = [...readTree(join(folder, "generated/java/src/main/java")).keys()];
    expect(files.filter((path) => /(?:^|\/)(\w+)\/\1\//.test(path))).toEqual([]);
    expect(files).toContain("com/example/models/example/Person.java");
  });
});

describe("modelwright init: .gitattributes", () => {
  const line = "generated/** linguist-generated=true";

  it.each([
    ["no file", undefined, `${line}\n`],
    ["an empty file", "", `${line}\n`],
    ["another line", "* text=auto\n", `* text=auto\n${line}\n`],
    ["no newline at the end", "* text=auto", `* text=auto\n${line}\n`],
    ["line ends of Windows, and bytes that are no UTF-8", "# \xfc\r\n* text\r\n", `# \xfc\r\n* text\r\n${line}\r\n`],
    ["the line itself", `${line}\n* text\n`, `${line}\n* text\n`],
    [
      "the same with more attributes",
      "generated/** -diff linguist-generated\n",
      "generated/** -diff linguist-generated\n",
    ],
  ])("%s", (_, before, after) => {
    const folder = temporaryFolder();
    const path = join(folder, ".gitattributes");
    if (before !== undefined) writeFileSync(path, before, "latin1");
    expect(modelwright(folder, ["init"])).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(path, "latin1")).toBe(after);
  });

  it("is left alone where it is a link or a folder, which git does not read", () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeTree(elsewhere, { profile: "text\n" });
    symlinkSync(join(elsewhere, "profile"), join(folder, ".gitattributes"));
    expect(modelwright(folder, ["init"])).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(join(elsewhere, "profile"), "utf8")).toBe("text\n");

    const other = temporaryFolder();
    mkdirSync(join(other, ".gitattributes"));
    expect(modelwright(other, ["init"])).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("the line of the schema", () => {
  const schema = "node_modules/modelwright/schema/spec.schema.json";
  const document = JSON.stringify({
    openapi: "3.1.0",
    components: { schemas: { Pet: { type: "object", properties: { name: { type: "string" } } } } },
    paths: { "/pets": { get: { operationId: "list", parameters: [{ in: "query", name: "q", schema: {} }] } } },
  });
  const lineOf = (folder: string, path: string): string =>
    readFileSync(join(folder, path), "utf8").split("\n")[0] ?? "";
  const line = (path: string): string => `# yaml-language-server: $schema=${path}`;

  it("leads to where the package is installed, also at the root of a workspace", () => {
    const root = temporaryFolder();
    writeTree(root, { [schema]: "{}", "packages/api/api.json": document });
    const folder = join(root, "packages/api");
    modelwright(folder, ["init", "--from", "api.json"]);
    expect(lineOf(folder, "modelwright.yaml")).toBe(line("../../node_modules/modelwright/schema/config.schema.json"));
    expect(lineOf(folder, "spec/pet.yaml")).toBe(line(`../../../${schema}`));
    const [operation = ""] = [...readTree(join(folder, "spec")).keys()].filter((path) => path.includes("/"));
    expect(lineOf(folder, `spec/${operation}`)).toBe(line(`../../../../${schema}`));

    // A machine on which the package is not installed gives the same files.
    rmSync(join(root, "node_modules"), { recursive: true });
    expect(modelwright(folder, ["import", "openapi", "api.json", "--check"])).toMatchObject({ status: 0, stderr: "" });
    expect(modelwright(folder, ["generate"])).toMatchObject({ status: 0, stderr: "" });
  });

  it("is left out of imported specs where the package is not installed", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "api.json": document });
    modelwright(folder, ["import", "openapi", "api.json"]);
    expect(lineOf(folder, "spec/pet.yaml")).toBe("models:");
  });
});

describe("where the config is found", () => {
  it("in a folder above, with paths relative to it", () => {
    const folder = makeProject({ "src/deep/x": "", ".git/HEAD": "" });
    const deep = join(folder, "src/deep");
    expect(modelwright(deep, ["generate"])).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(join(folder, "out/docs/models/shared/pet.md"))).toBe(true);
    writeTree(folder, { "spec/pet.yaml": "models: { Pet: { fields: { a: sting } } }\n" });
    expect(modelwright(deep, ["generate"]).stderr).toContain("../../spec/pet.yaml:1:31: error unknown-type");
    expect(modelwright(deep, ["inputs"]).stdout).toContain("../../modelwright.yaml\n");
  });

  it("not above the folder of the repository", () => {
    const folder = makeProject({ "other/.git/HEAD": "", "other/src/x": "" });
    expect(modelwright(join(folder, "other/src"), ["generate"])).toMatchObject({ status: 3 });
  });

  it("as modelwright.yml, but not next to modelwright.yaml", () => {
    const folder = makeProject();
    renameSync(join(folder, "modelwright.yaml"), join(folder, "modelwright.yml"));
    expect(modelwright(folder, ["generate"])).toMatchObject({ status: 0, stderr: "" });
    expect(modelwright(folder, ["init"])).toMatchObject({
      status: 1,
      stderr: "error: modelwright.yml already exists; no files were written\n",
    });
    writeTree(folder, { "modelwright.yaml": config });
    for (const args of [["generate"], ["inputs"], ["context", "Pet"], ["merge"]])
      expect(modelwright(folder, args)).toMatchObject({
        status: 3,
        stderr:
          'error ambiguous-config: there are both "modelwright.yaml" and "modelwright.yml"\n' +
          "  hint: remove one of them, or use --config\n",
      });
    expect(modelwright(folder, ["generate", "--config", "modelwright.yml"])).toMatchObject({ status: 0, stderr: "" });
  });

  it("for imports, whose specs go into its spec folder", () => {
    const api = JSON.stringify({ openapi: "3.1.0", components: { schemas: { Dog: { type: "object" } } } });
    const folder = makeProject({ "modelwright.yaml": config.replace("spec: spec", "spec: api"), "docs/api.json": api });
    expect(modelwright(join(folder, "docs"), ["import", "openapi", "api.json"])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("next: npx modelwright generate\n") as unknown,
    });
    expect(existsSync(join(folder, "api/dog.yaml"))).toBe(true);
  });
});

describe("from an API to models, in an empty folder", () => {
  const person = { type: "object", properties: { name: { type: "string" } } };
  const home = { type: "object", properties: { owner: { $ref: "#/components/schemas/Person" } } };
  const document = { openapi: "3.1.0", components: { schemas: { Person: person, Address: home, State: person } } };
  const importing = ["import", "openapi", "api.json", "--out", "spec"];

  it.each([
    ["import, init", [importing, ["init"]]],
    ["init, import", [["init"], importing]],
    ["init --from", [["init", "--from", "api.json"]]],
    ["import to the default folder, init", [["import", "openapi", "api.json"], ["init"]]],
    ["init, import into a folder of its own", [["init"], [...importing.slice(0, -1), "spec/api"]]],
  ])("%s, generate and --check work, whatever the names of the models", (_, commands) => {
    const folder = temporaryFolder();
    writeTree(folder, { "api.json": JSON.stringify(document) });
    for (const args of [...commands, ["generate"], ["generate", "--check"]]) {
      expect(modelwright(folder, args)).toMatchObject({ status: 0, stderr: "" });
    }
    expect(existsSync(join(folder, "generated/ruby/docs/models/shared/address.md"))).toBe(true);
  });

  it("init --from writes nothing where the document has a mistake, and no example where it has none", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "api.json": "{", "good.json": JSON.stringify(document) });
    expect(modelwright(folder, ["init", "--from", "api.json"])).toMatchObject({ status: 3 });
    expect([...readTree(folder).keys()]).toEqual(["api.json", "good.json"]);
    const { status, stdout } = modelwright(folder, ["init", "--from", "good.json"]);
    expect(status).toBe(0);
    expect(stdout.slice(stdout.indexOf("wrote"))).toBe(
      "wrote modelwright.yaml\nwrote .gitattributes\nnext: npx modelwright generate\n",
    );
    expect(existsSync(join(folder, "spec/example.yaml"))).toBe(false);
  });

  it("generate suggests init if there is no config, but not for a config with another name", () => {
    const folder = temporaryFolder();
    const { status, stderr } = modelwright(folder, ["generate"]);
    expect([status, stderr]).toEqual([
      3,
      'error file-not-found: the file "modelwright.yaml" does not exist\n  hint: run "npx modelwright init" to write one\n',
    ]);
    expect(modelwright(folder, ["generate", "--config", "other.yaml"]).stderr).not.toContain("init");
  });
});

describe("modelwright context", () => {
  interface Context {
    readonly target: string;
    readonly template: string;
    readonly path: string;
    readonly view: Record<string, unknown>;
  }

  function contextOf(folder: string, ...args: readonly string[]): readonly Context[] {
    const { status, stdout, stderr } = modelwright(folder, ["context", ...args]);
    expect([status, stderr]).toEqual([0, ""]);
    return JSON.parse(stdout) as readonly Context[];
  }

  it("prints the views of all templates of a model", () => {
    const folder = makeProject({ "modelwright.yaml": `${config}  java: { language: java, output: java }\n` });
    const contexts = contextOf(folder, "Pet", "--target", "ruby");
    expect(contexts.map(({ target, path }) => [target, path])).toContainEqual(["ruby", "docs/models/shared/pet.md"]);
    expect(new Set(contexts.map(({ target }) => target))).toEqual(new Set(["ruby"]));
    expect(new Set(contextOf(folder, "Pet").map(({ target }) => target))).toEqual(new Set(["ruby", "java"]));
  });

  it("prints exactly the view that a template gets", () => {
    const folder = makeProject({
      "modelwright.yaml": config.replace("}", ", templates: templates }"),
      "templates/docs/model.hbs": "{{#each this}}{{@key}}\n{{/each}}",
    });
    modelwright(folder, ["generate"]);
    const page = contextOf(folder, "Pet").find(({ template }) => template === "docs/model");
    const shown = readFileSync(join(folder, "out", page?.path ?? ""), "utf8");
    expect(shown.trim().split("\n")).toEqual(Object.keys(page?.view ?? {}));
  });

  it("finds pages without a model by their template", () => {
    const [index] = contextOf(makeProject(), "docs/index");
    expect(index).toMatchObject({ target: "ruby", path: "docs/models/README.md" });
  });

  it("suggests a model for a name that no model has", () => {
    expect(modelwright(makeProject(), ["context", "Pat"])).toMatchObject({
      status: 2,
      stderr: 'error: unknown model "Pat"\n  did you mean "Pet"?\n',
    });
    const { stderr } = modelwright(makeProject(), ["context", "Nope"]);
    expect(stderr).toMatch(/^error: unknown model "Nope"\n {2}use one of .*Pet/);
  });

  it("reports the mistakes of a spec", () => {
    const folder = makeProject({ "spec/pet.yaml": "models: { Pet: { fields: { a: sting } } }\n" });
    const { status, stdout, stderr } = modelwright(folder, ["context", "Pet"]);
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("spec/pet.yaml:1:31: error unknown-type");
  });
});

describe("modelwright inputs and outputs", () => {
  const withTemplates = config.replace("}", ", templates: my/templates }");

  it("list the files that a target is generated from", () => {
    const folder = makeProject({
      "modelwright.yaml": withTemplates,
      "my/templates/docs/enum.hbs": "x",
      "spec/a/b.yml": "models: {}",
    });
    expect(modelwright(folder, ["inputs"])).toMatchObject({
      status: 0,
      stdout: "modelwright.yaml\nmy/templates/docs/enum.hbs\nspec/a/b.yml\nspec/pet.yaml\n",
      stderr: "",
    });
    expect(JSON.parse(modelwright(folder, ["inputs", "--format", "json"]).stdout)).toEqual([
      {
        target: "ruby",
        folders: ["my/templates", "spec"],
        files: ["modelwright.yaml", "my/templates/docs/enum.hbs", "spec/a/b.yml", "spec/pet.yaml"],
      },
    ]);
  });

  it("list the files of a target, before and after it is generated", () => {
    const folder = makeProject();
    const { status, stdout } = modelwright(folder, ["outputs"]);
    expect(status).toBe(0);
    modelwright(folder, ["generate"]);
    expect(stdout.trim().split("\n")).toEqual([...readTree(join(folder, "out")).keys()].map((path) => `out/${path}`));
    expect(modelwright(folder, ["outputs"]).stdout).toBe(stdout);
  });

  it("list paths relative to the working folder", () => {
    const folder = makeProject({ "sub/x": "" });
    const { stdout } = modelwright(join(folder, "sub"), ["inputs", "--config", "../modelwright.yaml"]);
    expect(stdout).toBe("../modelwright.yaml\n../spec/pet.yaml\n");
  });
});

describe("modelwright generate --shard and merge", () => {
  it("write together what one run writes", () => {
    const [whole, folder] = [makeProject(), makeProject()];
    modelwright(whole, ["generate"]);
    const listed: string[] = [];
    for (const shard of ["1/3", "2/3", "3/3"]) {
      expect(modelwright(folder, ["generate", "--shard", shard]).status).toBe(0);
      expect(modelwright(folder, ["generate", "--check", "--shard", shard]).status).toBe(1);
      listed.push(...modelwright(folder, ["outputs", "--shard", shard]).stdout.trim().split("\n"));
    }
    expect(listed.sort()).toEqual([...readTree(join(folder, "out")).keys()].map((path) => `out/${path}`));
    const { status, stdout } = modelwright(folder, ["merge"]);
    expect([status, stdout]).toEqual([
      0,
      `ruby: ${readTree(join(folder, "out")).size - 1} files in one manifest, 0 removed\n`,
    ]);
    expect(readTree(join(folder, "out"))).toEqual(readTree(join(whole, "out")));
    for (const shard of ["1/3", "2/3", "3/3"]) {
      expect(modelwright(folder, ["generate", "--check", "--shard", shard]).status).toBe(0);
    }
  });

  it("are not merged while a part is missing", () => {
    const folder = makeProject();
    modelwright(folder, ["generate", "--shard", "1/2"]);
    expect(modelwright(folder, ["merge"])).toMatchObject({
      status: 3,
      stdout: "",
      stderr:
        'error: target "ruby" lacks .modelwright-manifest.2-of-2\n  copy the output of all shards into one folder and merge there\n',
    });
  });
});
