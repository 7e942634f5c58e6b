/**
 * What a run leaves for the next one: the key of everything it read, and what it wrote. A run that has nothing to do finds
 * that out from it at once; any other reuses the files of what has not changed (see reuse.ts).
 */
import { deserialize, serialize } from "node:v8";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Fingerprint, Fingerprints } from "../disk/fingerprint.js";
import { hashOf, hashOfAll, withLineFeeds } from "../disk/hash.js";
import { hasPackedSignature, settled, signatureOf } from "../disk/signature.js";
import { manifestName, parseManifestLine } from "../output/manifest.js";
import type { Snapshot } from "../output/snapshot.js";
import type { CacheFolder } from "./cache-folder.js";
import { type ConfigFile, type InputFiles, type Layout, shownPath } from "./project.js";

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

/** Input files as they were at the beginning of a run. */
export interface Looked {
  readonly inputs: InputFiles;
  /** Names the content of everything the run depends on; undefined if something cannot be read. */
  readonly key: string | undefined;
  readonly files: Fingerprints;
}

const format = 4;

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

export function remember(
  cache: CacheFolder,
  config: ConfigFile,
  selection: readonly string[],
  record: Omit<RunRecord, "format">,
): void {
  cache.write(nameOf(config, selection), serialize({ ...record, format } satisfies RunRecord));
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
  { specs, templates }: InputFiles,
  folders: readonly string[],
  printOf: (path: string) => Fingerprint | undefined,
): string | undefined {
  const parts: (string | undefined)[] = [identity, config.path, config.text, ...folders];
  const add = (kind: string, path: string): void =>
    void parts.push(kind, shownPath(config.root, path), printOf(path)?.hash);
  for (const path of specs) add("spec", path);
  for (const [target, files] of templates) {
    for (const { path, name, own } of files) add(`${own ? "own" : "shipped"} ${name} ${target}`, path);
  }
  return parts.includes(undefined) ? undefined : hashOfAll(parts as readonly string[]);
}

/**
 * The signatures of a target's files as they are now; undefined if a file or the manifest is not as the run left it. Files
 * that look otherwise (git restored them, or they were written a moment before) are read. If none had to be, these are the
 * very signatures of the last run.
 */
export function currentSignatures(snapshot: Snapshot, target: TargetRecord, now: number): Float64Array | undefined {
  const { folder } = snapshot;
  const lines = recordedLines(snapshot, target);
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

/** The manifest's lines, if it is the very manifest that the run wrote: it is what the rest of the record belongs to. */
export function recordedLines({ manifests }: Snapshot, target: TargetRecord): readonly string[] | undefined {
  const text = manifests.get(manifestName) ?? "";
  return manifests.size === 1 && hashOf(text) === target.manifestHash ? text.split("\n").slice(0, -1) : undefined;
}
