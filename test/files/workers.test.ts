/** Threads that share the work; they are there in the built package only. */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import * as built from "../../dist/index.js";
import { madeConfig, madeSpec } from "../../bench/made-spec.mjs";
import { dependenciesOf } from "../../src/files/dependencies.js";
import { hashOf } from "../../src/files/hash.js";
import type { RenderedFile } from "../../src/files/made-file.js";
import { received } from "../../src/files/sent-file.js";
import { openTextMemory } from "../../src/files/text-memory.js";
import { openViews } from "../../src/files/views.js";
import { partsLeft, type WorkerResult, type WorkerTask } from "../../src/files/workers.js";
import type { GeneratedFile, Input } from "../../src/generate.js";
import { generate, generateFiles, type GenerateOptions, loadProject } from "../../src/index.js";
import type { Definition } from "../../src/spec/spec.js";
import { readTree, temporaryFolder, writeTree } from "./folders.js";

/** A project in three languages, large enough for workers. */
function makeProject(): string {
  const folder = temporaryFolder();
  const specs = [...madeSpec(340)].map(([name, text]) => [`spec/${name}`, text] as const);
  writeTree(folder, { "modelwright.yaml": madeConfig, ...Object.fromEntries(specs) });
  return folder;
}

/** Newer versions of Node no longer call it an experiment. */
const permission = process.allowedNodeEnvironmentFlags.has("--permission")
  ? "--permission"
  : "--experimental-permission";

/** What a worker makes to which everything is left. */
async function madeByWorker(
  { config, sources, templates }: Input,
  options: Pick<WorkerTask, "first" | "stages">,
): Promise<WorkerResult> {
  const { targets } = config;
  const taken = new Int32Array(new SharedArrayBuffer(targets.length * Int32Array.BYTES_PER_ELEMENT));
  const task: WorkerTask = { config, targets, inputs: { sources, templates }, taken, ...options };
  const worker = new Worker(new URL("../../dist/files/worker.cjs", import.meta.url), { workerData: task });
  const [made] = (await once(worker, "message")) as [WorkerResult];
  return made;
}

describe("the parts of a target", () => {
  it("are each taken once, whoever asks", () => {
    const taken = new Int32Array(new SharedArrayBuffer(8));
    const [one, other] = [partsLeft(taken, 1, 5), partsLeft(taken, 1, 5)].map((each) => each[Symbol.iterator]());
    const parts = [one, other, other, one, other, one, other].map((each) => each?.next().value as number | undefined);
    expect(parts).toEqual([0, 1, 2, 3, 4, undefined, undefined]);
    expect([...partsLeft(taken, 0, 2)]).toEqual([0, 1]);
  });
});

