/** An import that reads documents and writes specs. */
import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Checked, type Diagnostic, hasErrors, type SourceFile } from "../diagnostics/diagnostic.js";
import { compare, type WantedFile } from "../output/compare.js";
import { type Difference, differencesOf, manifestDifferences, isObstacle } from "../output/differences.js";
import { hashOf } from "../disk/hash.js";
import { homeInLine, installedIn, schemaLine } from "../disk/find-schema.js";
import { manifestName, type Snapshot, snapshotOf } from "../output/manifest.js";
import { tryDisk } from "../disk/disk-error.js";
import { readText } from "../disk/read-text.js";
import { referenceReader } from "./reference-reader.js";
import { changesOf } from "../output/target-result.js";
import { write } from "../output/write.js";
import type { FamilyName } from "../import/documented/families.js";
import type { Fidelity } from "../import/fidelity.js";
import { type Import, type ImportCounts, importOpenApi } from "../import/import.js";
import { isSwagger } from "../import/read-document.js";
import { importReport } from "../import/report.js";
import type { Upgrade } from "../import/swagger.js";

export interface ImportRunOptions {
  /** The paths of the documents, in the order of merging. */
  readonly documents: readonly string[];
  /** The folder of the spec files. */
  readonly out: string;
  /** The folders that a `$ref` may point into, in addition to that of the documents. */
  readonly allowRefs?: readonly string[] | undefined;
  /** See `familiesOf`. */
  readonly families?: readonly FamilyName[] | undefined;
  readonly modelsOnly?: boolean | undefined;
  /** Whether a spot of a document that cannot be understood is an error. */
  readonly strict?: boolean | undefined;
  /** Whether to report what a person wants to see at once, not every place. */
  readonly brief?: boolean | undefined;
  /** The path of a file for a report of all that is not in the spec. */
  readonly report?: string | undefined;
  /** Whether to write the files, only to compare them, or to report what would be written. */
  readonly mode: "write" | "check" | "dry-run";
  /** Whether files that were edited by hand or were not generated may be overwritten. */
  readonly force?: boolean | undefined;
  /** Stops the run before the next file. */
  readonly signal?: AbortSignal | undefined;
  /** Called before the first file is written. */
  readonly onWrite?: (() => void) | undefined;
}

export interface ImportRun {
  /** As for generated files: with `mistakes` and `differs`, no files were written. */
  readonly outcome: "done" | "mistakes" | "differs" | "cancelled";
  readonly diagnostics: readonly Diagnostic[];
  /** The files that diagnostics refer to, if they were read. */
  readonly sources: readonly SourceFile[];
  readonly counts: ImportCounts | undefined;
  readonly fidelity: Fidelity | undefined;
  /** The paths that were (or would be) written and removed, relative to the output folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** The differences that `check` found, or the files that are in the way. */
  readonly differences: readonly Difference[];
}

/**
 * Imports documents as spec files. Removes files of an earlier import that are no longer needed. If a file was not generated,
 * or was edited by hand, the run ends before any file is written.
 *
 * @throws DiskError if a file operation fails
 */
export async function runImport(options: ImportRunOptions): Promise<ImportRun> {
  const sources = new Map<string, SourceFile>();
  const known = (file: Checked<SourceFile>): Checked<SourceFile> => {
    if (file.value !== undefined) sources.set(file.value.path, file.value);
    return file;
  };
  const paths = options.documents.map((path) => path.replaceAll("\\", "/"));
  const documents = paths.map((path) => known(readText(path, path)));
  const diagnostics = documents.flatMap((each) => each.diagnostics);
  const failed = { ...nothingDone, outcome: "mistakes", counts: undefined, fidelity: undefined } as const;
  if (hasErrors(diagnostics)) return { ...failed, diagnostics, sources: [...sources.values()] };

  const readReferenced = referenceReader(paths, options.allowRefs ?? []);
  const texts = documents.flatMap(({ value }) => value ?? []);
  const imported = importOpenApi(texts, {
    ...(options.families && { families: options.families }),
    modelsOnly: options.modelsOnly === true,
    strict: options.strict === true,
    readFile: (path) => known(readReferenced(path)),
    ...(texts.some(isSwagger) && { upgrade: await loadUpgrade() }),
  });
  const { fidelity } = imported;
  if (options.report !== undefined) writeReport(options.report, paths, imported);
  const reported = {
    fidelity,
    diagnostics: [...diagnostics, ...(options.brief === true ? imported.brief : imported.diagnostics)],
    sources: [...sources.values()],
    counts: imported.counts,
  };
  if (imported.value === undefined) return { ...failed, ...reported };
  return { ...reported, ...(await update(imported.value, options)) };
}

/** The file of `--report`, documented in docs/import.md. */
function writeReport(path: string, documents: readonly string[], imported: Import): void {
  const text = `${JSON.stringify(importReport(documents, imported), undefined, 2)}\n`;
  tryDisk("write", path, () => writeFileSync(path, text));
}

type Updated = Pick<ImportRun, "outcome" | "written" | "removed" | "unchanged" | "differences">;

const nothingDone = { written: [], removed: [], unchanged: 0, differences: [] } as const;

/** Updates the output folder, or reports its differences. */
async function update(files: readonly SourceFile[], options: ImportRunOptions): Promise<Updated> {
  const out = resolve(options.out);
  const snapshot = snapshotOf(out);
  const home = installedIn(out) ?? earlierHome(snapshot, out);
  const wanted = files.map((file): WantedFile => {
    const text = home === undefined ? file.text : schemaLine("spec", join(out, file.path), home) + file.text;
    return { path: file.path, hash: hashOf(text), text };
  });
  const comparison = compare(snapshot, wanted, { now: Date.now() });
  const all = differencesOf(comparison, new Map());
  const inTheWay = all.filter((each) => isObstacle(each, options.force));
  const { unchanged, ...changes } = changesOf(comparison);
  if (options.mode === "check") {
    const differences = [...all, ...manifestDifferences(comparison, undefined)];
    return { ...nothingDone, unchanged, differences, outcome: differences.length > 0 ? "differs" : "done" };
  }
  if (inTheWay.length > 0) return { ...nothingDone, unchanged, differences: inTheWay, outcome: "differs" };
  const done = { ...changes, unchanged, differences: [] };
  if (options.mode === "dry-run") return { ...done, outcome: "done" };
  options.onWrite?.();
  const { outcome } = await write(comparison, { signal: options.signal });
  return outcome === "outdated" ? update(files, options) : { ...done, outcome };
}

/** The folder of the package that the last import recorded: checking the specs must not require the package. */
function earlierHome({ folder, manifests }: Snapshot, out: string): string | undefined {
  const [, path] = /^[0-9a-f]+ [ *](.+)$/m.exec(manifests.get(manifestName) ?? "") ?? [];
  if (path === undefined || folder.stats(path)?.isFile() !== true) return undefined;
  const home = homeInLine(folder.read(path));
  return home === undefined ? undefined : resolve(out, dirname(path), home);
}

/** Loaded on demand: the library is large and rarely needed. */
async function loadUpgrade(): Promise<Upgrade> {
  const { upgradeFromTwoToThree } = await import("@scalar/openapi-upgrader/2.0-to-3.0");
  return (document) => upgradeFromTwoToThree(document as Parameters<typeof upgradeFromTwoToThree>[0]);
}
