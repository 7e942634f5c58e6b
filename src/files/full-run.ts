/** A run that has something to make: the pipeline between two visits to the disk. */
import type { Target } from "../config/config.js";
import { type Diagnostic, hasErrors } from "../diagnostics.js";
import { hashOf } from "./hash.js";
import { knownFolder } from "./known-folder.js";
import { fingerprintsOf, keyOf, remember } from "./last-run.js";
import { loadProject, type Project } from "./load-project.js";
import { makeFiles } from "./make-files.js";
import type { Made } from "./make-here.js";
import { checkOutputPaths } from "./output-paths.js";
import { type Layout, sourcesOf } from "./project.js";
import { Overtaken } from "./overtaken.js";
import { discardStages, openStages, type Stages } from "./stage.js";
import type { RunContext, RunResult, TargetResult } from "./run.js";
import { checkTarget, type ComparedTarget, compareTarget, findObstacles, foretellTarget, type Work } from "./target.js";
import { writeTarget, type WrittenTarget } from "./target.js";

/**
 * Makes what is asked for and writes, compares or foretells it.
 *
 * @param canStage whether output folders that do not exist yet may be put together elsewhere
 * @throws DiskError, UnknownTarget
 */
export async function fullRun(context: RunContext, canStage = true): Promise<RunResult> {
  const { config, options } = context;
  const { value: project, diagnostics } = loadProject(config, options.targets ?? [], context.looked);
  const mistakes = { outcome: "mistakes", root: config.root, sources: [config], diagnostics, targets: [] } as const;
  if (project === undefined) return mistakes;
  const sources = sourcesOf(config, project.inputs);
  if (hasErrors(diagnostics)) return { ...mistakes, sources };

  const folders = foldersOf(context, project);
  const stages: Stages = canStage ? openStages(context, folders) : new Map();
  try {
    return await bringAbout({ context, project, folders, stages }, { ...mistakes, sources });
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
  } finally {
    discardStages(stages);
  }
  return fullRun({ ...context, last: undefined, looked: undefined }, false);
}

function foldersOf(context: RunContext, { targets }: Project): Work["folders"] {
  return new Map(targets.map((target) => [target.name, knownFolder(context, target)]));
}

/**
 * @param before what there is to say before anything is made
 * @throws DiskError, Overtaken
 */
async function bringAbout(work: Work, before: RunResult): Promise<RunResult> {
  const { mode, onPhase } = work.context.options;
  const made = await makeFiles(work);
  const diagnostics = [...before.diagnostics, ...made.diagnostics, ...checkFiles(made, work)];
  const result = { ...before, diagnostics };
  if (hasErrors(diagnostics)) return result;

  onPhase?.("compare");
  const compared = made.targets.map((target) => compareTarget(work, target, work.folders.get(target.target.name)));
  switch (mode) {
    case "check":
      return { ...result, ...outcomeOf(compared.map(checkTarget)) };
    case "dry-run":
      return { ...result, ...outcomeOf(compared.map(foretellTarget)) };
    case "write":
      return { ...result, ...(await writeAll(work, compared, diagnostics)) };
  }
}

function checkFiles({ targets, diagnostics }: Made, { folders }: Work): readonly Diagnostic[] {
  if (hasErrors(diagnostics)) return [];
  if (targets.every(({ models }) => models === 0)) return [nothingToDo];
  return targets.flatMap(({ target, files, carried }) => {
    if (carried !== undefined) return [];
    const last = folders.get(target.name)?.last();
    const hasNew = last === undefined || files.some(({ path }) => !last.has(path));
    return hasNew ? checkOutputPaths(files) : [];
  });
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
  work: Work,
  compared: readonly ComparedTarget[],
  diagnostics: RunResult["diagnostics"],
): Promise<Outcome> {
  const stopped = compared.map(findObstacles);
  if (stopped.some(({ differences }) => differences.length > 0)) {
    // What stands in the way came while the stages were filled; nobody could read there what they are to be told.
    if (work.stages.size > 0) throw new Overtaken();
    return outcomeOf(stopped);
  }

  work.context.options.onPhase?.("write");
  const written: WrittenTarget[] = [];
  for (const each of compared) {
    const one = await writeTarget(each);
    written.push(one);
    if (one.last === undefined) return { outcome: "cancelled", targets: written.map(({ result }) => result) };
  }
  rememberRun(work, written, diagnostics);
  return { outcome: "done", targets: written.map(({ result }) => result) };
}

/** Only what is complete is worth remembering. */
function rememberRun(
  { context, project }: Work,
  written: readonly WrittenTarget[],
  diagnostics: RunResult["diagnostics"],
): void {
  const { cache, config, identity, options } = context;
  const { spec, specSpan } = project.config;
  const targets = written.flatMap(({ last }) => last ?? []);
  const files = fingerprintsOf(config, project.inputs);
  const key = keyOf(identity.hash, config, project.files, (path) => files.get(path));
  if (cache === undefined || options.shard !== undefined || key === undefined || targets.length < written.length)
    return;
  remember(cache, config, options.targets ?? [], {
    key,
    identity: identity.hash,
    configHash: hashOf(config.text),
    layout: { spec, specSpan, targets: project.targets.map(layoutOf) },
    files: new Map([...identity.files, ...files]),
    diagnostics,
    targets,
  });
}

function layoutOf({ name, language, templates, span }: Target): Layout["targets"][number] {
  return { name, language, templates, span };
}
