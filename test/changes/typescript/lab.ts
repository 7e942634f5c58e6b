/** TypeScript: one program for all kinds on each side, with `strict` and `exactOptionalPropertyTypes`, run by Node.js. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { tsc, writeFiles } from "../../run/typescript/tree.js";
import {
  answersIn,
  type Bench,
  type Call,
  type Lab,
  requestsFor,
  type Outcome,
  type Reception,
  type Sent,
} from "../bench.js";
import type { Consumer } from "../consumers.js";
import type { AllSides, SideName } from "../sides.js";
import { namesOf } from "./samples.js";

const options = {
  target: "es2022",
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  rootDir: "src",
  outDir: "dist",
  types: [],
};

export const typescript: Lab = {
  title: `Node.js ${process.versions.node}`,
  prepare(folder, sides, consumers) {
    const errors = {
      before: compiled(join(folder, "before"), sides, "before", consumers),
      after: compiled(join(folder, "after"), sides, "after", consumers),
    };
    if (errors.before.size > 0) throw new Error([...errors.before].join("\n"));
    return benchIn(folder, errors);
  },
};

/** Compiles one side. Returns the first error of each consumer that has one. */
function compiled(
  folder: string,
  sides: AllSides,
  side: SideName,
  consumers: readonly Consumer[],
): ReadonlyMap<string, string> {
  const projects = new Set([...sides[side].typescript.values()].map(({ project }) => project));
  const files = [...projects].flatMap(({ id, files }) =>
    files.flatMap(({ path, text }) => (path.endsWith(".ts") ? { path: `src/${id}/${path}`, text } : [])),
  );
  const programs = consumers.map(({ path, text }) => ({ path: `src/consumers/${path}`, text }));
  writeFiles(folder, [...files, ...programs]);
  const errors = new Map<string, string>();
  for (const line of tsc(folder, options).split("\n")) {
    const [, path, message] = /^(?:.*\/)?src\/(.*?)\(\d+,\d+\): error (.*)/.exec(line) ?? [];
    if (path === undefined || message === undefined) {
      if (line.includes("error")) throw new Error(line);
      continue;
    }
    if (!path.startsWith("consumers/")) throw new Error(line);
    const consumer = path.replace("consumers/", "");
    if (!errors.has(consumer)) errors.set(consumer, message);
  }
  return errors;
}

function benchIn(folder: string, errors: Readonly<Record<SideName, ReadonlyMap<string, string>>>): Bench {
  return {
    receive: (by, documents) => ask<Reception>(join(folder, by), documents.map(document)),
    run(on, calls) {
      const failed = errors[on === "binary" ? "after" : on];
      const compiledCalls = calls.filter(({ consumer }) => !failed.has(consumer.path));
      const outcomes = ask<Outcome>(join(folder, on), compiledCalls.map(request));
      const found = new Map(compiledCalls.map((call, index) => [call, outcomes[index]!]));
      return calls.map((call) => found.get(call) ?? { failure: failed.get(call.consumer.path)! });
    },
  };
}

function document({ side, json }: Sent): object {
  const names = namesOf(side);
  const index = `${side.project.id}/src/sdk/models/index.js`;
  return { index, namespace: names.namespaceAlias(side.root), model: names.className(side.root), json };
}

function request({ consumer: { path }, json }: Call): object {
  return { consumer: `consumers/${path.replace(/\.ts$/, ".js")}`, json };
}

function ask<T>(folder: string, requests: readonly object[]): readonly T[] {
  const parameters = [join(import.meta.dirname, "runner.mjs"), join(folder, "dist")];
  const input = requestsFor(requests);
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr.slice(0, 4000));
  return answersIn<T>(stdout);
}
