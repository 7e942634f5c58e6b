/** External languages, used as their authors would: correct ones, and the diagnostic for every mistake. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnosticText } from "../../src/diagnostics/text.js";
import { generate as generateFiles } from "../../src/generate.js";
import { check, code, generate, type Language, loadProject, type Page, type RunResult } from "../../src/index.js";
import { modelwright } from "../cli/command.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";

const spec = "models: { Pet: { fields: { name: string } } }\n";
const config = `languages: [./tools/plain.js]
targets: { names: { language: plain, output: out, ending: txt } }
`;

/** A minimal language in plain JavaScript: one file per definition, with its names. */
const plain = `export default {
  id: "plain",
  title: "Plain",
  defaultNamespace: "shared",
  defaultFieldOrder: "spec",
  options: { ending: { description: "How files end.", default: "text", pattern: "[a-z]+", form: "lower-case letters" } },
  templates: new URL("./templates", import.meta.url),
  canMatch: () => true,
  pages: (spec, target) => ({
    of: ({ name, span }) => [
      { path: name + "." + target.options.ending, template: "names", view: { name }, model: name, span },
    ],
    others: () => [],
    diagnostics: [],
  }),
};
`;

const project = {
  "modelwright.yaml": config,
  "spec/pet.yaml": spec,
  "tools/plain.js": plain,
  "tools/templates/names.hbs": "{{name}}\n",
  "package.json": '{ "type": "module" }',
};

function makeProject(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  writeTree(folder, { ...project, ...files });
  return folder;
}

function run(folder: string, options: Parameters<typeof generate>[0] = {}): Promise<RunResult> {
  return generate({ config: join(folder, "modelwright.yaml"), cache: join(folder, ".cache"), ...options });
}

/** The diagnostics for a project with these files. */
async function mistakesIn(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = makeProject(files);
  const { diagnostics, sources, outcome } = await run(folder);
  expect(outcome).toBe("mistakes");
  expect([...readTree(join(folder, "out")).keys()]).toEqual([]);
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return diagnostics.map((each) => diagnosticText(each, byPath)).join("\n");
}

/** The minimal language with one part replaced. */
function changed(piece: string, other: string): Readonly<Record<string, string>> {
  expect(plain).toContain(piece);
  return { "tools/plain.js": plain.replace(piece, other) };
}

describe("a language from a module", () => {
  it("generates files with its options and templates", async () => {
    const folder = makeProject();
    expect(await run(folder)).toMatchObject({ outcome: "done", diagnostics: [] });
    expect([...readTree(join(folder, "out"))][1]).toEqual(["Pet.txt", "Pet\n"]);
    expect(await check({ config: join(folder, "modelwright.yaml"), cache: false })).toMatchObject({ outcome: "done" });
  });

  it("can be CommonJS, or an ES module compiled to CommonJS", async () => {
    const commonJs = plain
      .replace("export default", "module.exports =")
      .replace('new URL("./templates", import.meta.url)', 'require("node:path").join(__dirname, "templates")');
    const yaml = config.replace("plain.js", "plain.cjs");
    const folder = makeProject({ "modelwright.yaml": yaml, "tools/plain.cjs": commonJs });
    expect(await run(folder)).toMatchObject({ outcome: "done", diagnostics: [] });

    const compiled = commonJs.replace("module.exports =", "exports.__esModule = true;\nexports.default =");
    const other = makeProject({ "modelwright.yaml": yaml, "tools/plain.cjs": compiled });
    expect(await run(other)).toMatchObject({ outcome: "done", diagnostics: [] });
  });

  it("can be an installed package", async () => {
    const folder = makeProject({
      "modelwright.yaml": config.replace("./tools/plain.js", "acme-plain"),
      "node_modules/acme-plain/package.json": '{ "type": "module", "exports": { "import": "./main.js" } }',
      "node_modules/acme-plain/main.js": plain,
      "node_modules/acme-plain/templates/names.hbs": "{{name}}\n",
    });
    expect(await run(folder)).toMatchObject({ outcome: "done", diagnostics: [] });
  });

  it("adds its id as a key of `names` and `rename` in specs", async () => {
    const folder = makeProject({ "spec/pet.yaml": spec.replace("fields", "names: { plain: Animal }, fields") });
    expect(await run(folder)).toMatchObject({ outcome: "done", diagnostics: [] });
  });

  it("lets a target replace its templates", async () => {
    const folder = makeProject({
      "modelwright.yaml": config.replace("ending:", "templates: own, ending:"),
      "own/names.hbs": "our {{name}}\n",
    });
    expect(await run(folder)).toMatchObject({ outcome: "done" });
    expect(readTree(join(folder, "out")).get("Pet.txt")).toBe("our Pet\n");
  });

  it("is loaded only if a target uses it", async () => {
    const ruby = "targets: { ruby: { language: ruby, output: out } }\n";
    const folder = makeProject({ "modelwright.yaml": ruby, "tools/plain.js": 'throw new Error("loaded")' });
    expect(await run(folder)).toMatchObject({ outcome: "done" });
  });
});

