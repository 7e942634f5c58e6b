import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { tryDisk } from "../disk/disk-error.js";
import { shownPath } from "../disk/shown-path.js";
import type { Terminal } from "./terminal.js";

/** Writes text to a file, or to the standard output. @throws DiskError */
export function writeText(text: string, file: string | undefined, terminal: Terminal): void {
  if (file === undefined) return terminal.out(text);
  tryDisk("write", shownPath(process.cwd(), resolve(file)), () => writeFileSync(file, text));
}
