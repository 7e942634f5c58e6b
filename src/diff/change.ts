/** One change of a spec: what changed, where, and what becomes of JSON documents. It knows no language. */
import type { Span } from "../diagnostics/diagnostic.js";
import type { Definition, Enum, EnumValue, Field, Model, Union, UnionMember } from "../spec/spec.js";
import type { Kind } from "./kinds.js";

export const severities = ["none", "silent", "conditional", "breaking"] as const;

/** How much a change affects one group of users, from not at all to all who use the changed element. */
export type Severity = (typeof severities)[number];

/** The worst of several. */
export function worst(...all: readonly Severity[]): Severity {
  return severities[Math.max(0, ...all.map((each) => severities.indexOf(each)))]!;
}

/** At most as bad as the limit. */
export function atMost(limit: Severity, severity: Severity): Severity {
  return severities[Math.min(severities.indexOf(limit), severities.indexOf(severity))]!;
}

/** Clients receive a model, send it, or both. */
export type Direction = "received" | "sent" | "both";

/** Clients of the old spec, which receive documents of the new one or send documents to it. */
export interface Wire {
  readonly read: Severity;
  readonly write: Severity;
}

export interface Change {
  readonly kind: Kind;
  readonly namespace: string | undefined;
  /** The declared definition that contains the change, under its new name; its old name if it was removed. */
  readonly model: string;
  /** The JSON name of the field, with dots for inline types: `address.city`; undefined if the definition itself changed. */
  readonly field: string | undefined;
  readonly before: Span | undefined;
  readonly after: Span | undefined;
  /** What changed, as a spec writes it: a type, a name, a value. */
  readonly old: string | undefined;
  readonly new: string | undefined;
  readonly direction: Direction;
  /** Without regard to the direction. */
  readonly wire: Wire;
  readonly subject: Subject;
}

/**
 * The changed element in both specs. A change of a field has two fields that differ in nothing else; they are from `sides`,
 * as an old field with the new state belongs to the old spec.
 */
export type Subject =
  | { readonly on: "definition"; readonly before: Definition | undefined; readonly after: Definition | undefined }
  | {
      readonly on: "field";
      readonly owners: Owners<Model>;
      readonly before: Field | undefined;
      readonly after: Field | undefined;
    }
  | {
      readonly on: "value";
      readonly owners: Owners<Enum>;
      readonly before: EnumValue | undefined;
      readonly after: EnumValue | undefined;
    }
  | {
      readonly on: "member";
      readonly owners: Owners<Union>;
      readonly before: UnionMember | undefined;
      readonly after: UnionMember | undefined;
    };

/** The definitions that contain the element; an element that was added or removed is in one of them only. */
export interface Owners<T extends Definition> {
  readonly before: T;
  readonly after: T;
}
