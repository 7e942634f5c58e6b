import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { tryDisk } from "../disk/disk-error.js";
import { listFiles } from "../disk/list-files.js";
import { configName, specFile } from "../run/project.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { starterConfig, starterFolder, starterSpec } from "./starter-files.js";
import type { Terminal } from "./terminal.js";

/**
 * `modelwright init`: a config, and an example spec where there are no specs yet, in the working folder. Nothing is
 * overwritten.
 *
 * @throws DiskError
 */
export function initCommand({ out, err, outColors, errColors }: Terminal): ExitCode {
  if (existsSync(configName)) {
    err(`${errColors.red("error:")} ${configName} already exists; no files were written\n`);
    return exitCode.differs;
  }
  const hasSpecs = tryDisk("read", starterFolder, () => holdsSpecs(starterFolder));
  for (const { path, text } of hasSpecs ? [starterConfig] : [starterConfig, starterSpec]) {
    tryDisk("write", path, () => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: "wx" });
    });
    out(`${outColors.green("wrote")} ${path}\n`);
  }
  if (hasSpecs) out(`no example was written: ${starterFolder}/ already has specs\n`);
  out(`next: ${outColors.bold("npx modelwright generate")}\n`);
  return exitCode.fine;
}

function holdsSpecs(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return !statSync(folder).isDirectory() || listFiles(folder, specFile).length > 0;
}
