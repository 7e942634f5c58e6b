/** What the classes of a target know about each other. */
import type { Target } from "../../config/config.js";
import type { Definition, Model, Spec, Type, Union } from "../../spec/spec.js";
import { textOption } from "../../config/option.js";
import { type AccessorStyle, accessorStyle } from "./accessors.js";
import { type ValidationStyle, validationStyle } from "./bean-validation.js";
import { jacksonVersion, Libraries } from "./library.js";
import type { JavaNames } from "./names.js";
import { hasOpenApiSchemas } from "./open-api.js";

export interface World {
  readonly names: JavaNames;
  readonly libraries: Libraries;
  readonly accessors: AccessorStyle;
  readonly validation: ValidationStyle;
  readonly hasOpenApiSchemas: boolean;
  /** The classes of a definition's package. */
  siblings(definition: Definition): ReadonlySet<string>;
  /** The unions that a model is a member of without a record. */
  unionsOf(model: Model): readonly Union[];
  /** The definition that an author refers to by this name. */
  definitionNamed(name: string): Definition | undefined;
}

export function worldOf(spec: Spec, target: Target, names: JavaNames): World {
  const siblings = new Map<string, Set<string>>();
  const unions = new Map<Definition, Union[]>();
  const byName = new Map<string, Definition>();
  for (const each of spec.definitions) {
    getOrAdd(siblings, names.packageName(each), () => new Set()).add(names.className(each));
    if (!byName.has(each.name)) byName.set(each.name, each);
    if (each.kind !== "union") continue;
    for (const { type } of each.members) {
      const model = memberItself(type, each, names);
      if (model !== undefined) getOrAdd(unions, model, () => []).push(each);
    }
  }
  return {
    names,
    libraries: new Libraries(textOption(target, "package"), jacksonVersion(target)),
    accessors: accessorStyle(target),
    validation: validationStyle(target),
    hasOpenApiSchemas: hasOpenApiSchemas(target),
    siblings: (definition) => siblings.get(names.packageName(definition)) ?? new Set(),
    unionsOf: (model) => unions.get(model) ?? [],
    definitionNamed: (name) => byName.get(name),
  };
}

/** The model of a member without a record: a sealed interface permits only classes of its own package. */
export function memberItself(type: Type, union: Union, names: JavaNames): Model | undefined {
  if (type.kind !== "reference" || type.to.kind !== "model") return undefined;
  return names.packageName(type.to) === names.packageName(union) ? type.to : undefined;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