describe("mistakes", () => {
  const named = { "modelwright.yaml": config };

  it("a missing module", async () => {
    expect(await mistakesIn({ "modelwright.yaml": config.replace("plain.js", "plian.js") })).toMatchInlineSnapshot(`
      "modelwright.yaml:1:13: error file-not-found: the file "./tools/plian.js" does not exist
        1 | languages: [./tools/plian.js]
                        ^^^^^^^^^^^^^^^^"
    `);
  });

  it("a missing package, or a path without ./", async () => {
    expect(await mistakesIn({ "modelwright.yaml": config.replace("./tools", "tools") })).toMatchInlineSnapshot(`
      "modelwright.yaml:1:13: error file-not-found: the package "tools/plain.js" is not installed
        1 | languages: [tools/plain.js]
                        ^^^^^^^^^^^^^^
        hint: did you mean "./tools/plain.js"?"
    `);
  });

  it("a module outside the project", async () => {
    expect(await mistakesIn({ "modelwright.yaml": config.replace("./tools", "../tools") })).toMatchInlineSnapshot(`
      "modelwright.yaml:1:13: error invalid-language: "../tools/plain.js" is outside the folder of the config
        1 | languages: [../tools/plain.js]
                        ^^^^^^^^^^^^^^^^^
        hint: move it there, or install it as a package"
    `);
    expect(await mistakesIn({ "modelwright.yaml": config.replace("./tools", "/tools") })).toMatchInlineSnapshot(`
      "modelwright.yaml:1:13: error invalid-language: expected a path relative to the config, or the name of a package
        1 | languages: [/tools/plain.js]
                        ^^^^^^^^^^^^^^^
        hint: write "./…""
    `);
  });

  it("a module that throws, with the location in it", async () => {
    const text = await mistakesIn({ ...named, "tools/plain.js": '\nthrow new Error("no luck\\nat all")\n' });
    expect(text).toMatchInlineSnapshot(`
      "modelwright.yaml:1:13: error invalid-language: "./tools/plain.js" cannot be loaded: Error: no luck
        1 | languages: [./tools/plain.js]
                        ^^^^^^^^^^^^^^^^
        hint: it was thrown at tools/plain.js:2:7"
    `);
  });

  it("a module that is not JavaScript", () => {
    const folder = makeProject({ "tools/plain.js": "export default {\n" });
    const { status, stderr } = modelwright(folder, ["generate"]);
    expect(status).toBe(3);
    expect(stderr).toContain('"./tools/plain.js" cannot be loaded: SyntaxError: Unexpected end of input\n');
    expect(stderr).toContain('hint: run "node tools/plain.js" to see where\n');
    expect(stderr).not.toContain("    at ");
  });

  it.each([
    ["export const plain = {};\n", "it is undefined, not an object"],
    ["export default () => {};\n", "it is a function, not an object"],
    ["export default {};\n", '"id" must be a word like "graphql"'],
  ])("a module that exports no language: %s", async (text, why) => {
    expect(await mistakesIn({ ...named, "tools/plain.js": text })).toContain(`exports no language: ${why}`);
  });

  it.each([
    ['id: "plain"', 'id: "Plain"', '"id" must be'],
    ['title: "Plain",', "", '"title" must be'],
    ['defaultFieldOrder: "spec"', "defaultFieldOrder: 1", '"defaultFieldOrder" must be'],
    ["canMatch: () => true,", "", '"canMatch" must be a function'],
    ['new URL("./templates", import.meta.url)', "1", '"templates" must be'],
    ['new URL("./templates", import.meta.url)', '"./templates"', '"templates" must be'],
    ["ending: {", "output: {", 'the option "output" is a key of every target'],
    ['default: "text"', "default: 3", '"default" of the option "ending"'],
    ['"[a-z]+"', '"[a-z"', '"pattern" of the option "ending"'],
  ])("a language with %s as %s", async (piece, other, why) => {
    expect(await mistakesIn(changed(piece, other))).toContain(why);
  });

  it("an id that another language uses", async () => {
    expect(await mistakesIn(changed('id: "plain"', 'id: "ruby"'))).toMatchInlineSnapshot(`
      "modelwright.yaml:1:13: error invalid-language: "./tools/plain.js" has the id "ruby", which another language has
        1 | languages: [./tools/plain.js]
                        ^^^^^^^^^^^^^^^^
        hint: give it an id of its own"
    `);
    const twice = config.replace("[./tools/plain.js]", "[./tools/plain.js, ./tools/again.js]");
    expect(await mistakesIn({ "modelwright.yaml": twice, "tools/again.js": plain })).toMatchInlineSnapshot(`
      "modelwright.yaml:1:31: error invalid-language: "./tools/again.js" has the id "plain", which another language has
        1 | languages: [./tools/plain.js, ./tools/again.js]
                                          ^^^^^^^^^^^^^^^^
        hint: give it an id of its own"
    `);
  });

  it("all mistakes in one run, except those that depend on a language that failed to load", async () => {
    const text = `languages: [./a.js, 3]\nversion: x\ntargets: { a: { language: plain, output: out } }\n`;
    expect(await mistakesIn({ "modelwright.yaml": text })).toMatchInlineSnapshot(`
      "modelwright.yaml:1:13: error file-not-found: the file "./a.js" does not exist
        1 | languages: [./a.js, 3]
                        ^^^^^^
      modelwright.yaml:1:21: error wrong-kind: expected a string, found the number 3
        1 | languages: [./a.js, 3]
                                ^
        hint: put it in quotes: "3"
      modelwright.yaml:2:1: error unknown-key: unknown key "version" in a config
        2 | version: x
            ^^^^^^^
        hint: did you mean "versions"?"
    `);
  });

  it("an unknown option, or an invalid value for one", async () => {
    expect(await mistakesIn({ "modelwright.yaml": config.replace("ending", "endnig") })).toContain(
      'did you mean "ending"',
    );
    expect(await mistakesIn({ "modelwright.yaml": config.replace("txt", "TXT") })).toContain("lower-case letters");
  });

  it("an output folder that contains the module", async () => {
    const text = await mistakesIn({ "modelwright.yaml": config.replace("output: out", "output: tools") });
    expect(text).toContain('the output folder "tools" must not overlap with a language');
  });

  it("an invalid template", async () => {
    expect(await mistakesIn({ "tools/templates/names.hbs": "a\n{{nmae}}\n" })).toMatchInlineSnapshot(`
      "tools/templates/names.hbs:2:3: error template-error: "nmae" is not in the view
        2 | {{nmae}}
              ^^^^
        hint: did you mean "name"?"
    `);
  });

  it("a missing template or template folder", async () => {
    expect(await mistakesIn(changed('template: "names"', 'template: "nmaes"'))).toMatchInlineSnapshot(`
      "modelwright.yaml:2:12: error template-error: there is no template "nmaes" for the page "Pet.txt"
        2 | targets: { names: { language: plain, output: out, ending: txt } }
                       ^^^^^
        hint: add the file "nmaes.hbs""
    `);
    expect(await mistakesIn(changed("./templates", "./tempaltes"))).toContain(
      'the folder "tools/tempaltes" does not exist',
    );
  });

  it("a pattern that makes it throw", async () => {
    const failing = changed("canMatch: () => true", 'canMatch: () => { throw new Error("no luck"); }');
    const pattern = 'models: { Pet: { fields: { name: { type: string, pattern: "a" } } } }\n';
    expect(await mistakesIn({ ...failing, "spec/pet.yaml": pattern })).toMatchInlineSnapshot(`
      "modelwright.yaml:2:12: error invalid-language: the language Plain failed: no luck
        2 | targets: { names: { language: plain, output: out, ending: txt } }
                       ^^^^^
        hint: it was thrown at tools/plain.js:8:27"
    `);
  });

  it("a pages() that throws, with the location in the module", async () => {
    expect(await mistakesIn(changed("others: () => []", "others: () => spec.models.map(String)")))
      .toMatchInlineSnapshot(`
        "modelwright.yaml:2:12: error invalid-language: the language Plain failed: Cannot read properties of undefined (reading 'map')
          2 | targets: { names: { language: plain, output: out, ending: txt } }
                         ^^^^^
          hint: it was thrown at tools/plain.js:13:31"
      `);
  });

  it.each([
    ["view: { name }", "view: { name, no: [{ is: undefined }] }", '"no.0.is" in its view is undefined'],
    ["view: { name }", "view: { name: 3 }", '"name" in its view is a number'],
    ["view: { name }", "view: { name: new Map() }", '"name" in its view is an object of the class Map'],
    ["view: { name }", "view: { name: new (class Code {})() }", '"name" in its view is a Code of another copy'],
    ['path: name + "." + target.options.ending', "path: undefined", '"path" must be a string'],
    ['name + "." + target.options.ending', '"../" + name', 'the path "../Pet" cannot be written'],
    ["others: () => [],", "", 'it must return "of" and "others"'],
    ["diagnostics: [],", "", 'it must return "diagnostics"'],
    ["diagnostics: [],", 'diagnostics: [{ code: "oops" }],', 'there is no diagnostic code "oops"'],
  ])("a page with %s as %s", async (piece, other, why) => {
    expect(await mistakesIn(changed(piece, other))).toContain(why);
  });
});

