/** The pipeline, with what earlier runs and other threads can save this one. */
import type { Target } from "../config/config.js";
import { hasErrors } from "../diagnostics.js";
import { generate, type Generation, type Input, type Memory, type SpecOfTarget } from "../generate.js";
import { type Carried, carry, partsBeside } from "./carried.js";
import { dependenciesOf } from "./dependencies.js";
import { BeyondReach, type Edit, type MadeWith, openEdit, packOutlines } from "./edit.js";
import type { KnownFolder } from "./known-folder.js";
import { openLastFiles } from "./last-files.js";
import { type RenderedData, RenderedFile } from "./made-file.js";
import { openSpecMemory, type SpecMemory } from "./spec-memory.js";
import type { MadeTarget, Work } from "./target.js";
import { openTextMemory } from "./text-memory.js";
import { asksForViews, openViews } from "./views.js";
import { callWorkers } from "./workers.js";

/** What was generated, as a run keeps it. */
export interface Made extends Generation {
  readonly targets: readonly MadeTarget[];
}

/** Makes every file of the project. What workers came upon or did not manage is found out again here. */
export async function makeFiles(work: Work): Promise<Made> {
  const specs = openSpecMemory(work.context);
  const edit = openEdit(work, specs);
  const views = openViews(work.project.targets, work.project.inputs, (spec) =>
    dependenciesOf(spec, edit?.dependencies(spec)),
  );
  const making = { ...work, specs, views, edit };
  return (edit && (await makeEdited(making, edit))) ?? makeAll(making);
}

interface Making extends Work, MadeWith {
  readonly specs: SpecMemory;
}

function memoryOf({ context, folders, stages, specs, views }: Making): Memory {
  const { onPage } = context.options;
  const named = asksForViews(context) ? views : undefined;
  return { ...specs, ...openTextMemory({ views: named, stages, last: openLastFiles(folders), onPage }) };
}

/** What the change does not reach is known. Undefined if that is not so, or if something is wrong. */
async function makeEdited(making: Making, edit: Edit): Promise<Made | undefined> {
  const { sources, whole, withOthers, strict, isLarge } = edit;
  const carried = carriedBy(making, edit);
  const known = memoryOf({ ...making, folders: foldersBeside(carried, making) });
  const memory = { ...known, ofDefinition: strict(known.ofDefinition) };
  const parts = ({ name }: Target, count: number): Iterable<number> => partsBeside(carried.get(name), count);
  try {
    const made = await makeHere(making, { sources, whole, memory, parts }, { withOthers, withOutlines: isLarge });
    if (hasErrors(made.diagnostics)) return undefined;
    const targets = made.targets.map((each) => ({ ...each, carried: carried.get(each.target.name) }));
    return targets.every(isComplete) ? { ...made, targets } : undefined;
  } catch (error) {
    if (error instanceof BeyondReach) return undefined;
    throw error;
  }
}

/** What can be carried over of each target of which all that the last run left still stands. */
function carriedBy({ context, project, folders, views }: Making, edit: Edit): ReadonlyMap<string, Carried> {
  context.options.onPhase?.("compare");
  const carriedOf = (target: Target): readonly (readonly [string, Carried])[] => {
    const files = folders.get(target.name)?.standing();
    if (files === undefined) return [];
    const named = Array.from(edit.numbered(target), ([number, dependency]) => {
      return [views.ofDependency(target, dependency), number] as const;
    });
    return [[target.name, carry(files, new Map(named))]];
  };
  return new Map(project.targets.flatMap(carriedOf));
}

/** The folders, as if there were nothing in them that is carried over. */
function foldersBeside(carried: ReadonlyMap<string, Carried>, { folders }: Work): Work["folders"] {
  const without = (name: string, folder: KnownFolder): KnownFolder => {
    const others = carried.get(name)?.others;
    return others === undefined ? folder : { ...folder, last: () => others };
  };
  return new Map(Array.from(folders, ([name, folder]) => [name, without(name, folder)]));
}

/** Whether no file is new: each must have its line in the manifest. */
function isComplete({ files, carried }: MadeTarget): boolean {
  return carried === undefined || files.every(({ path }) => carried.others.has(path));
}

async function makeAll(making: Making): Promise<Made> {
  const workers = callWorkers(making);
  try {
    const made = await makeHere(making, workers ? { parts: workers.parts } : {}, { withOutlines: true });
    if (workers === undefined) return made;

    making.context.options.onPhase?.("wait");
    const others = hasErrors(made.diagnostics) ? undefined : await workers.files();
    return others === undefined ? await makeHere(making, {}, { withOutlines: true }) : together(made, others, making);
  } finally {
    workers?.dismiss();
  }
}

interface MakeOptions {
  /** Whether outlines are to be left. */
  readonly withOutlines: boolean;
  /** See `Edit`. */
  readonly withOthers?: Edit["withOthers"];
}

/**
 * All of it, or as much as is said. What the next run can use is prepared first: where others make files meanwhile, there
 * is no more than that to do here.
 */
async function makeHere(
  making: Making,
  share: Partial<Input>,
  { withOutlines, withOthers = (diagnostics) => diagnostics }: MakeOptions,
): Promise<Made> {
  const { context, project, specs } = making;
  const { config, inputs, targets } = project;
  const { mode, onPhase, shard } = context.options;
  const isKept = mode === "write" && context.cache !== undefined;
  let leaveOutlines: ReturnType<typeof packOutlines> = () => undefined;
  const onChecked = (specOf: SpecOfTarget): void => {
    onPhase?.("keep");
    specs.save(inputs.sources);
    if (withOutlines && shard === undefined) leaveOutlines = packOutlines(making, specOf, making);
  };
  const generation = await generate({
    ...inputs,
    config,
    targets,
    memory: memoryOf(making),
    ...(isKept && { onChecked }),
    ...(onPhase && { onPhase: (phase, target) => onPhase(phase, target?.name) }),
    ...share,
  });
  const diagnostics = withOthers(generation.diagnostics);
  leaveOutlines(diagnostics);
  if (isKept && hasErrors(diagnostics)) specs.save(inputs.sources);
  // The memory of texts gives made files only.
  return { ...(generation as Made), diagnostics };
}

function together(
  { targets, diagnostics }: Made,
  others: readonly (readonly RenderedData[])[],
  { views }: Making,
): Made {
  const withOthers = (target: MadeTarget, files: readonly RenderedData[] = []): MadeTarget => {
    const more = files.map((file) => RenderedFile.from(file, views.filledIn(target.spec, file.view)));
    return { ...target, files: [...target.files, ...more] };
  };
  return { diagnostics, targets: targets.map((target, at) => withOthers(target, others[at])) };
}
