/** The subjects of the runtime benchmark in Java: plain classes that Jackson reads by reflection, and the generated classes. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { madeSpec, plainConfig } from "../made-spec.mjs";

const sources = join(import.meta.dirname, "java");
const modelsToCompile = 1400;

export async function prepare({ scratch, generated, documents, log }) {
  log("java: fetching Jackson and compiling");
  const libraries = join(scratch, "libraries");
  const goal = ["dependency:copy-dependencies", `-DoutputDirectory=${libraries}`];
  run("mvn", ["-q", "-B", "-f", join(sources, "pom.xml"), ...goal]);
  const classes = join(scratch, "classes");
  compile(classes, libraries, [sources, generated]);
  const classPath = [classes, join(libraries, "*")].join(delimiter);
  const subject = (name, operations, commands, prefix) => ({
    name,
    operations,
    command: (operation, shape) => {
      const { model, file, isHostile } = documents[shape];
      if (isHostile !== (operation === "tree" || operation === "hostile")) return undefined;
      return ["java", ["-Xmx2g", "-cp", classPath, "bench.Bench", commands[operation], prefix + model, file]];
    },
  });
  const commands = { read: "read", write: "write", first: "cold" };
  return [
    subject("plain class", { ...own(commands), tree: "tree" }, { ...commands, tree: "parse" }, "bench.Pojos$"),
    subject(
      "classes",
      { ...own(commands), hostile: "tree" },
      { ...commands, hostile: "read" },
      "com.example.bench.models.components.",
    ),
  ];
}

/** Each operation is held against the same one. */
function own(commands) {
  return Object.fromEntries(Object.keys(commands).map((operation) => [operation, operation]));
}

/** How long `javac` takes for many models, and how many classes it makes. */
export async function measure({ scratch, log }) {
  log(`java: compiling ${modelsToCompile} models`);
  const project = join(scratch, "made");
  mkdirSync(join(project, "spec"), { recursive: true });
  writeFileSync(join(project, "modelwright.yaml"), plainConfig);
  for (const [name, text] of madeSpec(modelsToCompile)) {
    const file = join(project, "spec", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const cli = resolve(import.meta.dirname, "../../dist/cli/main.cjs");
  run(process.execPath, [cli, "generate", "--no-cache"], { cwd: project });
  const classes = join(scratch, "made-classes");
  const seconds = compile(classes, join(scratch, "libraries"), [join(project, "generated/java")]);
  return [
    [`CPU time of javac for ${modelsToCompile} models`, `${seconds.toFixed(1)} s`],
    ["Classes that it makes", String(filesIn(classes, ".class").length)],
  ];
}

/** Gives the CPU time in seconds. */
function compile(classes, libraries, folders) {
  mkdirSync(classes, { recursive: true });
  const list = `${classes}.sources`;
  writeFileSync(list, folders.flatMap((folder) => filesIn(folder, ".java")).join("\n"));
  const command = ["javac", "-nowarn", "-cp", join(libraries, "*"), "-d", classes, `@${list}`];
  const times = run("bash", ["-c", 'TIMEFORMAT="%U %S"; { time "$@" 2>&3; } 3>&2 2>&1', "bash", ...command]);
  const [user, system] = times.trim().split(" ").map(Number);
  return user + system;
}

function filesIn(folder, ending) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter(({ name }) => name.endsWith(ending)).map((each) => join(each.parentPath, each.name));
}

function run(program, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", ...options });
  if (status !== 0) throw new Error(error?.message ?? `${program} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}
