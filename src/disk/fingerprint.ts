/** Fingerprints of files: a file is read only if its signature has changed. */
import { hasErrors } from "../diagnostics/diagnostic.js";
import { type Fingerprint, readText } from "./read-text.js";
import { hasSignature } from "./signature.js";
import { statsOf } from "./stats.js";

export type { Fingerprint } from "./read-text.js";

/** By absolute path. */
export type Fingerprints = ReadonlyMap<string, Fingerprint>;

/**
 * The fingerprint of a file; undefined if it cannot be read.
 *
 * @param known the fingerprints that an earlier run recorded
 */
export function fingerprint(path: string, known: Fingerprints): Fingerprint | undefined {
  const print = known.get(path);
  const stats = print && statsOf(path);
  if (print !== undefined && stats !== undefined && hasSignature(stats, print.signature)) return print;
  const { value, diagnostics } = readText(path, path);
  return value === undefined || hasErrors(diagnostics) ? undefined : fingerprintOf(value);
}

export function fingerprintOf({ hash, signature }: Fingerprint): Fingerprint {
  return { hash, signature };
}
