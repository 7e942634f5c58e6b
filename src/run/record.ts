/**
 * What a run leaves for the next one: the key of everything it read, and what it wrote. A run that has nothing to do finds
 * that out from it at once; any other reuses the files of what has not changed (see reuse.ts).
 */
import { deserialize, serialize } from "node:v8";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Fingerprint, Fingerprints } from "../disk/fingerprint.js";
import { hashOf, hashOfAll, withLineFeeds } from "../disk/hash.js";
import { hasSignature, settled, type Signature, signatureOf, unpacked } from "../disk/signature.js";
import { manifestName, parseManifestLine, type Snapshot } from "../output/manifest.js";
import type { KnownFile } from "../output/compare.js";
import type { OutputFolder } from "../output/output-folder.js";
import type { CacheFolder } from "./cache-folder.js";
import { type ConfigFile, type InputFiles, type Layout } from "./project.js";
import { shownPath } from "../disk/shown-path.js";

export interface RunRecord {
  /** Names the shape of the record: another release may find it. */
  readonly format: typeof format;
  /** Names the code that ran. */
  readonly identity: string;
  /** Names the content of everything the run depended on. */
  readonly key: string;
  /** Of the config alone, for which the layout holds. */
  readonly configHash: string;
  readonly layout: Layout;
  /** Of everything it read. */
  readonly files: Fingerprints;
  /** What was reported of the inputs. */
  readonly diagnostics: readonly Diagnostic[];
  readonly targets: readonly TargetRecord[];
}

export interface TargetRecord {
  readonly name: string;
  /** As in the config. */
  readonly output: string;
  readonly models: number;
  readonly manifestHash: string;
  /** Of every file, packed, in the order of the manifest. */
  readonly signatures: Float64Array;
  /** Names what every file was made from: a line each, in the same order; empty for files that are always made. */
  readonly keys: string;
}

const format = 5;

/** What the last run with this selection of targets left; undefined if there is nothing that can be understood. */
export function recall(cache: CacheFolder, config: ConfigFile, selection: readonly string[]): RunRecord | undefined {
  const content = cache.read(nameOf(config, selection));
  try {
    const record = content && (deserialize(content) as Partial<RunRecord> | null);
    return record?.format === format ? (record as RunRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a record, if there is a cache. */
export function remember(
  cache: CacheFolder | undefined,
  config: ConfigFile,
  selection: readonly string[],
  record: Omit<RunRecord, "format">,
): void {
  cache?.write(nameOf(config, selection), serialize({ ...record, format } satisfies RunRecord));
}

/** Several projects may share a cache. */
function nameOf({ root, path }: ConfigFile, selection: readonly string[]): string {
  return `run-${hashOfAll([root, path, ...selection]).slice(0, 16)}`;
}

/**
 * Names the content of everything a run depends on: the code, the config, where the folders that it names really are, and
 * each file by its path and content.
 *
 * @returns undefined if a file cannot be read
 */
export function keyOf(
  identity: string,
  config: ConfigFile,
  { specs, templates, code }: InputFiles,
  folders: readonly string[],
  printOf: (path: string) => Fingerprint | undefined,
): string | undefined {
  const parts: (string | undefined)[] = [identity, config.path, config.text, ...folders];
  const add = (kind: string, path: string): void =>
    void parts.push(kind, shownPath(config.root, path), printOf(path)?.hash);
  for (const path of specs) add("spec", path);
  for (const path of code) add("code", path);
  for (const [target, files] of templates) {
    for (const { path, name, own } of files) add(`${own ? "own" : "shipped"} ${name} ${target}`, path);
  }
  return parts.includes(undefined) ? undefined : hashOfAll(parts as readonly string[]);
}

/** A file that the last run left. */
export interface RecordedFile extends KnownFile {
  readonly path: string;
  /** Names what it was made from. */
  readonly key: string;
}

/** What the last run left in a folder; undefined if it is not known, or if something else wrote the manifest since. */
export function recordedFiles({ manifests }: Snapshot, target?: TargetRecord): Iterable<RecordedFile> | undefined {
  const text = manifests.get(manifestName) ?? "";
  const isKnown = target !== undefined && manifests.size === 1 && hashOf(text) === target.manifestHash;
  return isKnown ? rowsOf(text, target) : undefined;
}

/** One at a time: there are many, and few are kept. */
function* rowsOf(manifest: string, { keys, signatures }: TargetRecord): Iterable<RecordedFile> {
  const keyLines = keys.split("\n");
  for (const [at, line] of manifest.split("\n").slice(0, -1).entries()) {
    const { path, hash } = parseManifestLine(line);
    yield { path, hash, key: keyLines[at] ?? "", signature: unpacked(signatures, at) };
  }
}

/**
 * The signature of a file that the last run left; undefined if it has another text by now. A file that looks otherwise (git
 * restored it, or it was written a moment before) is read.
 */
export function currentSignature(
  { path, hash, signature }: RecordedFile,
  folder: OutputFolder,
  now: number,
): Signature | undefined {
  const stats = folder.stats(path);
  if (stats === undefined) return undefined;
  if (hasSignature(stats, signature)) return signature;
  if (!stats.isFile() || hashOf(withLineFeeds(folder.read(path))) !== hash) return undefined;
  return settled(signatureOf(stats), now);
}
