/** The documents of `test/vectors/`, and the result that every language must produce for each. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Vector {
  readonly id: string;
  readonly construct: string;
  /** The state of the field that the vector is about, or "-". */
  readonly slot: string;
  /** The kind of input: "absent", "null", "value", "wrong kind", … */
  readonly case: string;
  readonly model: string;
  /** The document as text, since it may contain numbers that JavaScript cannot represent. */
  readonly json: string;
  /** What is written back, if it differs from the document: other names of fields become their own. */
  readonly written?: string;
  /** The JSON paths of the errors; absent if the document must be accepted and written back. */
  readonly reject?: readonly string[];
  /** Whether the document is read leniently; then `violations` has the paths of what is left out, with any keyword. */
  readonly lenient?: true;
  /** The violations that `validate` must report for an accepted document; absent means none. */
  readonly violations?: readonly Violation[];
  /** Exceptions by language id: the reason for the difference. */
  readonly exceptions?: Readonly<Record<string, string>>;
}

export interface Violation {
  readonly path: string;
  readonly keyword: string;
}

/** A request to a driver: to read a document, and to compare it with another one. */
export interface Request {
  readonly id: string;
  readonly model: string;
  readonly json: string;
  readonly other?: string;
  readonly lenient?: true;
}

/** A request to a driver: to build a model, and to compare it with what is read of its JSON. */
export interface BuildRequest {
  readonly id: string;
  readonly model: string;
  readonly build: Readonly<Record<string, unknown>>;
}

/** The answer of a driver. */
export type Response =
  | {
      readonly id: string;
      readonly ok: true;
      /** What the document became: the name of its class. */
      readonly class?: string;
      readonly json: string;
      readonly violations: readonly Violation[];
      /** The result of a comparison, if the request asks for one and the language has it. */
      readonly equal?: boolean;
    }
  | { readonly id: string; readonly ok: false; readonly errors: readonly { readonly path: string }[] };

const folder = join(import.meta.dirname, "../vectors");

/** Every vector, sorted by construct in code-unit order. */
export function readVectors(): readonly Vector[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().flatMap((name) => {
    const { construct, model, vectors } = JSON.parse(readFileSync(join(folder, name), "utf8")) as VectorFile;
    return vectors.map((vector) => ({ ...(model === undefined ? {} : { model }), ...vector, construct }) as Vector);
  });
}

interface VectorFile {
  readonly construct: string;
  readonly model?: string;
  readonly vectors: readonly Partial<Vector>[];
}
