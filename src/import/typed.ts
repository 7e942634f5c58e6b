/** What a schema declares besides its type: nullability, documentation, default and access. */
import type { Findings } from "./findings.js";
import { nothingSaid, notesOf } from "./notes.js";
import type { Place } from "./place.js";
import type { Schema, Type } from "./schema.js";
import type { View } from "./view.js";

/** The schema of a view whose type is known. Diagnostics: wrong-kind. */
export function typed({ keys, place }: View, type: Type, nullable: boolean, findings: Findings): Schema {
  return {
    type,
    nullable,
    notes: notesOf(keys, findings),
    default: keys.get("default"),
    readOnly: findings.flag(keys.get("readOnly")),
    writeOnly: findings.flag(keys.get("writeOnly")),
    place,
  };
}

/** A value that may be anything. */
export function anything(place: Place): Schema {
  const type = { kind: "scalar", scalar: "any", constraints: new Map() } as const;
  return { type, nullable: false, notes: nothingSaid, default: undefined, readOnly: false, writeOnly: false, place };
}
