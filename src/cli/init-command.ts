import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { tryDisk } from "../disk/disk-error.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { starterFiles } from "./starter-files.js";
import type { Terminal } from "./terminal.js";

/** `modelwright init`: a project that works, in the working folder. Nothing is overwritten. @throws DiskError */
export function initCommand({ out, err, outColors, errColors }: Terminal): ExitCode {
  const taken = Object.keys(starterFiles).filter((path) => existsSync(path));
  if (taken.length > 0) {
    err(
      `${errColors.red("error:")} ${taken.join(" and ")} ${taken.length === 1 ? "is" : "are"} there already; nothing was written\n`,
    );
    return exitCode.differs;
  }
  for (const [path, text] of Object.entries(starterFiles)) {
    tryDisk("write", path, () => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: "wx" });
    });
    out(`${outColors.green("wrote")} ${path}\n`);
  }
  out(`next: ${outColors.bold("npx modelwright generate")}\n`);
  return exitCode.fine;
}
