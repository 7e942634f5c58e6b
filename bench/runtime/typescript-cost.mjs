/** What the generated classes cost before they read anything: bytes in a bundle, time to load, time to compile. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { madeSpec } from "../made-spec.mjs";

const root = resolve(import.meta.dirname, "../..");
const small = `models:
  Event:
    fields:
      id: { type: string, required: true }
      kind: { type: string, required: true }
      count: { type: integer, required: true }
      seen: boolean
`;

/** @returns rows of names and values */
export function measureCost({ scratch, log }) {
  return [...bundles(scratch, log), ...loading(scratch), ...compiling(scratch)];
}

/** Minified bundles for browsers, as gzip would send them. */
function bundles(scratch, log) {
  let esbuild;
  try {
    esbuild = createRequire(join(scratch, "package.json"))("esbuild");
  } catch (error) {
    log(`no bundles: ${error.message}`);
    return [];
  }
  const shared = join(project(scratch, 80), "src/sdk/models/shared/index.ts");
  const entries = { "bundle of a small model": "{ Event }", "bundle of 49 models": "*" };
  return Object.entries(entries).map(([name, exported]) => {
    const contents = `export ${exported} from ${JSON.stringify(shared)};`;
    const stdin = { contents, resolveDir: scratch };
    const { outputFiles } = esbuild.buildSync({ stdin, bundle: true, minify: true, format: "esm", write: false });
    return [name, `${(gzipSync(outputFiles[0].contents, { level: 9 }).length / 1000).toFixed(1)} kB`];
  });
}

/** The compiled classes of the benchmark, one file each, in fresh processes. */
function loading(scratch) {
  const index = pathToFileURL(join(scratch, "classes/models/index.js"));
  const program = `
    const cpu = () => { const { user, system } = process.cpuUsage(); return user + system; };
    const start = cpu();
    const { shared } = await import(${JSON.stringify(index)});
    const loaded = cpu();
    shared.Event.parse('{"id":"evt_1","kind":"order.created","count":3,"seen":true}');
    console.log(JSON.stringify([loaded - start, cpu() - loaded]));`;
  const samples = Array.from({ length: 9 }, () =>
    JSON.parse(run(process.execPath, ["--input-type=module", "--eval", program])),
  );
  return ["to load 17 models", "to parse the first tiny document"].map((name, at) => [
    name,
    `${(median(samples.map((each) => each[at])) / 1000).toFixed(1)} ms`,
  ]);
}

function compiling(scratch) {
  const folder = project(scratch, 1400);
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--types", ""];
  const tsc = [process.execPath, join(root, "node_modules/typescript/bin/tsc"), ...options];
  const command = [...tsc, join(folder, "src/sdk/models/index.ts")].map((word) => `'${word}'`).join(" ");
  const samples = Array.from({ length: 3 }, () => {
    const children = run("sh", ["-c", `${command} && times`], folder)
      .trim()
      .split("\n")
      .at(-1);
    return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
  });
  return [["to check 1,400 models with tsc", `${median(samples).toFixed(1)} s`]];
}

/** The output folder of a made-up API with as many definitions, and a small model. */
function project(scratch, definitions) {
  const folder = join(scratch, `made-${definitions}`);
  mkdirSync(join(folder, "spec"), { recursive: true });
  const spec = new Map([...madeSpec(definitions), ["event.yaml", small]]);
  for (const [name, text] of spec) writeFileSync(join(folder, "spec", name), text);
  writeFileSync(
    join(folder, "modelwright.yaml"),
    "spec: spec\ntargets: { typescript: { language: typescript, output: generated, docs: false } }\n",
  );
  run(process.execPath, [join(root, "dist/cli/main.cjs"), "generate", "--no-cache"], folder);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  return join(folder, "generated");
}

function run(program, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(error?.message ?? `${program} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
