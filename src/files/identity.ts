/** The code that makes the output, its libraries and Node included: what other code made is not reused. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Fingerprint, fingerprint, type Fingerprints } from "./fingerprint.js";
import { hashOfAll } from "./hash.js";
import { listFiles } from "./list-files.js";

export interface Identity {
  /** Names the code. */
  readonly hash: string;
  /** Of its files. */
  readonly files: Fingerprints;
}

/** @param known what an earlier run knew of files */
export function identity(known: Fingerprints): Identity {
  const code = fileURLToPath(new URL("..", import.meta.url));
  const names = listFiles(code, /(?:\.cjs|(?<!\.d)\.ts)$/);
  const files = new Map<string, Fingerprint>();
  for (const path of [...names.map((name) => join(code, name)), ...libraries()]) {
    const print = fingerprint(path, known);
    if (print !== undefined) files.set(path, print);
  }
  return { hash: hashOfAll([process.version, ...names, ...[...files.values()].map(({ hash }) => hash)]), files };
}

/** The descriptions of those libraries that have a say in what is written: they name the version. */
function libraries(): readonly string[] {
  const { resolve } = createRequire(import.meta.url);
  return ["handlebars", "prettier", "yaml"].map((name) => resolve(`${name}/package.json`));
}
