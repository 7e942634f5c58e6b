/** Judges changes for a language from outside, whose names and types are unknown: whatever may break code counts as breaking. */
import type { Target } from "../config/config.js";
import type { Naming } from "../names/rules.js";
import type { Definition, Spec } from "../spec/spec.js";
import { type Compatibility, type FieldEffects, indexed, type Judge, type Side } from "./judge.js";

/** @param language the language's id, which is the name of its cell */
export function strictCompatibility(language: string): Compatibility {
  const breaking = { read: "breaking", build: "breaking" } as const;
  const cells: FieldEffects["cells"] = { [language]: breaking };
  return {
    cells: [language],
    readers: () => ({ integersHoldLongs: false }),
    options: {},
    judge: (before, after, target): Judge => ({
      ...{ target, before: sideOf(before, target), after: sideOf(after, target) },
      field: () => ({ cells, note: undefined }),
      othersField: "additionalProperties",
      withoutOthers: breaking,
      isOrdered: () => true,
      openValueAdded: breaking,
      enumOpened: breaking,
      abstracted: breaking,
      memberRemoved: () => breaking,
      membersReordered: breaking,
      former: { class: breaking, field: breaking, member: () => breaking },
    }),
  };
}

/** The names in the spec are taken for those in code. */
function sideOf(spec: Spec, { language, name, namespace }: Target): Side {
  const chosen = (own: string, names: ReadonlyMap<string, string>): string =>
    names.get(name) ?? names.get(language) ?? own;
  const className = (definition: Definition): string => chosen(definition.name, definition.names);
  const folder = (definition: Definition): string => definition.namespace ?? namespace;
  const path = (definition: Definition): string => `${folder(definition)}/${className(definition)}`;
  const names: Naming = {
    diagnostics: [],
    ...{ className, namespace: folder, docsPath: path, codePath: path },
    fields: ({ fields }) => fields.map((field) => ({ name: names.fieldName(field), field })),
    fieldName: ({ alias, name: json, renames }) => chosen(alias ?? json, renames),
    members: ({ values }) =>
      values.map((value) => ({ name: chosen(value.name ?? String(value.value), value.names), value })),
    ...{ formerClasses: () => [], formerFields: () => [], formerMembers: () => [] },
  };
  return indexed({ spec, names, symbol: path });
}
