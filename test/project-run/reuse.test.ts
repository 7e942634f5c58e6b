/** The files of unchanged definitions are reused. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import { snapshotOf } from "../../src/output/manifest.js";
import { cacheFolder } from "../../src/run/cache-folder.js";
import { loadProject } from "../../src/run/load-project.js";
import { readConfig } from "../../src/run/project.js";
import { outputsOf } from "../../src/config/config.js";
import { recall, recordedFiles } from "../../src/run/record.js";
import { reuseFrom } from "../../src/run/reuse.js";
import { writeTree } from "../folders.js";
import { makeSmallProject, runIn, smallProject } from "./small-project.js";

/** The definitions that a run renders after an earlier one, by target. */
async function renderedIn(folder: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const config = readConfig(join(folder, "modelwright.yaml")).value!;
  const { config: checked, targets, inputs } = loadProject(config, []).value!;
  const record = recall(cacheFolder(join(folder, ".cache")), config, []);
  const folders = targets.flatMap(outputsOf).map((output) => {
    const snapshot = snapshotOf(join(folder, output));
    const recorded = record?.targets.find((each) => each.output === output);
    return [output, { ...snapshot, files: [...(recordedFiles(snapshot, recorded) ?? [])] }] as const;
  });
  const rendered: Record<string, string[]> = {};
  const reuse = reuseFrom(record!.identity, inputs, new Map(folders));
  const generation = await generate({
    ...{ ...inputs, config: checked, targets },
    reuse: (seen, render) =>
      reuse(seen, () => {
        (rendered[seen.target.name] ??= []).push(seen.definition.name);
        return render();
      }),
  });
  const alone = await generate({ ...inputs, config: checked, targets });
  const textsOf = (each: typeof alone) => each.targets.map(({ files }) => files.map(({ path, text }) => [path, text]));
  expect(textsOf(generation)).toEqual(textsOf(alone));
  return rendered;
}

function changed(folder: string, path: string, change: (text: string) => string): void {
  writeFileSync(join(folder, path), change(smallProject[path] ?? ""));
}

it("renders nothing that has not changed", async () => {
  const folder = makeSmallProject();
  await runIn(folder);
  expect(await renderedIn(folder)).toEqual({});
});

it("renders the definitions that can see a change, and no others", async () => {
  const folder = makeSmallProject();
  await runIn(folder);
  changed(folder, "spec/people.yaml", (text) => text.replace("too general", "too wide"));
  const seen = ["Company", "Employer", "Party"];
  const { typescript = [], ruby = [], java = [] } = await renderedIn(folder);
  for (const names of [typescript, ruby, java]) {
    expect(names).toEqual(expect.arrayContaining(seen));
    expect(names).not.toContain("Address");
    expect(names).not.toContain("PersonState");
  }
});

it("renders all pages of a target whose options or templates have changed, and none of the others", async () => {
  const folder = makeSmallProject();
  await runIn(folder);
  changed(folder, "modelwright.yaml", (text) => text.replace("module: Acme", "module: Other"));
  expect(Object.keys(await renderedIn(folder))).toEqual(["ruby"]);
  writeTree(folder, { "templates/docs/enum.hbs": "# {{title}}\n\nAnother page.\n" });
  expect(Object.keys(await renderedIn(folder))).toEqual(["ruby", "java"]);
});

it("renders all pages when a definition is added, since every page can see its name", async () => {
  const folder = makeSmallProject();
  await runIn(folder);
  writeTree(folder, { "spec/another.yaml": "models: { Another: { fields: { a: string } } }\n" });
  const rendered = Object.values(await renderedIn(folder));
  expect(rendered.map((names) => names.length)).toEqual([8, 8, 8]);
});

it("renders a definition again if one of its files was removed or changed", async () => {
  const folder = makeSmallProject();
  const { targets } = await runIn(folder);
  const [ruby] = targets.filter(({ name }) => name === "ruby");
  const [address] = ruby!.written.filter((path) => path.endsWith("address.md"));
  rmSync(join(folder, "out/ruby", address!));
  writeTree(folder, { "out/java/docs/models/components/Address.md": "changed\n" });
  expect(await renderedIn(folder)).toEqual({ ruby: ["Address"], java: ["Address"] });
});
