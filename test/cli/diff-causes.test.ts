/** What changed: the spec, the config, a template, modelwright, or a generated file. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTree, writeTree } from "../folders.js";
import { modelwright } from "./command.js";
import { config, makeProject } from "./project.js";
import { commit, git } from "./repository.js";

describe("causes", () => {
  const reported = (folder: string, ...args: readonly string[]): readonly unknown[] => {
    const { stdout } = modelwright(folder, ["diff", ...args, "--format", "json"]);
    const { changes } = JSON.parse(stdout) as { changes: Record<string, unknown>[] };
    return changes.map(({ cause, kind, reason }) => [cause, kind, reason]);
  };

  it("are kept apart: spec, config, template, version and edits by hand", () => {
    const folder = makeProject({
      "modelwright.yaml": config.replace("module:", "templates: mine, module:"),
      "mine/docs/model.hbs": "# {{title}}\n",
    });
    modelwright(folder, ["generate"]);
    const edit = (path: string, from: string | RegExp, to: string): void => {
      writeTree(folder, { [path]: (readTree(folder).get(path) ?? "").replace(from, to) });
    };
    edit("out/.modelwright-manifest", /^# modelwright .*/, "# modelwright 0.0.9");
    edit("out/lib/acme/models.rb", "# typed", "# edited before\n# typed");
    git(folder, "init", "--quiet", "--initial-branch=main");
    commit(folder);
    expect(reported(folder, "main")).toEqual([["tool", "tool.version-changed", expect.stringContaining("`0.0.9`")]]);

    modelwright(folder, ["generate"]);
    edit("spec/pet.yaml", "nickname: string?", "nickname: string");
    edit("modelwright.yaml", "module: Acme", "module: Other");
    edit("mine/docs/model.hbs", "# ", "## ");
    edit("out/lib/acme/shared/pet.rb", "class Pet", "class Dog");
    edit("out/docs/models/shared/pet.md", "# Pet", "# Dog");
    expect(reported(folder, "main").map((each) => (each as unknown[]).slice(0, 2))).toEqual([
      ["config", "config.ruby-module-changed"],
      ["template", "template.changed"],
      ["tool", "tool.version-changed"],
      ["edit", "output.edited"],
      ["edit", "output.edited"],
      ["spec", "field.optional-nullable.to-optional"],
    ]);
    const title = "6 changes since main (1 of the spec, 1 of the config, 1 of templates, 1 of modelwright, 2 by hand)";
    expect(modelwright(folder, ["diff", "main"]).stdout.split("\n")[0]).toBe(`${title}: breaking`);
    expect(modelwright(folder, ["diff", "main", "--format", "markdown"]).stdout).toContain(`## ${title}: breaking`);
  });

  it("are read in a folder as well", () => {
    const [before, after] = [makeProject(), makeProject()];
    for (const folder of [before, after]) modelwright(folder, ["generate"]);
    const manifest = join(before, "out/.modelwright-manifest");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/^# modelwright .*/, "# modelwright 0.0.9"));
    writeTree(after, { "out/lib/acme/shared/pet.rb": "edited" });
    expect(reported(after, before)).toEqual([
      ["tool", "tool.version-changed", expect.any(String)],
      ["edit", "output.edited", expect.stringContaining("`out/lib/acme/shared/pet.rb`")],
    ]);
    writeTree(before, { "out/lib/acme/shared/pet.rb": "edited" });
    expect(reported(after, before)).toEqual([["tool", "tool.version-changed", expect.any(String)]]);
  });
});