describe("reuse", () => {
  const module = `import { suffixed } from "./suffix.js";\n${plain.replace("{ name }", "{ name: suffixed(name) }")}`;
  const suffix = (text: string): string => `export const suffixed = (name) => name + ${JSON.stringify(text)};\n`;
  const steps = [
    ["tools/suffix.js", suffix("2"), "Pet2\n"],
    ["tools/plain.js", module.replace("suffixed(name)", "suffixed(name) + 3"), "Pet23\n"],
    ["tools/templates/names.hbs", "a {{name}}\n", "a Pet23\n"],
  ] as const;

  it("the key of a run includes the module, its imports and its templates", () => {
    const folder = makeProject({ "tools/plain.js": module, "tools/suffix.js": suffix("1") });
    const generated = (): string => modelwright(folder, ["generate", "--cache-dir", ".cache"]).stdout;
    expect(generated()).toContain("1 file written");
    expect(readTree(join(folder, "out")).get("Pet.txt")).toBe("Pet1\n");
    for (const [path, text, made] of steps) {
      expect(generated()).toContain(" 0 files written, 1 unchanged");
      writeTree(folder, { [path]: text });
      expect(generated(), path).toContain("1 file written");
      expect(readTree(join(folder, "out")).get("Pet.txt")).toBe(made);
    }
  });

  it("old code is never mistaken for new, since a process loads a module once", async () => {
    const folder = makeProject({ "tools/plain.js": module, "tools/suffix.js": suffix("1") });
    expect(await run(folder)).toMatchObject({ outcome: "done" });
    writeTree(folder, { "tools/suffix.js": suffix("2") });
    expect((await run(folder)).diagnostics[0]?.message).toContain("has changed since this process loaded it");
  });
});

