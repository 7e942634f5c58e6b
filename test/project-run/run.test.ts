import { existsSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UnknownTarget } from "../../src/config/unknown-target.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";
import { makeSmallProject, runIn, smallProject } from "./small-project.js";

describe("a run", () => {
  it("writes every target, and nothing the second time", async () => {
    const folder = makeSmallProject();
    const first = await runIn(folder);
    expect(first.diagnostics).toEqual([]);
    expect(first.outcome).toBe("done");
    expect(first.targets.map(({ name, output, models }) => [name, output, models])).toEqual([
      ["typescript", "out/typescript", 7],
      ["ruby", "out/ruby", 7],
      ["java", "out/java", 7],
    ]);
    for (const { output, written } of first.targets) {
      expect(written.length).toBeGreaterThan(3);
      expect([...readTree(join(folder, output)).keys()]).toEqual([".modelwright-manifest", ...written]);
    }
    const second = await runIn(folder);
    expect(second.targets.map(({ written, removed, unchanged }) => [written, removed, unchanged])).toEqual(
      first.targets.map(({ written }) => [[], [], written.length]),
    );
  });

  it("writes nothing the second time if a description has Windows line ends", async () => {
    const folder = makeSmallProject();
    writeTree(folder, {
      "spec/windows.yaml": String.raw`models: { Windows: { description: "One.\r\nTwo.\rThree.", fields: { a: string } } }`,
    });
    await runIn(folder);
    const { outcome, targets } = await runIn(folder, { mode: "check", cache: false });
    expect([outcome, targets.flatMap(({ differences }) => differences)]).toEqual(["done", []]);
  });

  it("uses the author's own templates in place of the shipped ones", async () => {
    const folder = makeSmallProject();
    await runIn(folder, { targets: ["java"] });
    const pages = [...readTree(join(folder, "out/java")).values()];
    expect(pages.filter((text) => text.includes("Our own page."))).toHaveLength(1);
    expect(existsSync(join(folder, "out/ruby"))).toBe(false);
  });

  it("writes nothing if there is a mistake, and reports all of them", async () => {
    const folder = makeSmallProject();
    writeTree(folder, {
      "spec/people.yaml": "models: { A: { fields: { b: sting } } }\n",
      "spec/latin1.yml": "models: {}\n",
    });
    writeFileSync(join(folder, "spec/latin1.yml"), Buffer.from([0x23, 0xe4]));
    const { outcome, diagnostics, targets } = await runIn(folder);
    expect([outcome, targets]).toEqual(["mistakes", []]);
    expect(diagnostics.map(({ code, span }) => `${span?.file} ${code}`)).toEqual(["spec/latin1.yml not-utf-8"]);
    expect(existsSync(join(folder, "out"))).toBe(false);

    rmSync(join(folder, "spec/latin1.yml"));
    expect((await runIn(folder)).diagnostics).toMatchObject([
      { code: "unknown-type", span: { file: "spec/people.yaml" } },
    ]);
  });

  it("reports where a folder is named that does not exist or is empty", async () => {
    const folder = makeSmallProject();
    rmSync(join(folder, "spec"), { recursive: true });
    rmSync(join(folder, "templates"), { recursive: true });
    const [spec, templates] = (await runIn(folder)).diagnostics;
    expect(spec).toMatchObject({
      code: "file-not-found",
      message: 'the folder "spec" does not exist',
      span: { start: 6, end: 10 },
    });
    expect(templates).toMatchObject({ code: "file-not-found", message: 'the folder "templates" does not exist' });
    mkdirSync(join(folder, "spec"));
    expect((await runIn(folder)).diagnostics).toMatchObject([{ code: "nothing-to-do" }, { code: "file-not-found" }]);
  });

  it("does nothing if the spec has no models, rather than removing everything", async () => {
    const folder = makeSmallProject();
    await runIn(folder);
    const before = readTree(join(folder, "out"));
    for (const path of Object.keys(smallProject))
      if (path.startsWith("spec/")) writeTree(folder, { [path]: "models: {}\n" });
    expect(await runIn(folder)).toMatchObject({ outcome: "mistakes", diagnostics: [{ code: "nothing-to-do" }] });
    expect(readTree(join(folder, "out"))).toEqual(before);
  });

  it("writes nothing to any target if a file was edited in one of them", async () => {
    const folder = makeSmallProject();
    const { targets } = await runIn(folder);
    const edited = `out/java/${targets[2]?.written[0]}`;
    writeTree(folder, { [edited]: "edited", "spec/more.yaml": "models: { More: { fields: { a: string } } }\n" });
    const before = readTree(join(folder, "out"));
    const stopped = await runIn(folder);
    expect(stopped.outcome).toBe("differs");
    expect(stopped.targets.map(({ written, differences }) => [written, differences.map(({ state }) => state)])).toEqual(
      [
        [[], []],
        [[], []],
        [[], ["edited"]],
      ],
    );
    expect(readTree(join(folder, "out"))).toEqual(before);

    expect((await runIn(folder, { force: true })).outcome).toBe("done");
    expect(await runIn(folder, { mode: "check" })).toMatchObject({ outcome: "done" });
  });

  it("reports what it would write, and writes nothing", async () => {
    const folder = makeSmallProject();
    const reported = await runIn(folder, { mode: "dry-run" });
    expect(existsSync(join(folder, "out"))).toBe(false);
    expect(existsSync(join(folder, ".cache"))).toBe(false);
    const done = await runIn(folder);
    expect(reported).toEqual(done);
  });

  it("knows the config's targets", async () => {
    const folder = makeSmallProject();
    await expect(runIn(folder, { targets: ["rubi"] })).rejects.toThrow(
      new UnknownTarget("rubi", ["typescript", "ruby", "java"]),
    );
    await expect(runIn(folder, { targets: ["rubi"] })).rejects.toMatchObject({ hint: 'did you mean "ruby"?' });
  });

  it("chooses names with all targets of the config, even if it generates one", async () => {
    const folder = makeSmallProject();
    writeTree(folder, { "spec/named.yaml": "models: { A: { names: { java: B }, fields: { a: string } } }\n" });
    expect(await runIn(folder, { targets: ["ruby"] })).toMatchObject({ outcome: "done", diagnostics: [] });
  });

  it("finds a spec that is a single file, and files behind links", async () => {
    const folder = temporaryFolder();
    writeTree(folder, {
      "modelwright.yaml": "spec: api.yaml\ntargets: { ruby: { language: ruby, output: out } }\n",
      "api.yaml": "models: { A: { fields: { a: string } } }\n",
    });
    expect(await runIn(folder)).toMatchObject({ outcome: "done", targets: [{ models: 1 }] });
  });

  it("does not take the config for a spec if both are in one folder", async () => {
    const folder = temporaryFolder();
    writeTree(folder, {
      "modelwright.yaml": "spec: .\ntargets: { ruby: { language: ruby, output: out } }\n",
      "api.yaml": "models: { A: { fields: { a: string } } }\n",
    });
    const { outcome, diagnostics } = await runIn(folder);
    expect(outcome === "done" || diagnostics.some(({ code }) => code === "path-escape")).toBe(true);
  });
});

