/** A thread that makes some of the pages (see workers.ts). */
import { parentPort, workerData } from "node:worker_threads";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { generate } from "../generate.js";
import type { RenderedFile } from "./made-file.js";
import { sent } from "./sent-file.js";
import { openTextMemory } from "./text-memory.js";
import { leftOpen, openViews } from "./views.js";
import { areTaken, partsLeft, type WorkerResult, type WorkerTask } from "./workers.js";

void makeShare(workerData as WorkerTask);

async function makeShare({ config, targets, inputs, first, taken, stages }: WorkerTask): Promise<void> {
  const generation = await generate({
    ...inputs,
    config,
    targets: [...targets.slice(first), ...targets.slice(0, first)],
    parts: (target, count) => partsLeft(taken, targets.indexOf(target), count),
    isTaken: (target) => areTaken(taken, targets.indexOf(target)),
    memory: {
      specFile: (source, parse) => parse(source),
      ...openTextMemory({ views: openViews(targets, inputs, leftOpen), stages }),
    },
  });
  const made = new Map(generation.targets.map(({ target, files }) => [target, files as readonly RenderedFile[]]));
  const files = targets.map((target) => made.get(target)?.map(sent) ?? []);
  const result: WorkerResult = hasErrors(generation.diagnostics) ? undefined : files;
  const kept = files.flat().flatMap(([, , , , content]) => (content instanceof Uint8Array ? content.buffer : []));
  const buffers = new Set(kept as ArrayBuffer[]);
  parentPort?.postMessage(result, [...buffers]);
}
