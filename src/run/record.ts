/**
 * The record that a run leaves for the next one: the key of all inputs, and the files that it wrote. From it the next
 * run detects that nothing has changed; otherwise it reuses the files of unchanged definitions (reuse.ts).
 */
import { deserialize, serialize } from "node:v8";
import { withoutHead } from "../causes/origin.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Fingerprint, Fingerprints } from "../disk/fingerprint.js";
import { hashOf, hashOfAll, withLineFeeds } from "../disk/hash.js";
import { hasPackedSignature, hasSignature, settled, type Signature, signatureOf, unpacked } from "../disk/signature.js";
import { manifestName, parseManifestLine, type Snapshot } from "../output/manifest.js";
import type { KnownFile } from "../output/compare.js";
import type { OutputFolder } from "../output/output-folder.js";
import type { CacheFolder } from "./cache-folder.js";
import { type ConfigFile, type InputFiles, type Layout } from "./project.js";
import { shownPath } from "../disk/shown-path.js";

export interface RunRecord {
  /** The version of this format: another release may read the record. */
  readonly format: typeof format;
  /** The version of the generator (identity.ts). */
  readonly identity: string;
  /** The hash of all inputs. */
  readonly key: string;
  /** The hash of the config, for which the layout is valid. */
  readonly configHash: string;
  readonly layout: Layout;
  /** All files that the run read. */
  readonly files: Fingerprints;
  /** The diagnostics of the inputs. */
  readonly diagnostics: readonly Diagnostic[];
  readonly targets: readonly TargetRecord[];
}

export interface TargetRecord {
  readonly name: string;
  /** The output folder as in the config. */
  readonly output: string;
  readonly models: number;
  readonly manifestHash: string;
  /** The signatures of the files, packed, in the order of the manifest. */
  readonly signatures: Float64Array;
  /** The keys of the files' inputs, one per line, in the same order; empty for files that are always rendered. */
  readonly keys: string;
}

const format = 5;

/** The record of the last run with the same targets; undefined if there is none that can be read. */
export function recall(cache: CacheFolder, config: ConfigFile, selection: readonly string[]): RunRecord | undefined {
  const content = cache.read(nameOf(config, selection));
  try {
    const record = content && (deserialize(content) as Partial<RunRecord> | null);
    return record?.format === format ? (record as RunRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** Stores a record, if there is a cache. */
export function remember(
  cache: CacheFolder | undefined,
  config: ConfigFile,
  selection: readonly string[],
  record: Omit<RunRecord, "format">,
): void {
  cache?.write(nameOf(config, selection), serialize({ ...record, format } satisfies RunRecord));
}

/** The name of a record. Several projects may share a cache. */
function nameOf({ root, path }: ConfigFile, selection: readonly string[]): string {
  return `run-${hashOfAll([root, path, ...selection]).slice(0, 16)}`;
}

/**
 * The hash of everything that a run depends on: the generator, the config, the real paths of the folders that it names,
 * and the path and content of each file.
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

/** A file that the last run wrote. */
export interface RecordedFile extends KnownFile {
  readonly path: string;
  /** The key of its inputs. */
  readonly key: string;
}

/** The files that the last run wrote to a folder; empty if not known, or if the manifest has changed since. */
export function recordedFiles(snapshot: Snapshot, target: TargetRecord | undefined): readonly RecordedFile[] {
  if (target === undefined) return [];
  const keys = target.keys.split("\n");
  const entries = entriesOf(snapshot, target) ?? [];
  return entries.map((line, at) => recordedFile(line, unpacked(target.signatures, at), keys[at]));
}

/**
 * The current signatures of the files that the last run wrote to a folder, packed; undefined if a file or the manifest has
 * changed since. If no signature has changed either, they are the very ones of the record.
 */
export function currentSignatures(snapshot: Snapshot, target: TargetRecord): Float64Array | undefined {
  const entries = entriesOf(snapshot, target);
  if (entries === undefined) return undefined;
  let { signatures } = target;
  for (const [at, line] of entries.entries()) {
    const stats = snapshot.folder.stats(parseManifestLine(line).path);
    if (stats !== undefined && hasPackedSignature(stats, target.signatures, at)) continue;
    const current = currentSignature(recordedFile(line, unpacked(target.signatures, at)), snapshot.folder, Date.now());
    if (current === undefined) return undefined;
    if (signatures === target.signatures) signatures = signatures.slice();
    signatures.set(current, at * 4);
  }
  return signatures;
}

/** The lines of a manifest; undefined if it is not the one that the last run wrote. */
function entriesOf({ manifests }: Snapshot, { manifestHash }: TargetRecord): readonly string[] | undefined {
  const text = manifests.get(manifestName) ?? "";
  return manifests.size === 1 && hashOf(text) === manifestHash ? withoutHead(text).split("\n").slice(0, -1) : undefined;
}

function recordedFile(line: string, signature: Signature, key = ""): RecordedFile {
  return { ...parseManifestLine(line), key, signature };
}

/**
 * The current signature of a file that the last run wrote; undefined if its text has changed. A file whose signature
 * differs (git restored it, or it was written a moment ago) is read.
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