describe.skipIf(availableParallelism() < 2)("workers", () => {
  it("make whatever nobody else takes", async () => {
    const { value: input } = loadProject({ config: join(makeProject(), "modelwright.yaml") });
    const made = await madeByWorker(input!, { first: 1, stages: new Map() });
    const expected = await generateFiles(input!);
    expect(made?.map((files) => new Set(files.map(([path, hash]) => `${hash} ${path}`)))).toEqual(
      expected.targets.map(({ files }) => new Set(files.map(({ path, text }) => `${hashOf(text)} ${path}`))),
    );
  });

  it("send all there is to know of a file, but for what its definition depends on", async () => {
    const { value: input } = loadProject({ config: join(makeProject(), "modelwright.yaml") });
    const sent = await madeByWorker(input!, { first: 0, stages: new Map() });
    const views = openViews(input!.config.targets, input!, dependenciesOf);
    const memory = openTextMemory({ views, stages: new Map() });
    const made = await generateFiles({ ...input!, memory: { specFile: (source, parse) => parse(source), ...memory } });
    const got = made.targets.map(({ target, spec }, at) => {
      const viewOf = (definition: Definition): string => views.ofDefinition(target, spec, definition);
      return sent?.[at]?.map((file) => received(file, { spec, stage: undefined, viewOf }));
    });
    const byPath = (files: readonly GeneratedFile[] = []): ReadonlyMap<string, object> =>
      new Map(
        (files as readonly RenderedFile[]).map(({ path, hash, text, page, view }) => [
          path,
          { hash, text, page, view },
        ]),
      );
    expect(got.map(byPath)).toEqual(made.targets.map(({ files }) => byPath(files)));
  });

  it("write to the stages of their targets, if they have one", async () => {
    const folder = makeProject();
    const { value: input } = loadProject({ config: join(folder, "modelwright.yaml") });
    const stages = new Map([["ruby", join(folder, "stage")]]);
    const made = await madeByWorker(input!, { first: 2, stages });
    const isStaged = made?.map((files) => new Set(files.map(([, , , , content]) => !(content instanceof Uint8Array))));
    expect(isStaged).toEqual(input!.config.targets.map(({ name }) => new Set([name === "ruby"])));
    const expected = await generateFiles(input!);
    const ruby = expected.targets.find(({ target }) => target.name === "ruby")!;
    expect(readTree(join(folder, "stage"))).toEqual(
      new Map(ruby.files.map(({ path, text }) => [path, text] as const).sort(([a], [b]) => (a < b ? -1 : 1))),
    );
  });

  it("write the same bytes as one thread", async () => {
    const [alone, together] = [makeProject(), makeProject()];
    for (const withCache of [false, true]) {
      const optionsIn = (folder: string): GenerateOptions => ({
        config: join(folder, "modelwright.yaml"),
        cache: withCache && join(folder, "cache"),
      });
      const one = await generate(optionsIn(alone));
      const phases: string[] = [];
      const more = await built.generate({ ...optionsIn(together), onPhase: (phase) => void phases.push(phase) });
      expect(phases.filter((phase) => phase === "parse" || phase === "wait")).toEqual(["parse", "wait"]);
      expect({ ...more, root: "" }).toEqual({ ...one, root: "" });
      expect(readTree(join(together, "generated"))).toEqual(readTree(join(alone, "generated")));
    }
  });

  it("share the work of a run that begins again, too", async () => {
    const folder = makeProject();
    const options: GenerateOptions = { config: join(folder, "modelwright.yaml"), cache: join(folder, "cache") };
    await built.generate(options);
    const [changed] = madeSpec(340).keys();
    const spec = join(folder, "spec", changed!);
    writeFileSync(spec, readFileSync(spec, "utf8").replace("description: ", "description: new "));
    const manifest = join(folder, "generated/ruby/.modelwright-manifest");
    const phases: string[] = [];
    const onPhase = (phase: string): void => {
      if (phase === "write" && !phases.includes(phase)) appendFileSync(manifest, `${hashOf("")}  gone.rb\n`);
      phases.push(phase);
    };
    const { outcome } = await built.generate({ ...options, onPhase });
    expect(outcome).toBe("done");
    expect(phases.filter((phase) => ["parse", "wait", "write"].includes(phase))).toEqual([
      ...["parse", "write"],
      ...["parse", "wait", "write"],
    ]);
  });

  it("find the same mistakes as one thread", async () => {
    const folder = makeProject();
    const config = join(folder, "modelwright.yaml");
    writeTree(folder, { "own/classes/model.rb.hbs": "{{#each fields}}{{nothing}}{{/each}}\n" });
    writeFileSync(config, readFileSync(config, "utf8").replace("ruby,", "ruby, templates: own,"));
    const [one, more] = [await generate({ config, cache: false }), await built.generate({ config, cache: false })];
    expect(one.diagnostics).toHaveLength(1);
    expect(more.diagnostics).toEqual(one.diagnostics);
    expect(more.outcome).toBe("mistakes");
  });

  it.each([
    ["that are told of how the program was started", ["--input-type=module", "-e"], ["parse", "wait"]],
    ["that may not be started", [permission, "--allow-fs-read=*", "--input-type=module", "-e"], ["parse"]],
  ])("%s", (_, flags, expected) => {
    const folder = makeProject();
    const api = new URL("../../dist/index.js", import.meta.url).href;
    const program = `import { check } from ${JSON.stringify(api)};
      const onPhase = (phase) => ["parse", "wait"].includes(phase) && console.log(phase);
      const { outcome } = await check({ cache: false, onPhase });
      console.log(outcome);`;
    const { stdout } = spawnSync(process.execPath, [...flags, program], { cwd: folder, encoding: "utf8" });
    expect(stdout.split("\n").slice(0, -1)).toEqual([...expected, "differs"]);
  });
});
