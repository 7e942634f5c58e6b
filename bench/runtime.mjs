/**
 * How fast generated classes read and write JSON, by CPU time:
 * `npm run bench:runtime -- [--runs N] [--languages typescript,ruby,java] [--shapes wide,tiny] [--subjects name] [--markdown]`.
 *
 * Each figure is a median of fresh processes, which run in turn, and a ratio to the language's base in the same run.
 * Compare only ratios: machines and their load differ.
 *
 * bench/runtime/<language>.mjs exports
 * - `prepare({ scratch, generated, documents, log })`, which gives subjects; the first one is the base. A subject is
 *   `{ name, operations, command(operation, shape) }`. `operations` has, for each operation, what its figures are held
 *   against: an operation of the base. `command` gives a program and its arguments, or nothing if there is no figure.
 *   The program prints a JSON object with some of `cpuNs`, `allocatedBytes`, `retainedBytes` and `coldNs`.
 *   A subject's `shapes` names the documents it can read, if these are not all.
 * - perhaps `measure({ scratch, generated, log })`, which gives other figures: rows of names and values.
 *
 * `documents` has, for each shape, its `model`, its `file` and whether it `isHostile`.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { documents, hostileDocuments } from "./runtime/documents.mjs";
import { markdownTable } from "./runtime/table.mjs";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    languages: { type: "string", default: "typescript,ruby,java" },
    shapes: { type: "string" },
    subjects: { type: "string" },
    markdown: { type: "boolean", default: false },
  },
});
const runs = Number(options.runs);
const root = resolve(import.meta.dirname, "..");
const figures = {
  cpuNs: "CPU time",
  allocatedBytes: "Bytes allocated",
  retainedBytes: "Bytes retained",
  coldNs: "CPU time of the first call",
};
const scratch = mkdtempSync(join(tmpdir(), "modelwright-bench-"));

try {
  const context = { scratch, generated: generate(), documents: writeDocuments(), log: (line) => console.error(line) };
  for (const language of options.languages.split(",")) await measureLanguage(language, context);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function measureLanguage(language, context) {
  const file = join(import.meta.dirname, "runtime", `${language}.mjs`);
  if (!existsSync(file)) throw new Error(`there is no ${file}`);
  const { prepare, measure } = await import(file);
  const generated = join(context.generated, language);
  const here = { ...context, scratch: join(scratch, language), generated };
  mkdirSync(here.scratch, { recursive: true });
  let subjects;
  try {
    subjects = await prepare(here);
  } catch (error) {
    return console.error(`${language} is not measured: ${error.message}`);
  }
  const cells = measureSubjects(subjects, context.documents);
  for (const [figure, title] of Object.entries(figures)) printTable(`${language}: ${title}`, cells, figure);
  const others = await measure?.(here);
  if (others !== undefined) print(`${language}: other figures`, ["", ""], others);
}

/** All figures, by subject, operation and shape: the samples of all runs. */
function measureSubjects(subjects, documents) {
  const [base] = subjects;
  const measured = subjects.filter(({ name }) => subjects[0].name === name || isChosen("subjects", name));
  const cells = measured.flatMap((subject) =>
    Object.entries(subject.operations).flatMap(([operation, against]) =>
      Object.entries(documents)
        .filter(([shape]) => isChosen("shapes", shape) && (subject.shapes?.includes(shape) ?? true))
        .map(([shape]) => ({ subject, operation, shape, base, against, samples: [] }))
        .filter((cell) => subject.command(operation, cell.shape) !== undefined),
    ),
  );
  for (let run = 0; run < runs; run++) {
    for (const { subject, operation, shape, samples } of cells) {
      samples.push(sample(subject.command(operation, shape)));
    }
  }
  return cells;
}

function isChosen(option, name) {
  return options[option] === undefined || options[option].split(",").includes(name);
}

function sample([program, args]) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}\n${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

/** A row for each operation of each subject, a column for each shape: the ratio to the base, and for the base itself the figure. */
function printTable(title, cells, figure) {
  const medianOf = ({ samples }) => median(samples.map((each) => each[figure]).filter((each) => each !== undefined));
  const known = cells.filter((cell) => medianOf(cell) !== undefined);
  if (known.length === 0) return;
  const shapes = [...new Set(known.map(({ shape }) => shape))];
  const rows = new Map();
  for (const cell of known) {
    const { subject, operation, shape, base, against } = cell;
    const name = `${subject.name}: ${operation}`;
    const baseCell = known.find((each) => each.subject === base && each.operation === against && each.shape === shape);
    if (!rows.has(name)) rows.set(name, [name, ...shapes.map(() => "")]);
    const value = medianOf(cell);
    const text = subject === base ? readable(value, figure) : baseCell && (value / medianOf(baseCell)).toFixed(2);
    rows.get(name)[shapes.indexOf(shape) + 1] = text ?? readable(value, figure);
  }
  print(title, ["", ...shapes], [...rows.values()]);
}

function print(title, head, rows) {
  if (options.markdown) return console.log(`\n${title}\n\n${markdownTable(head, rows)}`);
  console.log(`\n${title}`);
  const columns = (row) => Object.fromEntries(head.map((name, at) => [name, row[at]]).slice(1));
  console.table(Object.fromEntries(rows.map((row) => [row[0], columns(row)])));
}

function readable(value, figure) {
  if (figure.endsWith("Bytes")) return `${(value / 1000).toPrecision(3)} kB`;
  return value < 1e6 ? `${(value / 1e3).toPrecision(3)} µs` : `${(value / 1e6).toPrecision(3)} ms`;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** The folder with the generated code of each language. */
function generate() {
  const project = join(scratch, "project");
  mkdirSync(project);
  for (const each of ["spec", "modelwright.yaml"]) {
    cpSync(join(import.meta.dirname, "runtime", each), join(project, each), { recursive: true });
  }
  const cli = join(root, "dist/cli/main.cjs");
  const { status, stderr } = spawnSync(process.execPath, [cli, "generate", "--no-cache"], {
    cwd: project,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return join(project, "generated");
}

function writeDocuments() {
  const folder = join(scratch, "documents");
  mkdirSync(folder);
  const hostile = Object.entries(hostileDocuments).map(([name, text]) => [
    name,
    { model: "Track", text, isHostile: true },
  ]);
  const entries = [...Object.entries(documents), ...hostile].map(([shape, { model, text, isHostile = false }]) => {
    const file = join(folder, `${shape}.json`);
    writeFileSync(file, text);
    return [shape, { model, file, isHostile }];
  });
  return Object.fromEntries(entries);
}
