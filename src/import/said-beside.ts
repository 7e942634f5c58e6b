/** Schemas that add documentation to another schema. */
import { addedTo, annotations } from "./notes.js";
import { isDeclaration, type Schema } from "./schema.js";
import type { View } from "./view.js";

/** Merges the keywords of the inner and the outer schema; those of the outer one take precedence. */
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

/** The keywords of a view that are allowed next to a reference. */
export function remarksIn({ keys }: View): View["keys"] {
  return new Map([...keys].filter(([key]) => annotations.has(key) || key === "nullable"));
}
