/** Targets whose code and docs pages have folders of their own. */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/run/run.js";
import type { RunOptions, RunResult } from "../../src/run/run-options.js";
import { mergeCommand } from "../../src/cli/merge-command.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";
import { makeSmallProject } from "./small-project.js";

const spec = "models: { Pet: { fields: { name: string, kind: { enum: [cat, dog] } } } }\n";

/** A project with a file of the user in each folder. */
function projectWith(targets: string): string {
  const folder = temporaryFolder();
  writeTree(folder, { "modelwright.yaml": `targets:\n${targets}\n`, "spec/a.yaml": spec });
  return folder;
}

function runIn(folder: string, options: Partial<RunOptions> = {}): Promise<RunResult> {
  return run({ config: join(folder, "modelwright.yaml"), mode: "write", cache: join(folder, ".cache"), ...options });
}

/** The paths of the project's files, without those of the cache, the spec and the shared code. */
function pathsIn(folder: string): readonly string[] {
  const isOther = /^(?:\.cache|spec|modelwright\.yaml)|\/(?:runtime|model_support|modelwright)\b/;
  return [...readTree(folder).keys()].filter((path) => !isOther.test(path)).toSorted();
}

async function changeConfig(folder: string, targets: string): Promise<RunResult> {
  writeTree(folder, { "modelwright.yaml": `targets:\n${targets}\n` });
  const result = await runIn(folder);
  expect(result).toMatchObject({ outcome: "done", diagnostics: [] });
  expect((await runIn(folder, { mode: "check" })).outcome).toBe("done");
  return result;
}

