/** Files that are read only if nothing tells that they are as they were. */
import { type Stats, statSync } from "node:fs";
import { type Checked, hasErrors } from "../diagnostics/diagnostic.js";
import { DiskError } from "./disk-error.js";
import { type Fingerprint, readText, type TextFile } from "./read-text.js";
import { hasSignature } from "./signature.js";

export type { Fingerprint } from "./read-text.js";

/** By absolute path. */
export type Fingerprints = ReadonlyMap<string, Fingerprint>;

/** @param known what an earlier run knew of files */
export function fingerprint(path: string, known: Fingerprints): Fingerprint | undefined {
  const print = knownPrint(path, known);
  if (print !== undefined) return print;
  const { value, diagnostics } = readText(path, path);
  return value === undefined || hasErrors(diagnostics) ? undefined : fingerprintOf(value);
}

export function fingerprintOf({ hash, signature }: Fingerprint): Fingerprint {
  return { hash, signature };
}

/**
 * As `readText`, but a file that was looked at is read when its text is asked for.
 *
 * @param looked what was found in this run of files in which nothing is wrong
 */
export function readUnlessLooked(path: string, shown: string, looked: Fingerprints): Checked<TextFile> {
  const print = looked.get(path);
  return print === undefined ? readText(path, shown) : { value: new UnreadFile(shown, path, print), diagnostics: [] };
}

function knownPrint(path: string, known: Fingerprints): Fingerprint | undefined {
  const print = known.get(path);
  const stats = print && statsOf(path);
  return print !== undefined && stats !== undefined && hasSignature(stats, print.signature) ? print : undefined;
}

/** Undefined where nothing can be read: whoever tries is told why. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Until its text is asked for, it is what it was; from then on, what was read. */
class UnreadFile implements TextFile {
  readonly #at: string;
  readonly #known: Fingerprint;
  #read: TextFile | undefined;

  constructor(
    readonly path: string,
    at: string,
    known: Fingerprint,
  ) {
    this.#at = at;
    this.#known = known;
  }

  get hash(): string {
    return (this.#read ?? this.#known).hash;
  }

  get signature(): Fingerprint["signature"] {
    return (this.#read ?? this.#known).signature;
  }

  /** @throws DiskError if there is no such text any more */
  get text(): string {
    this.#read ??= this.#readNow();
    return this.#read.text;
  }

  #readNow(): TextFile {
    const { value, diagnostics } = readText(this.#at, this.path);
    if (value === undefined || hasErrors(diagnostics))
      throw new DiskError(`"${this.path}" cannot be read any more: it was changed a moment ago`);
    return value;
  }
}
