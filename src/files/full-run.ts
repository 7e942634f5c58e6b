/** A run that has something to make: the pipeline between two visits to the disk. */
import type { Target } from "../config/config.js";
import { type Diagnostic, hasErrors } from "../diagnostics.js";
import { generate, type GeneratedTarget, type Generation } from "../generate.js";
import type { TemplateFile, TemplateFiles } from "../render/templates.js";
import { hashOf } from "./hash.js";
import { fingerprintsOf, keyOf, type LastTarget, remember } from "./last-run.js";
import { loadProject, type Project } from "./load-project.js";
import { openMemory } from "./memory.js";
import { checkOutputPaths } from "./output-paths.js";
import { type Layout, sourcesOf } from "./project.js";
import type { RunContext, RunResult, TargetResult } from "./run.js";
import {
  checkTarget,
  type ComparedTarget,
  compareTarget,
  findObstacles,
  foretellTarget,
  writeTarget,
} from "./target.js";

/**
 * Makes what is asked for and writes, compares or foretells it.
 *
 * @throws DiskError, UnknownTarget
 */
export async function fullRun(context: RunContext): Promise<RunResult> {
  const { config, options } = context;
  const { value: project, diagnostics } = loadProject(config, options.targets ?? []);
  const mistakes = { outcome: "mistakes", root: config.root, sources: [config], diagnostics, targets: [] } as const;
  if (project === undefined) return mistakes;
  const sources = sourcesOf(config, project.inputs);
  if (hasErrors(diagnostics)) return { ...mistakes, sources };

  const generation = await generateAll(context, project);
  const result = { ...mistakes, sources, diagnostics: [...diagnostics, ...generation.diagnostics] };
  if (hasErrors(result.diagnostics)) return result;

  options.onPhase?.("compare");
  const compared = generation.targets.map((target) => compareTarget(context, target, templatesOf(project, target)));
  switch (options.mode) {
    case "check":
      return { ...result, ...outcomeOf(compared.map(checkTarget)) };
    case "dry-run":
      return { ...result, ...outcomeOf(compared.map(foretellTarget)) };
    case "write":
      return { ...result, ...(await writeAll(context, project, result.diagnostics, compared)) };
  }
}

function templatesOf({ inputs }: Project, { target }: GeneratedTarget): TemplateFiles {
  return inputs.templates.get(target.name) ?? new Map<string, TemplateFile>();
}

async function generateAll({ cache, identity, options }: RunContext, project: Project): Promise<Generation> {
  const memory = cache && openMemory(cache, identity.hash);
  const generation = await generate({
    ...project.inputs,
    config: project.config,
    targets: project.targets,
    ...(memory && { memory }),
    ...(options.onPhase && { onPhase: (phase, target) => options.onPhase?.(phase, target?.name) }),
  });
  if (options.mode === "write") memory?.save();
  return { targets: generation.targets, diagnostics: [...generation.diagnostics, ...checkGeneration(generation)] };
}

function checkGeneration({ targets, diagnostics }: Generation): readonly Diagnostic[] {
  if (hasErrors(diagnostics)) return [];
  return targets.every(({ models }) => models === 0)
    ? [nothingToDo]
    : targets.flatMap(({ files }) => checkOutputPaths(files));
}

const nothingToDo: Diagnostic = {
  code: "nothing-to-do",
  severity: "error",
  message: "The spec has no models, so there is nothing to generate",
};

type Outcome = Pick<RunResult, "outcome" | "targets">;

function outcomeOf(targets: readonly TargetResult[]): Outcome {
  return { outcome: targets.some(({ differences }) => differences.length > 0) ? "differs" : "done", targets };
}

/** Nothing is written anywhere if something stands in the way in one target. */
async function writeAll(
  context: RunContext,
  project: Project,
  diagnostics: readonly Diagnostic[],
  compared: readonly ComparedTarget[],
): Promise<Outcome> {
  const stopped = compared.map(findObstacles);
  if (stopped.some(({ differences }) => differences.length > 0)) return outcomeOf(stopped);

  context.options.onPhase?.("write");
  const results: TargetResult[] = [];
  const left: LastTarget[] = [];
  for (const each of compared) {
    const { result, last, isCancelled } = await writeTarget(context, each);
    results.push(result);
    if (isCancelled) return { outcome: "cancelled", targets: results };
    if (last !== undefined) left.push(last);
  }
  if (left.length === compared.length) rememberRun(context, project, diagnostics, left);
  return outcomeOf(results);
}

function rememberRun(
  { cache, config, identity, options }: RunContext,
  { config: { spec, specSpan }, targets, files, inputs }: Project,
  diagnostics: readonly Diagnostic[],
  left: readonly LastTarget[],
): void {
  if (cache === undefined || options.shard !== undefined) return;
  const prints = fingerprintsOf(config, inputs);
  const key = keyOf(identity.hash, config, files, (path) => prints.get(path));
  if (key === undefined) return;
  remember(cache, config, options.targets ?? [], {
    key,
    configHash: hashOf(config.text),
    layout: { spec, specSpan, targets: targets.map(layoutOf) },
    files: new Map([...identity.files, ...prints]),
    diagnostics,
    targets: left,
  });
}

function layoutOf({ name, language, templates, span }: Target): Layout["targets"][number] {
  return { name, language, templates, span };
}
