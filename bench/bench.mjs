/**
 * The time and memory of a run: `npm run bench -- [--models N,N…] [--runs N] [--peers] [--jar openapi-generator-cli.jar]`.
 * Prints medians. Compare only medians of the same run, since machines and their load differ. Files are written to the
 * system's temporary folder; set `TMPDIR` to compare disks.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { madeConfig, madeOpenApi, madeSchema, madeSpec, plainConfig } from "./made-spec.mjs";

const { values } = parseArgs({
  options: {
    models: { type: "string", default: "1400,5600" },
    runs: { type: "string", default: "5" },
    peers: { type: "boolean", default: false },
    jar: { type: "string" },
  },
});
const runs = Number(values.runs);
const root = resolve(import.meta.dirname, "..");
const cli = join(root, "dist/cli/main.cjs");
const peak = join(import.meta.dirname, "peak.mjs");
const scratch = mkdtempSync(join(tmpdir(), "modelwright-bench-"));
/** Node.js reads extra certificates on every start, which takes up to 0.06 s and would distort the results. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

try {
  const rows = values.models.split(",").flatMap((models) => measureProject(Number(models)));
  console.table(Object.fromEntries(rows.map(({ name, ...figures }) => [name, figures])));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/**
 * All figures for a generated spec with this many models. Most are for one page and one class per model and language, like
 * the output of the peers. Ruby's signatures, two more files per model, are measured separately.
 */
function measureProject(models) {
  const spec = madeSpec(models);
  const makeProjects = (kind, config) =>
    Array.from({ length: runs + 1 }, (_, run) => makeProject(join(scratch, `${models}-${kind}-${run}`), config, spec));
  const folders = makeProjects("plain", plainConfig);
  const signed = makeProjects("signed", madeConfig);
  const folder = folders.at(-1);
  const changed = join(folder, "spec", [...spec.keys()].sort()[10]);
  const original = readFileSync(changed, "utf8");
  const generated = join(folder, "generated");
  const row = (what, figures) => ({ name: `${models} models: ${what}`, ...figures });
  const rows = [
    row(
      "node -e 0",
      measure(["-e", "0"], () => folder),
    ),
    row(
      "new",
      measure([cli, "generate"], (run) => folders[run]),
    ),
    row(
      "new, with signatures for Ruby",
      measure([cli, "generate"], (run) => signed[run]),
    ),
    row(
      "nothing changed",
      measure([cli, "generate"], () => folder),
    ),
    row(
      "all, --check --no-cache",
      measure([cli, "generate", "--check", "--no-cache"], () => folder),
    ),
    row(
      "nothing changed, --check",
      measure([cli, "generate", "--check"], () => folder),
    ),
    row(
      "one model changed",
      measure([cli, "generate"], (run) => {
        writeFileSync(changed, original.replace("description: ", `description: change ${run} `));
        return folder;
      }),
    ),
  ];
  const copies = folders.slice(1).map((each) => timed(() => spawnSync("cp", ["-r", generated, join(each, "copy")])));
  rows.push(row(`cp -r of ${countFiles(generated)} files`, { seconds: median(copies) }));
  if (values.peers) rows.push(measureQuicktype(models, folder));
  if (values.jar !== undefined) rows.push(measureOpenApiGenerator(models, folder, values.jar));
  return rows;
}

/**
 * A project without generated files. Every full run gets a new one, and nothing is deleted before the end:
 * ext4 creates files much more slowly in folders where files were recently deleted.
 */
function makeProject(folder, config, spec) {
  for (const each of ["spec", "node_modules"]) mkdirSync(join(folder, each), { recursive: true });
  writeFileSync(join(folder, "modelwright.yaml"), config);
  for (const [name, text] of spec) writeFileSync(join(folder, "spec", name), text);
  return folder;
}

/** quicktype for the same three languages. It generates only classes, no docs. */
function measureQuicktype(models, folder) {
  const schema = join(folder, "schema.json");
  writeFileSync(schema, JSON.stringify(madeSchema(models)));
  const quicktype = join(root, "node_modules/quicktype/dist/index.js");
  const outputs = { typescript: "models.ts", ruby: "models.rb", java: "java/Models.java" };
  mkdirSync(join(folder, "java"), { recursive: true });
  const figures = Object.entries(outputs).map(([language, file]) => {
    const args = ["--lang", language, "--src-lang", "schema", schema, "--out", join(folder, file)];
    return measure([quicktype, ...args], () => folder);
  });
  return { name: `${models} models: quicktype, three languages, no docs`, ...inSequence(figures) };
}

/** openapi-generator for the same three languages, with docs of models. Measured once, since it takes long. */
function measureOpenApiGenerator(models, folder, jar) {
  const document = join(folder, "openapi.json");
  writeFileSync(document, JSON.stringify(madeOpenApi(models)));
  const figures = ["typescript-fetch", "ruby", "java"].map((generator) => {
    const args = ["-jar", jar, "generate", "-g", generator, "-i", document, "-o", join(folder, "peer", generator)];
    return measureOnce(["java", ...args, "--global-property", "models,modelTests=false"]);
  });
  return { name: `${models} models: openapi-generator, three languages`, ...inSequence(figures) };
}

/** The figures of commands that run one after the other. */
function inSequence(figures) {
  const sum = (key) => Number(figures.reduce((all, each) => all + each[key], 0).toFixed(3));
  const peak = Math.max(...figures.map((each) => each["peak MB"]));
  return { seconds: sum("seconds"), "CPU s": sum("CPU s"), "peak MB": peak };
}

/** The figures of a command that is not Node.js, by GNU time. */
function measureOnce(command) {
  const file = join(scratch, "measured");
  const { status, stderr } = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", "-o", file, ...command], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}\n${stderr}`);
  const [seconds, user, system, peak] = readFileSync(file, "utf8").split(" ").map(Number);
  return { seconds, "CPU s": user + system, "peak MB": Math.round((peak * 1024) / 1e6) };
}

/**
 * The median wall time and CPU time in seconds, and the peak memory in MB. Every run gets its folder from `folderOf`. The first
 * run is not counted.
 */
function measure(args, folderOf) {
  const file = join(scratch, "measured");
  const samples = Array.from({ length: runs + 1 }, (_, run) => {
    const folder = folderOf(run);
    const seconds = timed(() => runNode(["--import", peak, ...args], folder, { ...environment, MEASURE: file }));
    return { seconds, ...JSON.parse(readFileSync(file, "utf8")) };
  }).slice(1);
  const medianOf = (key) => median(samples.map((each) => each[key]));
  return { seconds: medianOf("seconds"), "CPU s": medianOf("cpu"), "peak MB": Math.round(medianOf("peak") / 1e6) };
}

function runNode(args, cwd, env) {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", env });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stderr}`);
}

/** Waits for the disk to finish earlier writes before timing starts. */
function timed(action) {
  spawnSync("sync");
  const start = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function median(numbers) {
  return Number([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)].toFixed(3));
}

function countFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}
