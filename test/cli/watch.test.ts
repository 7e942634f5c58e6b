import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { writeTree } from "../folders.js";
import { projectRoot, type Running, startModelwright } from "./command.js";
import { config, makeProject, spec } from "./project.js";

const page = "out/docs/models/shared/pet.md";
const waiting = "waiting for changes";

async function startWatching(folder: string): Promise<Running> {
  const running = startModelwright(folder, ["generate", "--watch"]);
  onTestFinished(() => void running.process.kill("SIGKILL"));
  await running.says(waiting);
  return running;
}

/** Makes a change and waits until it has been dealt with. @returns what was said meanwhile */
async function change(running: Running, edit: () => void): Promise<string> {
  const before = running.said().length;
  const dealtWith = running.says(waiting);
  edit();
  await dealtWith;
  return running.said().slice(before);
}

describe("modelwright generate --watch", () => {
  it("writes again after every change, and continues after mistakes", async () => {
    const folder = makeProject();
    const running = await startWatching(folder);
    expect(existsSync(join(folder, page))).toBe(true);

    const changed = spec.replace("An animal", "Somebody");
    expect(await change(running, () => writeTree(folder, { "spec/pet.yaml": changed }))).toMatch(
      /\n\d\d:\d\d:\d\d spec\/pet\.yaml changed\n.* files written/,
    );
    expect(readFileSync(join(folder, page), "utf8")).toContain("Somebody that lives");

    const wrong = changed.replace("string?", "sting?");
    expect(await change(running, () => writeTree(folder, { "spec/pet.yaml": wrong }))).toContain(
      'did you mean "string"?',
    );
    expect(await change(running, () => writeTree(folder, { "spec/pet.yaml": changed }))).toContain(" 0 files written");

    const more = { "spec/deep/new.yaml": "models: { New: { fields: { a: string } } }\n" };
    expect(await change(running, () => writeTree(folder, more))).toMatch(/ spec\/deep\/new\.yaml added\n2 models: /);
    expect(await change(running, () => rmSync(join(folder, "spec/deep/new.yaml")))).toMatch(
      / spec\/deep\/new\.yaml removed\n1 model: .* [1-9]\d* removed/,
    );

    running.process.kill("SIGINT");
    expect(await running.ended).toMatchObject({ status: 0, signal: null });
  });

  it("watches the folders of a changed config, and waits for it while it is wrong or missing", async () => {
    const folder = makeProject({ "other/cat.yaml": spec.replace("Pet", "Cat") });
    const running = await startWatching(folder);
    const other = config.replace("spec: spec", "spec: other").replace("}", ", templates: own }");
    expect(await change(running, () => writeTree(folder, { "modelwright.yaml": other }))).toContain(
      'the folder "own" does not exist',
    );
    expect(await change(running, () => writeTree(folder, { "own/docs/model.hbs": "# Our {{title}}\n" }))).toContain(
      "written",
    );
    expect(readFileSync(join(folder, "out/docs/models/shared/cat.md"), "utf8")).toBe("# Our Cat");
    expect(await change(running, () => writeTree(folder, { "own/docs/model.hbs": "{{typo}}\n" }))).toContain(
      "template-error",
    );

    expect(await change(running, () => rmSync(join(folder, "modelwright.yaml")))).toContain("file-not-found");
    expect(await change(running, () => writeTree(folder, { "modelwright.yaml": config }))).toContain("1 model: ");
    expect(existsSync(join(folder, page))).toBe(true);

    running.process.kill("SIGTERM");
    expect(await running.ended).toMatchObject({ status: 0, signal: null });
  });

  it("notices a target's own source files in runtime/", async () => {
    const path = "runtime/model_support/omitted.rb";
    const shipped = readFileSync(join(projectRoot, "templates/ruby", path), "utf8");
    const folder = makeProject({
      "modelwright.yaml": config.replace("}", ", templates: own }"),
      [`own/${path}`]: shipped,
      "own/README.md": "Ours",
    });
    const running = await startWatching(folder);
    const own = { [`own/${path}`]: `${shipped}# ours\n` };
    expect(await change(running, () => writeTree(folder, own))).toMatch(/omitted\.rb changed\n.* 1 file written/);
    running.process.kill("SIGINT");
    expect(await running.ended).toMatchObject({ status: 0 });
  });

  it("continues if something prevents writing", async () => {
    const folder = makeProject({ [page]: "mine" });
    const running = await startWatching(folder);
    expect(running.said()).toContain("is in the way");
    rmSync(join(folder, page));
    expect(await change(running, () => writeTree(folder, { "spec/pet.yaml": `# again\n${spec}` }))).toContain(
      "written",
    );
    running.process.kill("SIGINT");
    expect(await running.ended).toMatchObject({ status: 0 });
  });
});
