/**
 * Runs in which a few specs have changed. Those before leave outlines of all definitions, and what the files say of one
 * another: so this one can tell which files the change reaches, and need not unpack, check and name what is in the others.
 */
import { deserialize, serialize } from "node:v8";
import type { Target } from "../config/config.js";
import { type Diagnostic, hasErrors, type SourceFile } from "../diagnostics/diagnostic.js";
import { type Outline, outlinesOf, type WholeSpec, wholeSpec } from "../docs/outlines.js";
import type { GeneratedFile, Memory, Render, SpecOfTarget } from "../generate.js";
import { type Mentions, mentionsOf, reachOf } from "../spec/mentions.js";
import { parseSpecFile } from "../spec/parse.js";
import type { Definition, Spec } from "../spec/spec.js";
import { hashOf } from "./hash.js";
import { storeNameOf } from "./last-run.js";
import type { TextFile } from "./read-text.js";
import type { RunContext } from "./run.js";
import type { Work } from "./target.js";
import type { Views } from "./views.js";

export interface Edit {
  /** What the change reaches. */
  readonly sources: readonly SourceFile[];
  /** The spec as a target sees it; what is beyond reach is there as outlines. @throws BeyondReach */
  whole(part: Spec, target: Target): Spec;
  /** What the pages of outlined definitions depend on (see views.ts). */
  dependencies(spec: Spec): ReadonlyMap<Definition, string>;
  /** The outlines of these definitions. */
  outlines(spec: Spec): ReadonlyMap<Definition, Outline>;
  /** What the pages of outlined definitions depend on, with the numbers of these in what a target sees. */
  numbered(target: Target): Iterable<readonly [number: number, dependency: string]>;
  /** Whether so much has changed since the outlines were made that they are worth making again. */
  readonly isLarge: boolean;
  /** What earlier runs left. */
  readonly outlined: Outlined;
  /** What there is to say about the whole spec, in order, given what there is to say about what the change reaches. */
  withOthers(diagnostics: readonly Diagnostic[]): readonly Diagnostic[];
  /** The same memory, which must know the texts of outlined definitions. @throws BeyondReach where it does not */
  strict(texts: Memory["ofDefinition"]): Memory["ofDefinition"];
}

/** The change reaches further than was known: everything must be made in the usual way. */
export class BeyondReach extends Error {}

/** @returns undefined if there are no outlines, or if the change reaches most of the spec */
export function openEdit({ context, project }: Work, { specFile }: Pick<Memory, "specFile">): Edit | undefined {
  const { sources } = project.inputs;
  const outlined = context.last && readOutlined(context, project.targets);
  if (outlined?.files.size !== sources.length) return undefined;
  const changed = sources.filter(({ path, hash }) => outlined.files.get(path)?.hash !== hash);
  const files = new Map(Array.from(outlined.files, ([path, { mentions }]) => [path, [mentions]]));
  for (const source of changed) {
    const { value } = specFile(source, parseSpecFile);
    const before = files.get(source.path);
    if (value === undefined || before === undefined) return undefined;
    before.push(mentionsOf(value));
  }
  const paths = changed.map(({ path }) => path);
  const reached = reachOf(files, paths);
  if (reached.size > sources.length / 2) return undefined;
  return { ...editOf(sources, reached, outlined), outlined, isLarge: paths.length > largeEdit };
}

/** In files. */
const largeEdit = 8;

function editOf(
  sources: readonly SourceFile[],
  reached: ReadonlySet<string>,
  { targets, diagnostics: known }: Outlined,
): Omit<Edit, "outlined" | "isLarge"> {
  const wholes = new Map<Spec, WholeSpec>();
  const outlinedIn = new Map<Spec, OutlinedSpec & Pick<WholeSpec, "outlined">>();
  const isBeyond = ({ span }: Definition): boolean => !reached.has(span.file);
  return {
    sources: sources.filter(({ path }) => reached.has(path)),
    whole(part, { name }) {
      const { outlines, dependencies } = targets.get(name) ?? nothing;
      const whole = wholes.get(part) ?? wholeSpec(part, outlines, reached);
      if (whole === undefined) throw new BeyondReach();
      wholes.set(part, whole);
      outlinedIn.set(whole.spec, { outlines, dependencies, outlined: whole.outlined });
      return whole.spec;
    },
    dependencies(spec) {
      const { outlined, dependencies } = outlinedIn.get(spec) ?? nothingOutlined;
      return new Map(Array.from(outlined, ([each, number]) => [each, dependencies[number] ?? ""]));
    },
    outlines(spec) {
      const { outlined, outlines } = outlinedIn.get(spec) ?? nothingOutlined;
      return new Map(Array.from(outlined, ([each, number]) => [each, outlines[number]!]));
    },
    *numbered({ name }) {
      const { outlines, dependencies } = targets.get(name) ?? nothing;
      for (const [number, { span }] of outlines.entries())
        if (!reached.has(span.file)) yield [number, dependencies[number] ?? ""];
    },
    withOthers: (diagnostics) =>
      inOrder([...diagnostics, ...known.filter(({ span }) => !reached.has(span?.file ?? ""))]),
    strict: (ofDefinition) => (target, spec, definition, render) =>
      ofDefinition(target, spec, definition, isBeyond(definition) ? () => noPages(render) : render),
  };
}