describe("folders of a target", () => {
  it("makes no docs pages where the config says so, and removes those it made", async () => {
    const folder = projectWith("  ts: { language: typescript, output: out }");
    await runIn(folder);
    expect(existsSync(join(folder, "out/docs"))).toBe(true);
    await changeConfig(folder, "  ts: { language: typescript, output: out, docs: false }");
    expect(existsSync(join(folder, "out/docs"))).toBe(false);
    expect(existsSync(join(folder, "out/src/sdk/models/shared/pet.ts"))).toBe(true);
    await changeConfig(folder, "  ts: { language: typescript, output: out, docs: true }");
    expect(existsSync(join(folder, "out/docs"))).toBe(true);
  });

  it("puts docs pages anywhere in the project, the same byte for byte", async () => {
    const folder = projectWith("  ts: { language: typescript, output: out }");
    await runIn(folder);
    const before = readFileSync(join(folder, "out/docs/sdk/models/shared/pet.md"), "utf8");
    writeTree(folder, { "site/index.md": "Welcome\n" });
    const { targets } = await changeConfig(
      folder,
      "  ts: { language: typescript, output: out, docs: { output: site } }",
    );
    expect(targets.map(({ name, output }) => [name, output])).toEqual([
      ["ts", "out"],
      ["ts", "site"],
    ]);
    expect(targets[0]?.removed).toContain("docs/sdk/models/shared/pet.md");
    expect(targets[1]?.written).toEqual(
      expect.arrayContaining(["models/README.md", "sdk/models/shared/pet.md", "sdk/models/shared/petkind.md"]),
    );
    expect(readFileSync(join(folder, "site/sdk/models/shared/pet.md"), "utf8")).toBe(before);
    expect(readFileSync(join(folder, "site/index.md"), "utf8")).toBe("Welcome\n");
  });

  it("writes among the user's own files", async () => {
    const folder = projectWith(
      "  rb: { language: ruby, output: ., module: Acme, code: { output: . }, docs: { output: site/ruby } }",
    );
    writeTree(folder, { "README.md": "Mine\n", "lib/acme/mine.rb": "# mine\n", "site/index.md": "Mine too\n" });
    expect(await runIn(folder)).toMatchObject({ outcome: "done", targets: [{ name: "rb", output: "." }] });
    const paths = pathsIn(folder);
    expect(paths).toEqual(
      expect.arrayContaining([".modelwright-manifest", "README.md", "site/ruby/models/shared/pet.md", "site/index.md"]),
    );
    expect(paths).toEqual(expect.arrayContaining([expect.stringMatching(/^lib\/acme\/.*pet\.rb$/)]));

    await changeConfig(folder, "  rb: { language: ruby, output: ., module: Acme, docs: { output: docs/api } }");
    expect(existsSync(join(folder, "site/ruby"))).toBe(false);
    expect(existsSync(join(folder, "docs/api/models/shared/pet.md"))).toBe(true);
    for (const own of ["README.md", "lib/acme/mine.rb", "site/index.md"])
      expect(readFileSync(join(folder, own), "utf8")).toMatch(/mine/i);
  });

  it("needs no output where code and docs pages have their own", async () => {
    const folder = projectWith(`  ts: { language: typescript, code: { output: web/src/api }, docs: { output: site/ts } }
  java: { language: java, code: { output: src/main/java }, docs: false }`);
    expect((await runIn(folder)).outcome).toBe("done");
    expect(pathsIn(folder)).toEqual(
      expect.arrayContaining([
        "site/ts/.modelwright-manifest",
        "site/ts/sdk/models/shared/pet.md",
        "src/main/java/.modelwright-manifest",
        "src/main/java/com/example/api/models/components/Pet.java",
        "web/src/api/.modelwright-manifest",
        "web/src/api/models/shared/pet.ts",
      ]),
    );
    expect((await runIn(folder)).targets.every(({ written }) => written.length === 0)).toBe(true);
  });

  it("finds what differs in each of them", async () => {
    const folder = projectWith("  ts: { language: typescript, output: out, docs: { output: site } }");
    await runIn(folder);
    rmSync(join(folder, "site/models/README.md"));
    writeTree(folder, { "site/sdk/models/shared/pet.md": "edited", "out/src/sdk/models/shared/pet.ts": "edited" });
    const { outcome, targets } = await runIn(folder, { mode: "check" });
    expect(outcome).toBe("differs");
    const found = targets.map(({ output, differences }) => [
      output,
      differences.map(({ path, state }) => [path, state]),
    ]);
    expect(found).toEqual([
      ["out", [["src/sdk/models/shared/pet.ts", "edited"]]],
      [
        "site",
        [
          ["models/README.md", "missing"],
          ["sdk/models/shared/pet.md", "edited"],
        ],
      ],
    ]);
    writeTree(folder, { "spec/a.yaml": "models: { Cat: { fields: { name: string } } }\n" });
    await runIn(folder, { force: true });
    expect(existsSync(join(folder, "site/sdk/models/shared/pet.md"))).toBe(false);
  });

  it("renders again only what has changed", async () => {
    const folder = makeSmallProject();
    const config = readFileSync(join(folder, "modelwright.yaml"), "utf8");
    writeTree(folder, {
      "modelwright.yaml": config.replace("out/typescript }", "out/typescript, docs: { output: site } }"),
    });
    await runIn(folder);
    writeTree(folder, {
      "spec/places/address.yaml": "models: { Address: { fields: { street: string, zip: string } } }\n",
    });
    const { targets } = await runIn(folder);
    expect(targets.find(({ output }) => output === "site")?.written).toEqual([
      "models/README.md",
      "sdk/models/shared/address.md",
    ]);
    expect((await runIn(folder, { mode: "check", cache: false })).outcome).toBe("done");
  });

  it("checks pages that show several languages, and renders them again if one of these changes", async () => {
    const targets = (module: string, languages: string): string =>
      `  java: { language: java, output: java, docs: { output: site, look: full, languages: ${languages} } }
  rb: { language: ruby, output: ruby, module: ${module}, docs: false }`;
    const folder = projectWith(targets("Acme", "together"));
    await runIn(folder);
    const page = (): string => readFileSync(join(folder, "site/models/components/Pet.md"), "utf8");
    expect(page()).toContain("`::Acme::Shared::Pet`");
    expect((await runIn(folder, { mode: "check", cache: false })).outcome).toBe("done");

    await changeConfig(folder, targets("Other", "together"));
    expect(page()).toContain("`::Other::Shared::Pet`");
    expect((await runIn(folder, { mode: "check", cache: false })).outcome).toBe("done");
    // A run of this target alone shows the same languages.
    expect((await runIn(folder, { mode: "check", cache: false, targets: ["java"] })).outcome).toBe("done");

    writeTree(folder, { "site/models/components/Pet.md": "edited" });
    const { targets: found } = await runIn(folder, { mode: "check" });
    const differences = found.flatMap((each) => each.differences.map(({ path, state }) => [each.output, path, state]));
    expect(differences).toEqual([["site", "models/components/Pet.md", "edited"]]);

    await runIn(folder, { force: true });
    await changeConfig(folder, targets("Other", "separate"));
    expect(page()).not.toContain("::Other");
    expect((await runIn(folder, { mode: "check", cache: false })).outcome).toBe("done");
  });

  it("has one manifest where one folder is inside another", async () => {
    const folder = projectWith("  ts: { language: typescript, output: out, docs: { output: out/site/docs } }");
    await runIn(folder);
    expect(existsSync(join(folder, "out/site/docs/models/README.md"))).toBe(true);
    expect(existsSync(join(folder, "out/site/docs/.modelwright-manifest"))).toBe(false);
    await changeConfig(folder, "  ts: { language: typescript, output: out, docs: { output: out/docs } }");
    await changeConfig(folder, "  ts: { language: typescript, output: out }");
    expect(existsSync(join(folder, "out/site"))).toBe(false);
    expect(existsSync(join(folder, "out/docs/models/README.md"))).toBe(true);
  });

  it("writes where a link leads, and notices when it leads elsewhere", async () => {
    const folder = projectWith("  ts: { language: typescript, output: out, docs: { output: site } }");
    mkdirSync(join(folder, "website/api"), { recursive: true });
    symlinkSync("website/api", join(folder, "site"));
    await runIn(folder);
    expect(existsSync(join(folder, "website/api/models/README.md"))).toBe(true);
    rmSync(join(folder, "site"));
    mkdirSync(join(folder, "out/pages"));
    symlinkSync("out/pages", join(folder, "site"));
    expect((await runIn(folder)).outcome).toBe("done");
    expect(existsSync(join(folder, "out/pages/models/README.md"))).toBe(true);
    expect((await runIn(folder, { mode: "check" })).outcome).toBe("done");
  });

  it("can be made by shards", async () => {
    const config = "  ts: { language: typescript, output: out, docs: { output: site } }";
    const [whole, parts] = [projectWith(config), projectWith(config)];
    await runIn(whole, { cache: false });
    for (const index of [1, 2, 3]) await runIn(parts, { cache: false, shard: { index, count: 3 } });
    const lines: string[] = [];
    const terminal = { out: (text: string) => lines.push(text), err: () => undefined, isOutShown: false } as never;
    expect(await mergeCommand({ config: join(parts, "modelwright.yaml"), target: undefined } as never, terminal)).toBe(
      0,
    );
    expect(lines).toHaveLength(2);
    expect(readTree(parts)).toEqual(readTree(whole));
  });
});

