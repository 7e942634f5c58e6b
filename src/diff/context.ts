/** Where the comparison is, and where it puts what it finds. */
import type { Definition } from "../spec/spec.js";
import type { Change, Direction } from "./change.js";
import type { Matching } from "./matching.js";
import type { Signatures } from "./signatures.js";

/** What decides which documents a class reads. */
export interface Readers {
  /** Whether a field of the type `integer` holds every value that one of the type `long` holds. */
  readonly integersHoldLongs: boolean;
}

export interface Context extends Readers {
  readonly matching: Matching;
  readonly signatures: Signatures;
  add(change: Change): void;
  /** Reports that an inline type and a declared one took each other's place. */
  moved(inline: Definition, declared: Definition, kind: "model.extracted" | "model.inlined"): void;
}

/** The declared definition that is being compared, and the way to the inline type inside it. */
export interface Where {
  readonly model: string;
  readonly namespace: string | undefined;
  readonly path: readonly string[];
  readonly direction: Direction;
}

/** The keys that all changes at a place share. */
export function placed({ model, namespace, path, direction }: Where, field?: string): Placed {
  const names = field === undefined ? path : [...path, field];
  return { model, namespace, direction, field: names.length === 0 ? undefined : names.join(".") };
}

type Placed = Pick<Change, "model" | "namespace" | "direction" | "field">;

/** Who sends a declared definition. */
export function directionOf({ namespace, name }: Definition): Direction {
  if (namespace === "errors") return "received";
  if (namespace !== "operations") return "both";
  if (/(?:ResponseBody|Response)$/.test(name)) return "received";
  return /(?:Parameters|RequestBody|Request)$/.test(name) ? "sent" : "both";
}
