/**
 * The names of a spec in one target. They are decided here once, for docs and classes alike; what cannot be named, and what
 * would get a name or file that another has, is told as diagnostics.
 */
import type { Target } from "../config/config.js";
import type { Diagnostic } from "../diagnostics.js";
import type { Definition, Enum, EnumValue, Field, Model, Spec } from "../spec/spec.js";
import { reportClashes } from "./clashes.js";
import { type NamedDefinition, Namer } from "./namer.js";

export interface Naming {
  /** Every name that is unusable or taken, in the order of the spec. */
  readonly diagnostics: readonly Diagnostic[];
  className(definition: Definition): string;
  /** The folder of the definition's namespace, in docs and code: `shared`. */
  namespace(definition: Definition): string;
  /** The docs page, relative to the target's output folder: `docs/models/shared/connectsession.md`. */
  docsPath(definition: Definition): string;
  /** The class file without its extension: `lib/stack_one/models/shared/connectsession`. */
  codePath(definition: Definition): string;
  /** A model's fields with their names, in the target's order (format §4). */
  fields(model: Model): readonly NamedField[];
  fieldName(field: Field): string;
  /** An enum's values with the names of their members, in the order of the spec (format §9). */
  members(definition: Enum): readonly NamedValue[];
}

export interface NamedField {
  readonly name: string;
  readonly field: Field;
}

export interface NamedValue {
  readonly name: string;
  readonly value: EnumValue;
}

/** How a language makes its names. Each function takes any text and gives "" where nothing in it can be used. */
export interface NamingRules {
  /** The language's id. */
  readonly language: string;
  /** The language's name for people. */
  readonly title: string;
  readonly className: NameRule;
  readonly fieldName: NameRule;
  readonly memberName: NameRule;
  /** A member's name made different from its equals: `NAME` and `lower` give `NAME_LOWER`. */
  distinguish(member: string, word: string): string;
  /** The name of a definition's files without extension. */
  fileName(className: string): string;
  /** The folder of a namespace; "" where nothing in it can be used. */
  folder(namespace: string): string;
  /** Where docs pages and class files go: `docs/models`. */
  readonly docsFolder: string;
  readonly codeFolder: string;
}

export interface NameRule {
  /** From an author's words to the language's casing, free of reserved words. */
  derive(text: string): string;
  /** Whether a name that an author chose for this language can be taken as it is. */
  accepts(name: string): boolean;
  /** A name as it should look, shown to authors. */
  readonly model: string;
}

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
