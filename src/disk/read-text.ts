/** Reads one file that the user wrote. */
import { readFileSync, statSync } from "node:fs";
import { type Problem, problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import type { Checked, SourceFile, Span } from "../diagnostics/diagnostic.js";
import { codeOf, reasonOf } from "./disk-error.js";
import { hashOf } from "./hash.js";
import { settled, type Signature, signatureOf } from "./signature.js";

/** Identifies the content of a file, with a signature that shows whether it has changed since. */
export interface Fingerprint {
  /** The hash of its text. */
  readonly hash: string;
  readonly signature: Signature;
}

/** A file that was read. */
export interface TextFile extends SourceFile, Fingerprint {
  readonly hash: string;
}

/** In bytes: more than any hand-written file has. A larger one is the wrong file and would only use up memory. */
const largest = 64 * 1024 * 1024;

/**
 * The text of a file, without a byte order mark. It must be UTF-8; if it is not, invalid bytes are replaced, so that
 * their position can be shown.
 *
 * @param shown the path for diagnostics and for `SourceFile.path`
 * @param cause where the file is named, if it is named anywhere
 */
export function readText(path: string, shown: string, cause?: Span): Checked<TextFile> {
  try {
    const now = Date.now();
    const stats = statSync(path);
    if (!stats.isFile() && !stats.isDirectory())
      return failed(problem("unreadable-file", "irregular", { path: shown }), cause);
    if (stats.size > largest) return failed(problem("unreadable-file", "size", { path: shown }), cause);
    return decode(readFileSync(path), shown, settled(signatureOf(stats), now));
  } catch (error) {
    if (codeOf(error) === "") throw error;
    if (codeOf(error) === "ENOENT") return failed(problem("file-not-found", "file", { path: shown }), cause);
    return failed(problem("unreadable-file", "system", { path: shown, reason: reasonOf(error) }), cause);
  }
}

function decode(bytes: Buffer, path: string, signature: Signature): Checked<TextFile> {
  const text = bytes.toString("utf8");
  const unmarked = text.startsWith("\ufeff") ? text.slice(1) : text;
  const file = { path, text: unmarked, hash: hashOf(unmarked), signature };
  const wrong = text.includes("\ufffd") ? firstDifference(bytes, Buffer.from(text)) : -1;
  if (wrong === -1) return { value: file, diagnostics: [] };

  const start = bytes.subarray(0, wrong).toString("utf8").length;
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  return {
    value: file,
    diagnostics: [{ ...problem("not-utf-8", utf16 ? "utf16" : "other"), span: { file: path, start, end: start + 1 } }],
  };
}

/** The offset of the first byte that differs, or -1. */
function firstDifference(left: Buffer, right: Buffer): number {
  const common = Math.min(left.length, right.length);
  if (left.equals(right)) return -1;
  for (let at = 0; at < common; at++) if (left[at] !== right[at]) return at;
  return common;
}

function failed(problem: Problem, span: Span | undefined): Checked<never> {
  return { value: undefined, diagnostics: [diagnosticAt(problem, span)] };
}
