/** What measures a language: its classes and consumers of both sides, compiled and ready to run. */
import type { Consumer, Part } from "./consumers.js";
import type { AllSides, Side, SideName } from "./sides.js";

/** A document for the classes of one side. */
export interface Sent {
  readonly side: Side;
  readonly json: string;
}

export type Reception = "accepted" | "invalid" | "rejected";

/** Classes and the consumers that run with them: `binary` is Java's, compiled against the classes before the change. */
export type Setup = SideName | "binary";

export interface Call {
  readonly consumer: Consumer;
  /** The document of a consumer that reads. */
  readonly json?: string;
}

/** What a consumer did: a text for everything that it saw or made, by the names of variants for one that builds. */
export type Outcome =
  { readonly failure: string } | { readonly trace: string } | { readonly variants: Readonly<Record<string, Made>> };

export type Made = { readonly failure: string } | { readonly json: string; readonly violations: readonly string[] };

export interface Bench {
  /** What the classes make of documents: valid, reported by `validate`, or rejected. */
  receive(by: SideName, documents: readonly Sent[]): readonly Reception[];
  /** Runs consumers, which were written for the classes before the change. */
  run(on: Setup, calls: readonly Call[]): readonly Outcome[];
}

export interface Lab {
  readonly title: string;
  /** Why it cannot run on this machine. */
  readonly missing?: string;
  /** Compiles everything in a folder. */
  prepare(folder: string, sides: AllSides, consumers: readonly Consumer[]): Bench;
}

/** Where a consumer is found in a list. */
export function keyOf({ kind, part }: { readonly kind: string; readonly part: Part }): string {
  return `${kind} ${part}`;
}

/** An answer of a runner, one JSON line for each request, in order. */
export function answersIn<T>(output: string): readonly T[] {
  const lines = output.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as T);
}

/** The requests for a runner. */
export function requestsFor(requests: readonly object[]): string {
  return requests.map((request) => `${JSON.stringify(request)}\n`).join("");
}
