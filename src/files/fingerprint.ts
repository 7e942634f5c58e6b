/** Files that are read only if nothing tells that they are as they were. */
import { statSync } from "node:fs";
import { type Checked, hasErrors } from "../diagnostics.js";
import { DiskError } from "./disk-error.js";
import { type Fingerprint, readText, type TextFile } from "./read-text.js";
import { isSameSignature, signatureOf } from "./signature.js";

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

/** As `readText`; the text of a file that is as it was is read when it is asked for. @param known without mistakes then */
export function readUnlessKnown(path: string, shown: string, known: Fingerprints): Checked<TextFile> {
  const print = knownPrint(path, known);
  return print === undefined ? readText(path, shown) : { value: new KnownFile(shown, path, print), diagnostics: [] };
}

function knownPrint(path: string, known: Fingerprints): Fingerprint | undefined {
  const print = known.get(path);
  if (print === undefined) return undefined;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && isSameSignature(signatureOf(stats), print.signature) ? print : undefined;
}

/** Until its text is asked for, it is what it was; from then on, what was read. */
class KnownFile implements TextFile {
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

  /** @throws DiskError */
  get text(): string {
    this.#read ??= readText(this.#at, this.path).value;
    if (this.#read === undefined) throw new DiskError(`"${this.path}" cannot be read any more`);
    return this.#read.text;
  }
}
