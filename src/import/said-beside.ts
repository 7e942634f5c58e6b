/** Schemas that are another one with more said about it. */
import { addedTo, annotations } from "./notes.js";
import { isDeclaration, type Schema } from "./schema.js";
import type { View } from "./view.js";

/** What the inner schema and the outer one say together; what the outer one says itself counts. */
export function adding(inner: Schema, outer: Schema, { keys }: View): Schema {
  const { deprecated, ...notes } = addedTo(inner.notes, outer.notes);
  const all = { ...notes, deprecated: keys.has("deprecated") ? outer.notes.deprecated : deprecated };
  const type = isDeclaration(outer.type) ? { ...outer.type, notes: all } : outer.type;
  return {
    ...outer,
    type,
    nullable: inner.nullable || outer.nullable,
    notes: all,
    default: outer.default ?? inner.default,
    readOnly: keys.has("readOnly") ? outer.readOnly : inner.readOnly,
    writeOnly: keys.has("writeOnly") ? outer.writeOnly : inner.writeOnly,
  };
}

/** What a view says that a reference can say too. */
export function remarksIn({ keys }: View): View["keys"] {
  return new Map([...keys].filter(([key]) => annotations.has(key) || key === "nullable"));
}