describe("a check", () => {
  it("writes nothing at all, not even a cache", async () => {
    const folder = makeSmallProject();
    const before = readTree(folder);
    expect((await runIn(folder, { mode: "check" })).outcome).toBe("differs");
    expect(readTree(folder)).toEqual(before);
  });

  it("reports every kind of difference with its cause", async () => {
    const folder = makeSmallProject();
    await runIn(folder, { targets: ["ruby"] });
    const docs = "out/ruby/docs/models/shared";
    rmSync(join(folder, docs, "address.md"));
    writeTree(folder, {
      [`${docs}/personstate.md`]: "edited",
      "spec/people.yaml": smallProject["spec/people.yaml"]?.replace("What friends say", "What others say") ?? "",
    });
    const { outcome, targets } = await runIn(folder, { mode: "check", targets: ["ruby"] });
    const reported = (targets[0]?.differences ?? []).filter(
      ({ path }) => path.startsWith("docs/models/shared/") && !path.includes("emplo") && !path.includes("compan"),
    );
    expect(outcome).toBe("differs");
    expect(reported.map(({ path, state, cause, template }) => [path, state, cause?.file, template])).toEqual([
      ["docs/models/shared/address.md", "missing", "spec/places/address.yaml", undefined],
      ["docs/models/shared/person.md", "stale", "spec/people.yaml", undefined],
      ["docs/models/shared/personstate.md", "edited", "spec/people.yaml", undefined],
    ]);
    expect(reported.map(({ found }) => found()?.slice(0, 8))).toEqual([undefined, "# Person", "edited"]);
    expect(reported[1]?.wanted).toContain("What others say");
  });

  it("finds a left-over page and a manifest that is out of date", async () => {
    const folder = makeSmallProject();
    await runIn(folder, { targets: ["ruby"] });
    writeTree(folder, { "spec/places/address.yaml": "models: { Address: { type: string } }\n" });
    const { targets } = await runIn(folder, { mode: "check", targets: ["ruby"] });
    const states = new Map(targets[0]?.differences.map(({ path, state }) => [path, state]));
    expect(states.get("docs/models/shared/address.md")).toBe("left-over");
    expect(states.get(".modelwright-manifest")).toBe("stale");

    await runIn(folder, { targets: ["ruby"] });
    rmSync(join(folder, "out/ruby/.modelwright-manifest"));
    expect((await runIn(folder, { mode: "check", targets: ["ruby"] })).targets[0]?.differences).toMatchObject([
      { path: ".modelwright-manifest", state: "missing" },
    ]);
  });
});

describe("the times of files", () => {
  it("stay if the spec changes without an effect on the output", async () => {
    const folder = makeSmallProject();
    const { targets } = await runIn(folder);
    const paths = targets.flatMap(({ output, written }) => written.map((path) => join(folder, output, path)));
    const past = new Date("2001-02-03T04:05:06Z");
    for (const path of paths) utimesSync(path, past, past);
    writeTree(folder, { "spec/people.yaml": `# a remark\n${smallProject["spec/people.yaml"]}` });
    await runIn(folder);
    expect(paths.filter((path) => statSync(path).mtimeMs !== past.getTime())).toEqual([]);
  });
});
