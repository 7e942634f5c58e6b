/**
 * The names of a spec in one target, decided once for docs and classes. Reports whatever cannot be named, or would get
 * a name or file that is taken.
 */
import type { Target } from "../config/config.js";
import type { Definition, Enum, Field, Model, Spec } from "../spec/spec.js";
import { reportClashes } from "./clashes.js";
import { Namer } from "./namer.js";
import type { NamedDefinition, NamedField, NamedValue, Naming, NamingRules } from "./rules.js";

/** Names everything in the spec. */
export function nameAll(spec: Spec, target: Target, rules: NamingRules): Naming {
  const namer = new Namer(target, rules);
  const classes = new Map(spec.definitions.map((each) => [each, namer.definition(each)]));
  const names = new Map<Field, string>();
  const fields = new Map<Model, readonly NamedField[]>();
  const members = new Map<Enum, readonly NamedValue[]>();
  const fieldName = (field: Field): string => {
    const known = names.get(field);
    if (known !== undefined) return known;
    const name = namer.field(field);
    names.set(field, name);
    return name;
  };
  const namedField = (field: Field): NamedField => ({ name: fieldName(field), field });
  for (const each of spec.definitions) {
    if (each.kind === "model") fields.set(each, inOrder(each.fields, target).map(namedField));
    if (each.kind === "enum") members.set(each, namer.members(each));
  }
  const named = (definition: Definition): NamedDefinition => known(classes.get(definition), definition);
  const naming = {
    className: (definition: Definition) => named(definition).className,
    namespace: (definition: Definition) => named(definition).namespace,
    docsPath: (definition: Definition) => named(definition).docsPath,
    codePath: (definition: Definition) => named(definition).codePath,
    fields: (model: Model) => known(fields.get(model), model),
    fieldName,
    members: (definition: Enum) => known(members.get(definition), definition),
    formerClasses: (definition: Definition) => namer.formerDefinitions(definition, named(definition)),
    formerFields: (model: Model) =>
      known(fields.get(model), model).flatMap((now) =>
        namer.formerFields(now.field, now.name).map((name) => ({ name, now })),
      ),
    formerMembers: (definition: Enum) =>
      known(members.get(definition), definition).flatMap((now) =>
        namer.formerMembers(now).map((name) => ({ name, now })),
      ),
  };
  return { ...naming, diagnostics: [...namer.diagnostics, ...reportClashes(spec, rules, naming)] };
}

function known<T>(value: T | undefined, definition: Definition): T {
  if (value === undefined) throw new RangeError(`"${definition.name}" is not part of the spec`);
  return value;
}

function inOrder(fields: readonly Field[], { fieldOrder }: Target): readonly Field[] {
  if (fieldOrder === "spec") return fields;
  return fields.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
