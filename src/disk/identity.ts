/** Which modelwright this is: its version, and the hash of its code, its libraries and Node. */
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Fingerprint, fingerprint, type Fingerprints } from "./fingerprint.js";
import { hashOfAll } from "./hash.js";
import { listFiles } from "./list-files.js";

/** Output of another identity is not reused. */
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

/** The version in modelwright's own `package.json`. */
export function ownVersion(): string {
  const description = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(description) as { readonly version: string }).version;
}
