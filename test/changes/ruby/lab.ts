/** Ruby: everything is loaded and run. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ruby as installed } from "../../run/ruby/tree.js";
import { writeFiles } from "../../run/typescript/tree.js";
import { answersIn, type Bench, type Lab, type Outcome, type Reception, requestsFor } from "../bench.js";
import type { Consumer } from "../consumers.js";
import { type AllSides, type SideName, sideNames } from "../sides.js";
import { namesOf } from "./consumer.js";

export const ruby: Lab = {
  title: installed.title,
  ...(installed.lacks.includes("bigdecimal") && { missing: `${installed.title} lacks bigdecimal` }),
  prepare(folder, sides, consumers) {
    for (const side of sideNames) write(join(folder, side), sides, side, consumers);
    return benchIn(folder);
  },
};

function write(folder: string, sides: AllSides, side: SideName, consumers: readonly Consumer[]): void {
  const projects = new Set([...sides[side].ruby.values()].map(({ project }) => project));
  for (const { id, files } of projects) {
    writeFiles(
      join(folder, id),
      files.filter(({ path }) => path.startsWith("lib/")),
    );
  }
  writeFiles(join(folder, "consumers"), consumers);
}

function benchIn(folder: string): Bench {
  return {
    receive: (by, documents) =>
      ask<Reception>(
        join(folder, by),
        documents.map(({ side, json }) => ({ model: namesOf(side).constant(side.root), json })),
      ),
    run: (on, calls) =>
      ask<Outcome>(
        join(folder, on),
        calls.map(({ consumer: { path }, json }) => ({ consumer: path, json })),
      ),
  };
}

function ask<T>(folder: string, requests: readonly object[]): readonly T[] {
  const [command = "", ...options] = [...installed.command, join(import.meta.dirname, "runner.rb"), folder];
  const { status, stdout, stderr } = spawnSync(command, options, {
    input: requestsFor(requests),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr.slice(0, 4000));
  return answersIn<T>(stdout);
}
