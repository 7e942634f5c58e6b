/** The Ruby runtime in `templates/ruby/runtime/`, and the copies of it in generated code. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles } from "../../../src/disk/list-files.js";
import { runtimeParts } from "../../../src/languages/ruby/support.js";
import { generateIn, projectRoot } from "../../generated.js";
import { inTemporaryFolder, ruby, type SourceText, validateSignatures } from "../../run/ruby/tree.js";

const runtime = join(projectRoot, "templates/ruby/runtime");
const files = listFiles(runtime, /./);

describe("in place", () => {
  test.skipIf(!ruby.isNative)(`${ruby.title} compiles every file without a warning`, () => {
    for (const file of files.filter((each) => /\.rbi?$/.test(each))) {
      expect(output("ruby", "-wc", join(runtime, file)), file).toBe("Syntax OK\n");
    }
  });

  test.skipIf(lacks("ruby", "-e", 'require "minitest"'))("the unit tests pass, which needs minitest", () => {
    const tested = output("ruby", "-w", join(import.meta.dirname, "all.rb"), "--seed", "1");
    expect(tested).toMatch(/^[1-9]\d+ runs, \d+ assertions, 0 failures, 0 errors, 0 skips$/m);
    expect(tested).not.toMatch(/warning|DEPRECATED/);
  });

  test.skipIf(lacks("rubocop", "--version"))("RuboCop finds no offense, which needs rubocop", () => {
    expect(output("rubocop", "--format", "simple", "--cache", "false")).toMatch(
      /^\d+ files inspected, no offenses detected$/m,
    );
  });

  test.skipIf(ruby.lacks.includes("rbs"))("the signatures are valid, which needs rbs", () => {
    expect(validateSignatures(runtime)).toBe("");
  });
});

describe("the copies", () => {
  test("include every file", () => {
    const copied = [...runtimeParts.map((part) => `model_support/${part}.rb`), ...["rb", "rbi", "rbs"].map(entry)];
    expect(copied.toSorted()).toEqual(files.toSorted());
  });

  test("differ from the originals only in the target's module", async () => {
    const copies = await copiesFor("Acme::V1::Api");
    expect([...copies.keys()]).toEqual(files.toSorted());
    for (const [file, text] of copies) {
      expect(text, file).not.toContain("Modelwright");
      const outer = (module: string): string => {
        if (file.endsWith("rbs")) return `module ${module}\nend\n`;
        return file.endsWith("rbi") ? `module ${module}; end\n` : `${module} ||= Module.new\n`;
      };
      const declared = ["Acme", "Acme::V1", "Acme::V1::Api"].map(outer).join("");
      const restored = text.replace(declared, outer("Modelwright"));
      expect(restored.replaceAll("Acme::V1::Api::ModelSupport", "Modelwright::Runtime"), file).toBe(source(file));
    }
  });

  test("can be in a module whose name is the placeholder", async () => {
    const copies = await copiesFor("Modelwright::Runtime");
    expect(copies.get(entry("rb"))).toContain(
      "Modelwright ||= Module.new\nModelwright::Runtime ||= Module.new\n\n# What all models have in common. Each part is loaded when it is first used.\nmodule Modelwright::Runtime::ModelSupport\n",
    );
  });

  test("can be replaced by a target's templates", async () => {
    const own = "module Modelwright::Runtime; OWN = '{{x}}'; end\n";
    const copies = await copiesFor("Acme", { path: "model_support/omitted.rb", text: own });
    expect(copies.get("model_support/omitted.rb")).toBe("module Acme::ModelSupport; OWN = '{{x}}'; end\n");
    expect(copies.get("model_support/issue.rb")).toBe(source("model_support/issue.rb", "Acme::ModelSupport"));
  });
});

function entry(extension: string): string {
  return `model_support.${extension}`;
}

function source(file: string, module = "Modelwright::Runtime"): string {
  return readFileSync(join(runtime, file), "utf8").replaceAll("Modelwright::Runtime", module);
}

/** The copies by their paths in `templates/ruby/runtime/`, in their order. */
async function copiesFor(module: string, own?: SourceText): Promise<ReadonlyMap<string, string>> {
  return inTemporaryFolder(async (folder) => {
    const templates = own === undefined ? "" : ", templates: mine";
    writeFileSync(join(folder, "spec.yaml"), "models: { Pet: { fields: { name: string } } }\n");
    writeFileSync(
      join(folder, "modelwright.yaml"),
      `spec: spec.yaml\ntargets: { ruby: { language: ruby, output: out, module: "${module}"${templates} } }\n`,
    );
    if (own !== undefined) {
      mkdirSync(join(folder, "mine/runtime/model_support"), { recursive: true });
      writeFileSync(join(folder, "mine/runtime", own.path), own.text);
    }
    const { targets, diagnostics } = await generateIn(folder);
    expect(diagnostics).toEqual([]);
    const copied = targets[0]!.files.flatMap(({ path, text }) => {
      const file = /\/(model_support[./].*)$/.exec(path)?.[1];
      return file === undefined ? [] : [[file, text] as const];
    });
    return new Map(copied.toSorted());
  });
}

/** The output of a command run in the project's folder. */
function output(command: string, ...args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(command, args, { cwd: projectRoot, encoding: "utf8" });
  return error === undefined ? stdout + stderr : error.message;
}

/** Whether a tool is missing on this machine. In CI the test runs anyway, and fails. */
function lacks(command: string, ...args: readonly string[]): boolean {
  const { status } = spawnSync(command, args);
  return status !== 0 && (process.env["CI"] ?? "") === "";
}