describe("a language from a program", () => {
  const language: Language = {
    id: "given",
    title: "Given",
    defaultNamespace: "shared",
    defaultFieldOrder: "spec",
    options: {},
    canMatch: () => true,
    pages: () => ({
      of: ({ name, span }): readonly Page[] => [
        { path: `${name}.md`, template: "docs/index", view, model: name, span },
      ],
      others: () => [],
      diagnostics: [],
    }),
  };
  const view = { count: "1", namespaces: [], diagram: { hasClasses: false } };
  const files = { "modelwright.yaml": "targets: { a: { language: given, output: out } }\n" };

  it("applies to one run, without a cache", async () => {
    const folder = makeProject(files);
    expect(await run(folder, { languages: [language] })).toMatchObject({ outcome: "done", diagnostics: [] });
    expect([...readTree(join(folder, ".cache"))]).toEqual([]);
    expect(await run(folder)).toMatchObject({ outcome: "mistakes" });
  });

  it("generates files without a disk", async () => {
    const { value } = await loadProject({
      config: join(makeProject(files), "modelwright.yaml"),
      languages: [language],
    });
    const { targets } = await generateFiles(value!);
    expect(targets[0]?.files.map(({ path, text }) => [path, text.split("\n")[0]])).toEqual([["Pet.md", "# Models"]]);
  });

  it("can have code in a view only if the page defines its layout", async () => {
    const coded = (more: Partial<Page>): Language => ({
      ...language,
      pages: () => ({
        of: () => [],
        others: () => [
          { path: "a", template: "docs/a", view: { a: code`b` }, model: undefined, span: undefined, ...more },
        ],
        diagnostics: [],
      }),
    });
    const folder = makeProject({ ...files, "own/docs/a.hbs": "{{a}}\n" });
    writeTree(folder, { "modelwright.yaml": files["modelwright.yaml"].replace("output", "templates: own, output") });
    const { diagnostics } = await run(folder, { languages: [coded({})] });
    expect(diagnostics[0]?.message).toContain('"a" in its view is code, so the page needs a "dialect"');
    const dialect = { lineWidth: 80, tabWidth: 2, importLine: (name: string) => name };
    expect(await run(folder, { languages: [coded({ dialect })] })).toMatchObject({ outcome: "done" });
    expect(readTree(join(folder, "out")).get("a")).toBe("b\n");
  });

  it("must be a language with a unique id", async () => {
    const folder = makeProject(files);
    await expect(run(folder, { languages: [{ ...language, id: "java" }] })).rejects.toThrow('the id "java"');
    await expect(run(folder, { languages: [language, language] })).rejects.toThrow('the id "given"');
    await expect(run(folder, { languages: [{} as Language] })).rejects.toThrow(TypeError);
  });
});