describe("folders that a target may not have", () => {
  it.each([
    ["  ts: { language: typescript, output: out, docs: { output: ../site } }", /inside the folder of the config/],
    ["  ts: { language: typescript, output: out, code: { output: /site } }", /absolute path/],
    ["  ts: { language: typescript, output: out, docs: { output: .git/x } }", /\.git/],
    ["  ts: { language: typescript, output: out, docs: { output: spec/docs } }", /spec folder/],
    ["  ts: { language: typescript, output: ., docs: { output: spec } }", /spec folder/],
    [
      "  a: { language: typescript, output: out }\n  b: { language: ruby, output: rb, docs: { output: out/docs } }",
      /another target/,
    ],
    ["  a: { language: typescript, output: . }\n  b: { language: ruby, output: . }", /another target/],
    ["  a: { language: typescript, code: { output: out } }", /missing key "output"/],
    ["  a: { language: typescript, code: { output: out }, docs: {} }", /missing key "output"/],
    ["  a: { language: typescript, code: {}, docs: { output: out } }", /missing key "output"/],
    ["  a: { language: typescript, docs: { output: out } }", /missing key "output"/],
  ])("%s", async (targets, message) => {
    const { outcome, diagnostics } = await runIn(projectWith(targets));
    expect(outcome).toBe("mistakes");
    expect(diagnostics.map((each) => each.message)).toEqual([expect.stringMatching(message)]);
  });

  it("refuses a link that leads into a folder of another target", async () => {
    const folder = projectWith(
      "  a: { language: typescript, output: out }\n  b: { language: ruby, output: rb, docs: { output: site } }",
    );
    mkdirSync(join(folder, "out/docs"), { recursive: true });
    symlinkSync("out/docs", join(folder, "site"));
    const { diagnostics } = await runIn(folder);
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringMatching(/another target.*"out\/docs"/)]);
  });

  it("reports a file that two targets would write", async () => {
    const folder = projectWith("  a: { language: typescript, output: . }\n  b: { language: java, output: docs }");
    expect((await runIn(folder)).outcome).toBe("done");
    writeTree(folder, {
      "modelwright.yaml":
        "targets:\n  a: { language: typescript, output: . }\n  b: { language: java, output: jv, docs: { output: docs } }\n",
    });
    const { outcome, diagnostics } = await runIn(folder);
    expect(outcome).toBe("mistakes");
    expect(diagnostics).toMatchObject([
      { code: "name-clash", message: expect.stringContaining('"docs/models/README.md"') },
    ]);
  });
});
