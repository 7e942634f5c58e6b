import { existsSync, lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { hint } from "../diagnostics/asides.js";
import { tryDisk } from "../disk/disk-error.js";
import { findConfig } from "../disk/find-config.js";
import { listFiles } from "../disk/list-files.js";
import { specFile } from "../run/project.js";
import { didYouMean } from "../shape/suggest.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { UsageError } from "./failure.js";
import type { InitFlags } from "./flags.js";
import { importCommand } from "./import-command.js";
import {
  type StarterFile,
  starterConfig,
  starterFolder,
  starterLanguages,
  starterSpec,
  withAttributes,
} from "./starter-files.js";
import type { Terminal } from "./terminal.js";

/**
 * `modelwright init`: writes a config, `.gitattributes`, and specs if there are none: an example, or with `--from` the specs
 * of OpenAPI documents. All files go to the working folder; existing files are not overwritten.
 *
 * @throws DiskError; UsageError for an unknown language
 */
export async function initCommand(
  { from = [], language = starterLanguages }: InitFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out, err, outColors, errColors } = terminal;
  const languages = languagesIn(language);
  const config = findConfig();
  if (existsSync(config) && dirname(config) === process.cwd()) {
    err(`${errColors.red("error:")} ${basename(config)} already exists; no files were written\n`);
    if (from.length > 0) err("  to import documents again: npx modelwright import openapi FILE…\n");
    return exitCode.differs;
  }
  if (from.length > 0) {
    const code = await importCommand(from, { out: starterFolder, isPart: true }, terminal);
    if (code !== exitCode.fine) return code;
  }
  const hasSpecs = tryDisk("read", starterFolder, () => holdsSpecs(starterFolder));
  for (const file of [starterConfig(languages), ...(hasSpecs ? [] : [starterSpec()])]) {
    writeNew(file);
    out(`${outColors.green("wrote")} ${file.path}\n`);
  }
  if (markGenerated()) out(`${outColors.green("wrote")} ${attributesFile}\n`);
  if (hasSpecs && from.length === 0) out(`no example was written: ${starterFolder}/ already has specs\n`);
  out(`next: ${outColors.bold("npx modelwright generate")}\n`);
  return exitCode.fine;
}

function languagesIn(values: readonly string[]): readonly string[] {
  const names = values.flatMap((value) => value.split(",")).map((name) => name.trim());
  for (const name of names) {
    if (starterLanguages.includes(name)) continue;
    const suggestion = didYouMean(name, starterLanguages) ?? hint("oneOf", { names: starterLanguages.join(", ") });
    throw new UsageError(`unknown language "${name}"`, suggestion);
  }
  return starterLanguages.filter((language) => names.includes(language));
}

function holdsSpecs(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return !statSync(folder).isDirectory() || listFiles(folder, specFile).length > 0;
}

function writeNew({ path, text }: StarterFile): void {
  tryDisk("write", path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  });
}

const attributesFile = ".gitattributes";

/** Skips anything but a regular file: git does not read others, and a link may lead anywhere. @returns whether it wrote */
function markGenerated(): boolean {
  return tryDisk("write", attributesFile, () => {
    const stats = lstatSync(attributesFile, { throwIfNoEntry: false });
    if (stats !== undefined && !stats.isFile()) return false;
    const text = withAttributes(stats === undefined ? "" : readFileSync(attributesFile, "latin1"));
    if (text !== undefined) writeFileSync(attributesFile, text, "latin1");
    return text !== undefined;
  });
}
