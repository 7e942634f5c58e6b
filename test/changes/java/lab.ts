/**
 * Java: all kinds of a side are compiled together, each in its own package. Consumers that do not compile with the classes after
 * the change are left out of the next run of the compiler.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { libraries, toolchain } from "../../run/java/toolchain.js";
import { writeFiles } from "../../run/typescript/tree.js";
import { answersIn, type Bench, type Lab, type Outcome, type Reception, requestsFor, type Setup } from "../bench.js";
import type { Consumer } from "../consumers.js";
import { type AllSides, type SideName, sideNames } from "../sides.js";
import { namesOf } from "./samples.js";

export const java: Lab = {
  title: toolchain.name,
  ...(toolchain.isMissing && { missing: toolchain.name }),
  prepare(folder, sides, consumers) {
    for (const side of sideNames) compileLibrary(folder, sides, side);
    writeFiles(join(folder, "source"), consumers);
    succeed(compileConsumers(folder, "before", consumers));
    return benchIn(folder, compileRest(folder, consumers));
  },
};

/**
 * Compiles all consumers that can be compiled with the classes after the change. The compiler looks for missing cases of a
 * `switch` only where it finds no other errors. Returns the first error of all others.
 */
function compileRest(folder: string, consumers: readonly Consumer[]): ReadonlyMap<string, string> {
  const failed = new Map<string, string>();
  for (;;) {
    const errors = compileConsumers(
      folder,
      "after",
      consumers.filter(({ path }) => !failed.has(path)),
    );
    if (errors.size === 0) return failed;
    for (const [path, message] of errors) failed.set(path, message);
  }
}

function succeed(errors: ReadonlyMap<string, string>): void {
  if (errors.size > 0) throw new Error([...errors].join("\n"));
}

function compileLibrary(folder: string, sides: AllSides, side: SideName): void {
  const projects = new Set([...sides[side].java.values()].map(({ project }) => project));
  const files = [...projects].flatMap((project) => project.files).filter(({ path }) => path.endsWith(".java"));
  const source = join(folder, `${side}-source`);
  writeFiles(source, files);
  const paths = files.map(({ path }) => join(source, path));
  const output = javac(folder, [join(import.meta.dirname, "Runner.java"), ...paths], libraries(), `${side}-library`);
  if (output !== undefined) throw new Error(output);
}

/** Compiles consumers with the classes of a side. Returns the first error of each that has one. */
function compileConsumers(folder: string, side: SideName, consumers: readonly Consumer[]): ReadonlyMap<string, string> {
  const classPath = [join(folder, `${side}-library`), libraries()].join(delimiter);
  const paths = consumers.map(({ path }) => join(folder, "source", path));
  const output = javac(folder, paths, classPath, `${side}-consumers`) ?? "";
  const errors = new Map<string, string>();
  for (const [, path = "", message = ""] of output.matchAll(/^(?:.*\/)?source\/(.*?\.java):\d+: error: (.*)$/gm)) {
    if (!errors.has(path)) errors.set(path, message);
  }
  if (errors.size === 0 && output !== "") throw new Error(output);
  return errors;
}

/** What the compiler reports if it fails. An error in one file does not keep it from reporting those in others. */
function javac(folder: string, paths: readonly string[], classPath: string, classes: string): string | undefined {
  const list = join(folder, "sources");
  writeFileSync(list, paths.map((path) => `"${path}"\n`).join(""));
  const options = ["--release", "17", "-encoding", "UTF-8", "-nowarn", "-Xmaxerrs", "10000", "-proc:none"];
  const output = ["-cp", classPath, "-d", join(folder, classes)];
  const parameters = [...options, "-XDshould-stop.ifError=ATTR", ...output, `@${list}`];
  const { status, stdout, stderr } = spawnSync("javac", parameters, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return status === 0 ? undefined : stdout + stderr;
}

function benchIn(folder: string, failed: ReadonlyMap<string, string>): Bench {
  const ask = <T>(on: Setup, requests: readonly object[]): readonly T[] => {
    const library = join(folder, on === "before" ? "before-library" : "after-library");
    const programs = join(folder, on === "after" ? "after-consumers" : "before-consumers");
    const parameters = ["-cp", [library, programs, libraries()].join(delimiter), "Runner"];
    const input = requestsFor(requests);
    const { status, stdout, stderr } = spawnSync("java", parameters, { input, encoding: "utf8", maxBuffer: 2 ** 28 });
    if (status !== 0) throw new Error(stderr.slice(0, 4000));
    return answersIn<T>(stdout);
  };
  return {
    receive: (by, documents) =>
      ask<Reception>(
        by,
        documents.map(({ side, json }) => ({ model: namesOf(side).qualifiedName(side.root), json })),
      ),
    run(on, calls) {
      const compiled = on === "after" ? calls.filter(({ consumer }) => !failed.has(consumer.path)) : calls;
      const outcomes = ask<Outcome>(
        on,
        compiled.map(({ consumer: { path }, json }) => ({
          consumer: path.replace(/\.java$/, "").replaceAll("/", "."),
          json,
        })),
      );
      const found = new Map(compiled.map((call, index) => [call, outcomes[index]!]));
      return calls.map((call) => found.get(call) ?? { failure: failed.get(call.consumer.path)! });
    },
  };
}
