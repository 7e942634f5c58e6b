/**
 * What earlier runs rendered, known by what it was rendered from. The text itself is taken from the output folder, where it
 * still must be what the last run left.
 */
import { resolve } from "node:path";
import type { Target } from "../config/config.js";
import type { Memory } from "../generate.js";
import type { Definition, Spec } from "../spec/spec.js";
import type { HashedFile } from "./compare.js";
import { dependenciesOf } from "./dependencies.js";
import { hashOf, hashOfAll, withLineFeeds } from "./hash.js";
import { knownFiles, type LastFile } from "./last-run.js";
import type { Project } from "./load-project.js";
import type { OutputFolder } from "./output-folder.js";
import type { RunContext } from "./run.js";
import { hasSignature } from "./signature.js";
import { type Snapshot, snapshotOf } from "./snapshot.js";

export interface TextMemory extends Pick<Memory, "files" | "text"> {
  /** The output folder of a target, as it was before anything was rendered. */
  snapshotOf(target: string): Snapshot;
  /** Names what a page of a target was rendered from; an empty text if it was not rendered. */
  viewOf(target: string, path: string): string;
}

export function openTextMemory(context: RunContext, project: Project): TextMemory {
  const { onPage } = context.options;
  const targets = new Map(project.targets.map((target) => [target.name, openTarget(context, project, target)]));
  const dependencies = new Map<Spec, ReadonlyMap<Definition, string>>();
  const dependencyOf = (spec: Spec, definition: Definition): string => {
    const hashes = dependencies.get(spec) ?? dependenciesOf(spec);
    dependencies.set(spec, hashes);
    return hashes.get(definition) ?? "";
  };
  return {
    async files({ name }, spec, definition, render) {
      onPage?.();
      if (context.cache === undefined) return render();
      const target = known(targets.get(name));
      const view = keyOf(target, dependencyOf(spec, definition));
      const files = target.lastFiles(view, definition) ?? (await render());
      for (const { path } of files) target.views.set(path, view);
      return files;
    },
    async text({ name }, page, render) {
      onPage?.();
      if (context.cache === undefined) return render();
      const target = known(targets.get(name));
      const view = keyOf(target, `${page.template} ${page.path} ${JSON.stringify(page.view)}`);
      target.views.set(page.path, view);
      return target.lastText(view) ?? (await render());
    },
    snapshotOf: (target) => known(targets.get(target)).snapshot,
    viewOf: (target, path) => targets.get(target)?.views.get(path) ?? "",
  };
}

interface OpenTarget {
  readonly snapshot: Snapshot;
  /** Names the templates, and what else of the target has a say in every text. */
  readonly layout: string;
  /** What every page was rendered from, by path. */
  readonly views: Map<string, string>;
  /** The files that the last run rendered from the same, if all of them are still there. */
  lastFiles(view: string, definition: Definition): readonly HashedFile[] | undefined;
  /** The text of the page that the last run rendered from the same, if it is still there. */
  lastText(view: string): string | undefined;
}

function known(target: OpenTarget | undefined): OpenTarget {
  if (target === undefined) throw new RangeError("only the project's own targets can be rendered");
  return target;
}

function keyOf({ layout }: OpenTarget, from: string): string {
  return hashOf(`${layout} ${from}`).slice(0, 32);
}

/** What the last run knew holds for the same config only, so that the target's options are the same too. */
function openTarget({ config, last }: RunContext, { inputs }: Project, { name, output, format }: Target): OpenTarget {
  const snapshot = snapshotOf(resolve(config.root, output));
  const { folder } = snapshot;
  const lastTarget = last?.targets.find((each) => each.name === name);
  const left = lastTarget ? byView(knownFiles(snapshot, lastTarget).values()) : new Map<string, readonly LastFile[]>();
  const templates = [...(inputs.templates.get(name) ?? [])].flatMap(([key, { text, own }]) => [key, text, String(own)]);
  return {
    snapshot,
    layout: hashOfAll([String(format), ...templates]),
    views: new Map(),
    lastFiles(view, definition) {
      const files = left.get(view);
      if (files?.every((file) => isThere(file, folder)) !== true) return undefined;
      return files.map((file) => rememberedFile(file, definition, folder));
    },
    lastText(view) {
      const [file] = left.get(view) ?? [];
      return file !== undefined && isThere(file, folder) ? textOf(file, folder) : undefined;
    },
  };
}

function byView(files: Iterable<LastFile>): ReadonlyMap<string, readonly LastFile[]> {
  const views = new Map<string, LastFile[]>();
  for (const file of files) {
    const known = views.get(file.view);
    if (known === undefined) views.set(file.view, [file]);
    else known.push(file);
  }
  return views;
}

function isThere(file: LastFile, folder: OutputFolder): boolean {
  const standing = folder.standing(file.path);
  if (standing.kind !== "file") return false;
  return hasSignature(standing.stats, file.signature) || hashOf(textOf(file, folder)) === file.hash;
}

function textOf({ path }: LastFile, folder: OutputFolder): string {
  return withLineFeeds(folder.read(path));
}

function rememberedFile(file: LastFile, { name, span }: Definition, folder: OutputFolder): HashedFile {
  const { path, hash, template } = file;
  return {
    path,
    hash,
    page: { path, template, model: name, span },
    get text() {
      return textOf(file, folder);
    },
  };
}
