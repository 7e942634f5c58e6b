/**
 * Threads that make some of the pages. The parts of a target are taken one by one by whichever thread is free, so that all
 * end at the same time; what is made does not depend on who made it.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Target } from "../config/config.js";
import type { Input } from "../generate.js";
import type { Project } from "./load-project.js";
import type { SentFile } from "./sent-file.js";
import type { Stages } from "./stage.js";
import type { Work } from "./target.js";

/** What a worker needs to know, as plain data. */
export interface WorkerTask extends Pick<Project, "config" | "targets"> {
  readonly inputs: Pick<Input, "sources" | "templates">;
  /** The target to begin with: threads that begin with different ones are less in one another's way. */
  readonly first: number;
  /** How many parts of each target are taken, in memory that all threads share. */
  readonly taken: Int32Array;
  readonly stages: Stages;
}

/** The files that a worker made, by target; undefined if it came upon a mistake. */
export type WorkerResult = readonly (readonly SentFile[])[] | undefined;

export interface Workers {
  /** The parts of a target, of so many, that are left to this thread. */
  readonly parts: (target: Target, count: number) => Iterable<number>;
  /** What they made of each target; undefined if one of them did not make all that it took. */
  files(): Promise<WorkerResult>;
  /** Stops them, whatever they are at. */
  dismiss(): void;
}

/** @returns undefined for a project so small that they would come too late, or where most is known from the last run */
export function callWorkers({ context, project, stages }: Work): Workers | undefined {
  const { config, targets, inputs } = project;
  const count = Math.min(availableParallelism(), mostThreads) - 1;
  if (context.last !== undefined || count < 1) return undefined;
  if (inputs.sources.reduce((sum, { text }) => sum + text.length, 0) < smallest) return undefined;

  const taken = new Int32Array(new SharedArrayBuffer(targets.length * Int32Array.BYTES_PER_ELEMENT));
  const task = { config, targets, inputs: asData(inputs), taken, stages };
  const workers = start(count, (number): WorkerTask => ({ ...task, first: (number + 1) % targets.length }));
  if (workers.length === 0) return undefined;
  const ended = Promise.all(workers.map(resultOf));
  return {
    parts: (target, parts) => partsLeft(taken, targets.indexOf(target), parts),
    async files() {
      const results = await ended;
      if (results.includes(undefined)) return undefined;
      return targets.map((_target, at) => results.flatMap((result) => result?.[at] ?? []));
    },
    dismiss: () => workers.forEach((worker) => void worker.terminate()),
  };
}

/** Sources may be objects that read their text when it is asked for. */
function asData({ sources, templates }: WorkerTask["inputs"]): WorkerTask["inputs"] {
  return { sources: sources.map(({ path, text, hash }) => ({ path, text, hash })), templates };
}

/** As many as may be started: permissions and limits of the system can forbid it. */
function start(count: number, taskOf: (number: number) => WorkerTask): readonly Worker[] {
  const workers: Worker[] = [];
  try {
    while (workers.length < count)
      workers.push(new Worker(script, { workerData: taskOf(workers.length), resourceLimits, execArgv: [] }));
  } catch {
    // The others make it all.
  }
  return workers;
}

/** The parts that no thread has taken yet: each is taken when it is asked for. */
export function* partsLeft(taken: Int32Array, target: number, count: number): Iterable<number> {
  for (let part = Atomics.add(taken, target, 1); part < count; part = Atomics.add(taken, target, 1)) yield part;
  Atomics.store(taken, target, all);
}

export function areTaken(taken: Int32Array, target: number): boolean {
  return Atomics.load(taken, target) >= all;
}

/** Stands for all parts of a target; more than there ever are. */
const all = 1_000_000_000;

/** Whatever goes wrong in a worker is left to the main thread, which will come upon it too. */
function resultOf(worker: Worker): Promise<WorkerResult> {
  return new Promise((resolve) => {
    worker.once("message", resolve);
    worker.once("error", () => resolve(undefined));
    worker.once("exit", () => resolve(undefined));
  });
}

const script = new URL("../files/worker.cjs", import.meta.url);
/** Texts are kept outside the heap, so that little of what is young grows old: more room would take memory only. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };
/** Beyond that, what each thread must do for itself outweighs what is shared, and each takes memory. */
const mostThreads = 4;
/** In characters of all specs. */
const smallest = 200_000;
