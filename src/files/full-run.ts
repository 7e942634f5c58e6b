/** A run that has something to make: the pipeline between two visits to the disk. */
import { problem } from "../diagnostics/problem.js";
import type { Target } from "../config/config.js";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { hashOf } from "./hash.js";
import { knownFolder } from "./known-folder.js";
import { fingerprintsOf, keyOf, type LastTarget, remember } from "./last-run.js";
import { loadProject, type Project } from "./load-project.js";
import { makeFiles } from "./make-files.js";
import type { Made } from "./make-here.js";
import { checkOutputPaths } from "./output-paths.js";
import { Overtaken } from "./overtaken.js";
import { type Layout, sourcesOf } from "./project.js";
import { discardStages, openStages } from "./stage.js";
import type { RunContext, RunResult, TargetResult } from "./run.js";
import { checkTarget, type ComparedTarget, compareTarget, findObstacles, foretellTarget, type Work } from "./target.js";
import { writeTarget } from "./target.js";

/**
 * Makes what is asked for and writes, compares or foretells it.
 *
 * @throws DiskError, UnknownTarget
 */
export async function fullRun(context: RunContext): Promise<RunResult> {
  const { config, options } = context;
  const { value: project, diagnostics } = loadProject(config, options.targets ?? [], context.looked);
  const mistakes = { outcome: "mistakes", root: config.root, sources: [config], diagnostics, targets: [] } as const;
  if (project === undefined) return mistakes;
  const sources = sourcesOf(config, project.inputs);
  if (hasErrors(diagnostics)) return { ...mistakes, sources };

  const folders = foldersOf(context, project);
  return bringAboutAtLast(
    { context, project, folders, stages: openStages(context, folders) },
    { ...mistakes, sources },
  );
}

/** Begins again where something came between: neither what the last run left nor a stage is of any use then. */
async function bringAboutAtLast(work: Work, before: RunResult): Promise<RunResult> {
  let earlier: readonly TargetResult[] = [];
  try {
    return await bringAbout(work, before);
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    earlier = error.written;
  } finally {
    discardStages(work.stages);
  }
  const context = { ...work.context, last: undefined };
  if (context.options.signal?.aborted === true) return { ...before, outcome: "cancelled", targets: earlier };
  const folders = foldersOf(context, work.project);
  const again = await bringAboutAtLast({ ...work, context, folders, stages: new Map() }, before);
  return { ...again, targets: again.targets.map((each) => withEarlier(each, earlier)) };
}

/** What was done to a target in all. */
function withEarlier(result: TargetResult, earlier: readonly TargetResult[]): TargetResult {
  const first = earlier.find(({ name }) => name === result.name);
  if (first === undefined) return result;
  const [written, removed] = [union(first.written, result.written), union(first.removed, result.removed)];
  return { ...result, written, removed, unchanged: result.unchanged + result.written.length - written.length };
}

function union(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...some, ...others])].sort();
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
  if (targets.every(({ models }) => models === 0)) return [problem("nothing-to-do", "models")];
  return targets.flatMap(({ target, files, carried }) => {
    if (carried !== undefined) return [];
    const last = folders.get(target.name)?.last();
    const hasNew = last === undefined || files.some(({ path }) => !last.has(path));
    return hasNew ? checkOutputPaths(files) : [];
  });
}

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
  const targets: TargetResult[] = [];
  const last: LastTarget[] = [];
  for (const each of compared) {
    const written = await writeTarget(each).catch((error: unknown) => {
      throw error instanceof Overtaken ? new Overtaken(targets, { cause: error }) : error;
    });
    targets.push(written.result);
    if (written.last === undefined) return { outcome: "cancelled", targets };
    last.push(written.last);
  }
  rememberRun(work, last, diagnostics);
  return { outcome: "done", targets };
}

function rememberRun(
  { context, project }: Work,
  targets: readonly LastTarget[],
  diagnostics: RunResult["diagnostics"],
): void {
  const { cache, config, identity, options } = context;
  const { spec, specSpan } = project.config;
  const files = fingerprintsOf(config, project.inputs);
  const key = keyOf(identity.hash, config, project.files, (path) => files.get(path));
  if (cache === undefined || options.shard !== undefined || key === undefined) return;
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
