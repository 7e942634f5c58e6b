/**
 * What the last run of a project left behind, so that a run that has nothing to do can tell at once: by the content of
 * everything it reads, and by what the disk says of everything it wrote.
 */
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics.js";
import type { CacheFolder } from "./cache-folder.js";
import type { KnownFile, KnownFiles } from "./compare.js";
import { hashOf, hashOfAll, withLineFeeds } from "./hash.js";
import { type Manifest, manifestName, parseManifest, readManifests } from "./manifest.js";
import { type OutputFolder, outputFolder } from "./output-folder.js";
import type { ConfigFile, Inputs, Layout } from "./project.js";
import { hasSignature, noSignature, type Signature, signatureOf } from "./signature.js";

export interface LastRun {
  /** Of everything the run depended on. */
  readonly key: string;
  /** Of the config alone, for which the layout holds. */
  readonly configHash: string;
  readonly layout: Layout;
  /** What there was to say about the inputs. */
  readonly diagnostics: readonly Diagnostic[];
  readonly targets: readonly LastTarget[];
}

export interface LastTarget {
  readonly name: string;
  /** As in the config. */
  readonly output: string;
  readonly models: number;
  readonly manifestHash: string;
  /** Of every file, in the order of the manifest. */
  readonly signatures: readonly Signature[];
}

/** Names everything that the output depends on. */
export function keyOf(identity: string, config: ConfigFile, inputs: Inputs): string {
  const templates = [...inputs.templates].flatMap(([target, files]) => [
    target,
    ...[...files].flatMap(([name, { path, text, own }]) => [name, path, text, own ? "own" : "shipped"]),
  ]);
  const sources = inputs.sources.flatMap(({ path, text }) => [path, text]);
  return hashOfAll([identity, config.path, config.text, String(inputs.sources.length), ...sources, ...templates]);
}

/** The last run with this config and selection of targets, if the config is the same as then. */
export function recall(cache: CacheFolder, config: ConfigFile, selection: readonly string[]): LastRun | undefined {
  const content = cache.read(nameOf(config, selection));
  if (content === undefined) return undefined;
  const last = JSON.parse(content.toString("utf8")) as LastRun;
  return last.configHash === hashOf(config.text) ? last : undefined;
}

export function remember(cache: CacheFolder, config: ConfigFile, selection: readonly string[], run: LastRun): void {
  cache.write(nameOf(config, selection), JSON.stringify(run));
}

function nameOf(config: ConfigFile, selection: readonly string[]): string {
  return `run-${hashOfAll([config.root, config.path, ...selection]).slice(0, 16)}.json`;
}

/**
 * The signatures of a target's files as they are now; undefined if a file or the manifest is not as the run left it. Files
 * with another signature than then (git restored them, or they were written a moment before) are read.
 */
export function currentSignatures(
  config: ConfigFile,
  target: LastTarget,
  now: number,
): readonly Signature[] | undefined {
  const folder = outputFolder(resolve(config.root, target.output));
  const signatures: Signature[] = [];
  for (const [path, [hash]] of readManifest(folder, target) ?? []) {
    const standing = folder.standing(path);
    if (standing.kind !== "file") return undefined;
    const known = target.signatures[signatures.length] ?? noSignature;
    const isKnown = hasSignature(standing.stats, known);
    if (!isKnown && hashOf(withLineFeeds(folder.read(path))) !== hash) return undefined;
    signatures.push(isKnown ? known : signatureOf(standing.stats, now));
  }
  return signatures.length === target.signatures.length ? signatures : undefined;
}

/** What the run knew of a target's files: nothing if its manifest has changed since. */
export function knownFiles(config: ConfigFile, target: LastTarget): KnownFiles {
  const manifest = readManifest(outputFolder(resolve(config.root, target.output)), target);
  return new Map(
    [...(manifest ?? [])].map(([path, [hash = ""]], index): [string, KnownFile] => {
      return [path, { hash, signature: target.signatures[index] ?? noSignature }];
    }),
  );
}

function readManifest(folder: OutputFolder, target: LastTarget): Manifest | undefined {
  const texts = readManifests(folder);
  const text = texts.get(manifestName) ?? "";
  return texts.size === 1 && hashOf(text) === target.manifestHash ? parseManifest(text) : undefined;
}
