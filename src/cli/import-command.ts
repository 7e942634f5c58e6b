import { existsSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { namedPaths } from "../config/named-paths.js";
import { configName, findConfig } from "../disk/find-config.js";
import { isFile } from "../disk/stats.js";
import { readConfig } from "../run/project.js";
import { type ImportRun, runImport } from "./import-run.js";
import { familiesOf, fidelityLines, importSummary, namesChoices } from "../import/command.js";
import type { RunResult } from "../run/run-options.js";
import { hint } from "../diagnostics/asides.js";
import { didYouMean } from "../shape/suggest.js";
import type { ExitCode } from "./exit-code.js";
import { UsageError } from "./failure.js";
import type { ImportFlags } from "./flags.js";
import { quoted } from "./fix-command.js";
import { codeOf, modeOf } from "./generate-once.js";
import { interrupt } from "./interrupt.js";
import type { Report } from "./report.js";
import { chooseFormat, printReport } from "./reporter.js";
import type { Terminal } from "./terminal.js";

/**
 * `modelwright import openapi`.
 *
 * @param flags `isPart`: whether another command follows, so that no next step is printed
 * @throws DiskError; UsageError for an unknown value of --names
 */
export async function importCommand(
  documents: readonly string[],
  flags: ImportFlags & { readonly isPart?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { out = defaultOut(), names = [], modelsOnly, allowRefs, strict, report: reportPath, force } = flags;
  const format = chooseFormat(flags.format, terminal);
  const mode = modeOf(flags);
  const families = familiesIn(names);
  refuseUrls(documents);
  const { signal, listen, finish } = interrupt();
  try {
    const brief = format === undefined || format === "github";
    const how = { families, modelsOnly, allowRefs, strict, brief, report: reportPath, mode, force, signal };
    const imported = await runImport({ documents, out, ...how, onWrite: listen });
    const subject = imported.counts === undefined ? "" : importSummary(imported.counts);
    const isWritten = mode === "write" && imported.outcome === "done";
    const faithful = imported.fidelity === undefined ? [] : fidelityLines(imported.fidelity);
    const remarks = isWritten && flags.isPart !== true ? [...faithful, nextStep(out)] : faithful;
    const command = commandOf(documents, flags);
    const report = { mode, format, subject, remarks, command, milliseconds: performance.now(), timing: undefined };
    const result = resultOf(imported, out);
    if (flags.quiet !== true) await printReport({ ...report, result }, terminal);
    else await printErrors({ ...report, result }, terminal);
    return codeOf(imported);
  } finally {
    finish();
  }
}

/** Prints errors, and the files that `--check` found, but no warnings and no summary. */
async function printErrors(report: Report, terminal: Terminal): Promise<void> {
  const { result, mode } = report;
  const diagnostics = result.diagnostics.filter(({ severity }) => severity === "error");
  const isResult = mode === "check" && result.outcome === "differs";
  const out = isResult ? terminal.out : (): void => undefined;
  await printReport({ ...report, result: { ...result, diagnostics } }, { ...terminal, out });
}

/** Nothing is fetched from the network, so an import is reproducible. */
function refuseUrls(documents: readonly string[]): void {
  const url = documents.find((document) => /^[a-z][a-z0-9+.-]+:\/\//i.test(document));
  if (url === undefined) return;
  const name = /\.ya?ml(?:[?#]|$)/i.test(url) ? "openapi.yaml" : "openapi.json";
  const download = `curl --fail --location --output ${name} ${quoted(url)}`;
  throw new UsageError(`expected a file, found the URL "${url}"`, `download it first: ${download}`);
}

function familiesIn(names: readonly string[]): ReturnType<typeof familiesOf> {
  for (const name of names) {
    if (!namesChoices.includes(name)) {
      const suggestion = didYouMean(name, namesChoices) ?? hint("oneOf", { names: namesChoices.join(", ") });
      throw new UsageError(`unknown value "${name}" for --names`, suggestion);
    }
  }
  try {
    return familiesOf(names);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

/** The imported specs in the form of a target's result. */
function resultOf({ outcome, diagnostics, sources, ...imported }: ImportRun, output: string): RunResult {
  const { written, removed, unchanged, differences } = imported;
  const targets = [
    { name: "specs", isImport: true as const, output, models: 0, written, removed, unchanged, differences },
  ];
  return { outcome, diagnostics, sources, root: process.cwd(), targets: outcome === "mistakes" ? [] : targets };
}

/** The spec folder of the config; `spec` without a config, or if the spec is a file. */
function defaultOut(): string {
  const path = findConfig();
  const { value: file } = readConfig(path);
  const [spec = "spec"] = (file && namedPaths(file)?.folders) ?? [];
  const folder = relative(process.cwd(), join(dirname(path), spec)) || ".";
  return isFile(folder) ? "spec" : folder;
}

/** The command to run after the specs are written. */
function nextStep(out: string): string {
  if (existsSync(findConfig())) return "next: npx modelwright generate";
  const isUsual = normalize(`${out}/`) === normalize("spec/");
  return `next: npx modelwright init${isUsual ? "" : `, then set "spec: ${out}" in ${configName}`}`;
}

function commandOf(
  documents: readonly string[],
  { out, names = [], modelsOnly, allowRefs = [], strict }: ImportFlags,
): readonly string[] {
  const how = [
    ...(names.length === 0 ? [] : ["--names", ...names]),
    ...(modelsOnly ? ["--models-only"] : []),
    ...(strict ? ["--strict"] : []),
    ...allowRefs.flatMap((folder) => ["--allow-refs", folder]),
  ];
  return ["import", "openapi", ...documents, ...(out === undefined ? [] : ["--out", out]), ...how];
}
