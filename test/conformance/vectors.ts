/** The documents of `test/vectors/`, and what every language must make of each. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Vector {
  readonly id: string;
  readonly construct: string;
  /** The state of the field that the vector is about, or "-". */
  readonly slot: string;
  /** What the document does: "absent", "null", "value", "wrong kind", … */
  readonly case: string;
  readonly model: string;
  /** The document, as text: it may hold numbers that JavaScript cannot. */
  readonly json: string;
  /** The JSON paths of what is wrong; absent where the document must be accepted and written back. */
  readonly reject?: readonly string[];
  /** What `validate` must report of an accepted document; absent means nothing. */
  readonly violations?: readonly Violation[];
  /** By language id: why it may differ there. */
  readonly exceptions?: Readonly<Record<string, string>>;
}

export interface Violation {
  readonly path: string;
  readonly keyword: string;
}

/** What a driver is asked. */
export interface Request {
  readonly id: string;
  readonly model: string;
  readonly json: string;
}

/** What a driver answers. */
export type Response =
  | { readonly id: string; readonly ok: true; readonly json: string; readonly violations: readonly Violation[] }
  | { readonly id: string; readonly ok: false; readonly errors: readonly { readonly path: string }[] };

const folder = join(import.meta.dirname, "../vectors");

/** Every vector, by construct in code-unit order. */
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