/** As `generate` has them: those of patterns come last, each in the order of the files. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byFile = diagnostics.toSorted((a, b) => compareTexts(a.span?.file ?? "", b.span?.file ?? ""));
  const isOfPattern = ({ code }: Diagnostic): boolean => code === "unchecked-pattern";
  return [...byFile.filter((each) => !isOfPattern(each)), ...byFile.filter(isOfPattern)];
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** An outline is not enough for any page; but where there is none, none is known. */
async function noPages(render: Render): Promise<readonly GeneratedFile[]> {
  const files = await render().catch(() => undefined);
  if (files?.length !== 0) throw new BeyondReach();
  return files;
}

/** What a run leaves. */
export interface Outlined {
  /** Of the code and of the config. */
  readonly identity: string;
  /** What each spec says of others, by path. */
  readonly files: ReadonlyMap<string, OutlinedFile>;
  /** By target; the same where targets see the same spec. */
  readonly targets: ReadonlyMap<string, OutlinedSpec>;
  /** What there was to say about the spec: warnings only. */
  readonly diagnostics: readonly Diagnostic[];
}

/** As it is kept: most of it was packed before all was known that there is to say. */
interface Kept extends Pick<Outlined, "diagnostics"> {
  readonly packed: Uint8Array;
}

interface OutlinedFile {
  /** Of its text. */
  readonly hash: string;
  readonly mentions: Mentions;
}

interface OutlinedSpec {
  readonly outlines: readonly Outline[];
  /** What the pages of each definition depend on. */
  readonly dependencies: readonly string[];
}

const nothing: OutlinedSpec = { outlines: [], dependencies: [] };
const nothingOutlined = { ...nothing, outlined: new Map<Definition, number>() };
const nothingSaid: Mentions = { defined: [], said: [], shown: [] };

function readOutlined(context: RunContext, targets: readonly Target[]): Outlined | undefined {
  const content = context.cache?.read(nameIn(context));
  const kept = content && (deserialize(content) as Kept);
  const outlined = kept && {
    ...(deserialize(kept.packed) as Omit<Outlined, "diagnostics">),
    diagnostics: kept.diagnostics,
  };
  const isOurs = outlined?.identity === identityOf(context) && targets.every(({ name }) => outlined.targets.has(name));
  return isOurs ? outlined : undefined;
}

/** What a run knows that makes files. */
export interface MadeWith {
  readonly specs: Pick<Memory, "specFile">;
  readonly views: Views;
  readonly edit: Edit | undefined;
}

/**
 * Prepares outlines for the next run, if the spec is so large that it can make use of them.
 *
 * @returns leaves them with what there is to say about the spec, if that is warnings only
 */
export function packOutlines(
  { context, project, specs, views, edit }: Work & MadeWith,
  specOf: SpecOfTarget,
): (diagnostics: readonly Diagnostic[]) => void {
  const { targets, inputs } = project;
  const outlined = new Map<Spec, OutlinedSpec>();
  for (const spec of new Set(targets.map(specOf))) {
    const outlines = outlinesOf(spec, edit?.outlines(spec));
    if (outlines === undefined) return () => undefined;
    outlined.set(spec, { outlines, dependencies: [...views.dependencies(spec).values()] });
  }
  const fileOf = (source: TextFile): OutlinedFile => {
    const before = edit?.outlined.files.get(source.path);
    if (before?.hash === source.hash) return before;
    const { value } = specs.specFile(source, parseSpecFile);
    return { hash: source.hash, mentions: value === undefined ? nothingSaid : mentionsOf(value) };
  };
  const packed = serialize({
    identity: identityOf(context),
    files: new Map(inputs.sources.map((source) => [source.path, fileOf(source)])),
    targets: new Map(targets.map((target) => [target.name, outlined.get(specOf(target)) ?? nothing])),
  } satisfies Omit<Outlined, "diagnostics">);
  return (diagnostics) => {
    if (hasErrors(diagnostics) || diagnostics.some(({ span }) => span === undefined)) return;
    context.cache?.write(nameIn(context), serialize({ diagnostics, packed } satisfies Kept));
  };
}

function nameIn({ config, options }: RunContext): string {
  return storeNameOf("outlines", config, ...(options.targets ?? []));
}

function identityOf({ config, identity }: RunContext): string {
  return `${identity.hash} ${hashOf(config.text)}`;
}
