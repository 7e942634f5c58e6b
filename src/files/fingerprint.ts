/** The content of a file, named by its hash, and read only if nothing tells that it is as it was. */
import { hasErrors } from "../diagnostics.js";
import { statSync } from "node:fs";
import { hashOf } from "./hash.js";
import { readText, type TextFile } from "./read-text.js";
import { hasSignature, type Signature } from "./signature.js";

export interface Fingerprint {
  /** Of its text. */
  readonly hash: string;
  readonly signature: Signature;
}

/** By absolute path. */
export type Fingerprints = ReadonlyMap<string, Fingerprint>;

/** @param known what an earlier run knew of files */
export function fingerprint(path: string, known: Fingerprints): Fingerprint | undefined {
  const last = known.get(path);
  const stats = last && statSync(path, { throwIfNoEntry: false });
  if (last !== undefined && stats !== undefined && hasSignature(stats, last.signature)) return last;
  const { value, diagnostics } = readText(path, path);
  return value === undefined || hasErrors(diagnostics) ? undefined : fingerprintOf(value);
}

export function fingerprintOf({ text, signature }: TextFile): Fingerprint {
  return { hash: hashOf(text), signature };
}
