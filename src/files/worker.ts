/** A thread that makes some of the pages (see workers.ts). */
import { parentPort, workerData } from "node:worker_threads";
import { hasErrors } from "../diagnostics.js";
import { generate } from "../generate.js";
import type { RenderedFile } from "./made-file.js";
import { openTextMemory } from "./text-memory.js";
import { partsLeft, type WorkerResult, type WorkerTask } from "./workers.js";

void makeShare(workerData as WorkerTask);

async function makeShare({ config, targets, inputs, taken, withViews, stages }: WorkerTask): Promise<void> {
  const generation = await generate({
    ...inputs,
    config,
    targets,
    parts: (target, count) => partsLeft(taken, targets.indexOf(target), count),
    memory: { specFile: (source, parse) => parse(source), ...openTextMemory(targets, inputs, { withViews, stages }) },
  });
  const files = generation.targets.map((target) => target.files as readonly RenderedFile[]);
  const result: WorkerResult = hasErrors(generation.diagnostics) ? undefined : files;
  const kept = files.flat().flatMap(({ content }) => (content instanceof Uint8Array ? content.buffer : []));
  const buffers = new Set(kept as ArrayBuffer[]);
  parentPort?.postMessage(result, [...buffers]);
}
