/**
 * What the last run of a project left behind, so that a run that has nothing to do can tell at once: by the content of
 * everything it reads, and by what the disk says of everything it wrote.
 */
import { resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { CacheFolder } from "./cache-folder.js";
import type { KnownFile } from "./compare.js";
import { type Fingerprint, fingerprintOf, type Fingerprints } from "./fingerprint.js";
import { hashOf, hashOfAll, withLineFeeds } from "./hash.js";
import { manifestName, type ManifestTexts, parseManifestLine } from "./manifest.js";
import { type ConfigFile, type InputFiles, type Inputs, type Layout, shownPath } from "./project.js";
import { hasPackedSignature, packed, settled, signatureOf, unpacked } from "./signature.js";
import type { Snapshot } from "./snapshot.js";

export interface LastRun {
  /** Names the code that ran. */
  readonly identity: string;
  /** Names the content of everything the run depended on. */
  readonly key: string;
  /** Of the config alone, for which the layout holds. */
  readonly configHash: string;
  readonly layout: Layout;
  /** Of everything it read. */
  readonly files: Fingerprints;
  /** What there was to say about the inputs. */
  readonly diagnostics: readonly Diagnostic[];
  readonly targets: readonly LastTarget[];
}

export interface LastTarget extends Columns {
  readonly name: string;
  /** As in the config. */
  readonly output: string;
  readonly models: number;
  readonly manifestHash: string;
}

/** What is known of a target's files. */
interface Columns {
  /** Of every file, packed, in the order of the manifest. */
  readonly signatures: Float64Array;
  /** Names what every file was rendered from: a line each, in the same order. */
  readonly views: string;
  /** The template of every file: a line each, in the same order. */
  readonly templates: string;
}

/** What is known of one of a target's files. */
export interface LastFile extends KnownFile {
  readonly path: string;
  /** Names what it was rendered from. */
  readonly view: string;
  readonly template: string;
}

/** @param files in the order of the manifest */
export function columnsOf(files: readonly LastFile[]): Columns {
  return {
    signatures: packed(files.map(({ signature }) => signature)),
    views: files.map(({ view }) => view).join("\n"),
    templates: files.map(({ template }) => template).join("\n"),
  };
}

/** To be raised when the shape of what is kept changes: another release may find it. */
const format = 2;

/** The last run with this config and selection of targets, if the config is the same as then. */
export function recall(cache: CacheFolder, config: ConfigFile, selection: readonly string[]): LastRun | undefined {
  const content = cache.read(nameOf(config, selection));
  const last = content && (deserialize(content) as LastRun);
  return last?.configHash === hashOf(config.text) ? last : undefined;
}

export function remember(cache: CacheFolder, config: ConfigFile, selection: readonly string[], run: LastRun): void {
  cache.write(nameOf(config, selection), serialize(run));
}

function nameOf(config: ConfigFile, selection: readonly string[]): string {
  return storeNameOf(`run-${format}`, config, ...selection);
}

/** What something that is kept for a project is called: several may share a cache. */
export function storeNameOf(kind: string, { root, path }: ConfigFile, ...more: readonly string[]): string {
  return `${kind}-${hashOfAll([root, path, ...more]).slice(0, 16)}`;
}

/**
 * Names the content of everything a run depends on: the code, the config, and each file by its path and content.
 *
 * @returns undefined if a file cannot be read
 */
export function keyOf(
  identity: string,
  config: ConfigFile,
  { specs, templates }: InputFiles,
  printOf: (path: string) => Fingerprint | undefined,
): string | undefined {
  const parts: (string | undefined)[] = [identity, config.path, config.text];
  const add = (kind: string, path: string): void =>
    void parts.push(kind, shownPath(config.root, path), printOf(path)?.hash);
  for (const path of specs) add("spec", path);
  for (const [target, files] of templates) {
    for (const { path, name, own } of files) add(`${own ? "own" : "shipped"} ${name} ${target}`, path);
  }
  return parts.includes(undefined) ? undefined : hashOfAll(parts as readonly string[]);
}

/** What a run read. */
export function fingerprintsOf({ root }: ConfigFile, { sources, templates }: Inputs): Fingerprints {
  const files = [...sources, ...[...templates.values()].flatMap((each) => [...each.values()])];
  return new Map(files.map((file) => [resolve(root, file.path), fingerprintOf(file)]));
}

/**
 * The signatures of a target's files as they are now; undefined if a file or the manifest is not as the run left it. Files
 * that look otherwise (git restored them, or they were written a moment before) are read. If none had to be, these are the
 * very signatures of the last run.
 */
export function currentSignatures(
  { folder, manifests }: Snapshot,
  target: LastTarget,
  now: number,
): Float64Array | undefined {
  const lines = linesIn(manifests, target);
  if (lines === undefined) return undefined;
  let signatures = target.signatures;
  for (const [index, line] of lines.entries()) {
    const { path, hash } = parseManifestLine(line);
    const stats = folder.stats(path);
    if (stats === undefined) return undefined;
    if (hasPackedSignature(stats, target.signatures, index)) continue;
    if (folder.standing(path).kind !== "file" || hashOf(withLineFeeds(folder.read(path))) !== hash) return undefined;
    if (signatures === target.signatures) signatures = signatures.slice();
    signatures.set(settled(signatureOf(stats), now), index * 4);
  }
  return signatures;
}

/** All files of a target, as the last run left them. */
export interface TargetFiles {
  /** The manifest's lines: one a file. */
  readonly lines: readonly string[];
  /** What each was rendered from. */
  readonly views: readonly string[];
  fileAt(at: number): LastFile;
}

/** Undefined if one of them, or the manifest, is not as the run left it. @throws DiskError */
export function standingFiles(snapshot: Snapshot, target: LastTarget): TargetFiles | undefined {
  const signatures = currentSignatures(snapshot, target, Date.now());
  return signatures && filesOf(snapshot, { ...target, signatures });
}

/** What the run knew of a target's files, by path: nothing if its manifest has changed since. */
export function knownFiles(snapshot: Snapshot, target: LastTarget): ReadonlyMap<string, LastFile> {
  const files = filesOf(snapshot, target);
  const all = files?.lines.map((_, at) => files.fileAt(at)) ?? [];
  return new Map(all.map((file) => [file.path, file]));
}

function filesOf({ manifests }: Snapshot, target: LastTarget): TargetFiles | undefined {
  const lines = linesIn(manifests, target);
  if (lines === undefined) return undefined;
  const views = target.views.split("\n");
  const templates = target.templates.split("\n");
  return {
    lines,
    views,
    fileAt(at) {
      const { path, hash } = parseManifestLine(lines[at] ?? "");
      const [view = "", template = ""] = [views[at], templates[at]];
      return { path, hash, signature: unpacked(target.signatures, at), view, template };
    },
  };
}

/** The manifest's lines, if it is the very manifest that the run wrote. */
function linesIn(manifests: ManifestTexts, target: LastTarget): readonly string[] | undefined {
  const text = manifests.get(manifestName) ?? "";
  return manifests.size === 1 && hashOf(text) === target.manifestHash ? text.split("\n").slice(0, -1) : undefined;
}
