/** The version of the generator, its libraries and Node, as a hash: output of another version is not reused. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Fingerprint, fingerprint, type Fingerprints } from "../disk/fingerprint.js";
import { hashOfAll } from "../disk/hash.js";
import { listFiles } from "../disk/list-files.js";

export interface Identity {
  readonly hash: string;
  /** The files of the generator. */
  readonly files: Fingerprints;
}

/** @param known the fingerprints that an earlier run recorded */
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

/** The `package.json` files, with the versions, of the libraries that affect the output. */
function libraries(): readonly string[] {
  const { resolve } = createRequire(import.meta.url);
  return ["handlebars", "prettier", "yaml"].map((name) => resolve(`${name}/package.json`));
}
