/**
 * The names of a spec in one target. They are decided here once, for docs and classes alike; what cannot be named, and what
 * would get a name or file that another has, is told as diagnostics.
 */
import type { Target } from "../config/config.js";
import type { Diagnostic } from "../diagnostics.js";
import type { Definition, Enum, EnumValue, Field, Model, Spec } from "../spec/spec.js";
import { reportClashes } from "./clashes.js";
import { distinctMemberNames } from "./enum-members.js";

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

/** Longer names would break file systems or readers. */
const maximumLength = 200;

/** Names everything in the spec. */
export function nameAll(spec: Spec, target: Target, rules: NamingRules): Naming {
  const namer = new Namer(target, rules);
  const classes = new Map(spec.definitions.map((each) => [each, namer.definition(each)]));
  const fields = new Map<Field, string>();
  const members = new Map<Enum, readonly NamedValue[]>();
  const fieldName = (field: Field): string => {
    const name = fields.get(field) ?? namer.field(field);
    fields.set(field, name);
    return name;
  };
  for (const each of spec.definitions) {
    if (each.kind === "model") each.fields.forEach(fieldName);
    if (each.kind === "enum") members.set(each, namer.members(each));
  }
  const named = (definition: Definition): NamedDefinition => known(classes.get(definition), definition);
  const naming = {
    className: (definition: Definition) => named(definition).className,
    namespace: (definition: Definition) => named(definition).namespace,
    docsPath: (definition: Definition) => named(definition).docsPath,
    codePath: (definition: Definition) => named(definition).codePath,
    fields: (model: Model) => ordered(model.fields, target).map((field) => ({ name: fieldName(field), field })),
    fieldName,
    members: (definition: Enum) => known(members.get(definition), definition),
  };
  return { ...naming, diagnostics: [...namer.diagnostics, ...reportClashes(spec, rules, naming)] };
}

interface NamedDefinition {
  readonly className: string;
  readonly namespace: string;
  readonly docsPath: string;
  readonly codePath: string;
}

function known<T>(value: T | undefined, definition: Definition): T {
  if (value === undefined) throw new RangeError(`"${definition.name}" is not part of the spec`);
  return value;
}

function ordered(fields: readonly Field[], target: Target): readonly Field[] {
  if (target.fieldOrder === "spec") return fields;
  return fields.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Names one thing after the other and collects what is wrong with their names. */
class Namer {
  readonly diagnostics: Diagnostic[] = [];
  readonly #folders = new Map<string, string>();

  constructor(
    private readonly target: Target,
    private readonly rules: NamingRules,
  ) {}

  definition(definition: Definition): NamedDefinition {
    const { rules } = this;
    const className = this.#name(rules.className, {
      thing: "class name",
      text: definition.name,
      chosen: this.#chosen(definition.names),
      mend: `names: { ${rules.language}: ${rules.className.model} }`,
      span: definition.span,
    });
    const namespace = this.#folder(definition);
    const path = `${namespace}/${rules.fileName(className)}`;
    return {
      className,
      namespace,
      docsPath: `${rules.docsFolder}/${path}.md`,
      codePath: `${rules.codeFolder}/${path}`,
    };
  }

  field(field: Field): string {
    return this.#name(this.rules.fieldName, {
      thing: "field name",
      text: field.name,
      chosen: this.#chosen(field.renames),
      mend: `rename: { ${this.rules.language}: ${this.rules.fieldName.model} }`,
      span: field.span,
    });
  }

  members(definition: Enum): readonly NamedValue[] {
    const values = definition.values.map((value) => {
      const chosen = this.#chosen(value.names);
      const name = this.#name(this.rules.memberName, {
        thing: "enum member",
        text: value.name ?? (String(value.value).trim() || "unknown"),
        chosen,
        mend: `{ value: ${JSON.stringify(String(value.value))}, name: … }`,
        span: value.span,
      });
      return { name, value, chosen: chosen !== undefined };
    });
    return distinctMemberNames(values, this.rules);
  }

  #folder(definition: Definition): string {
    const namespace = definition.namespace ?? this.target.namespace;
    const known = this.#folders.get(namespace);
    if (known !== undefined) return known;
    const folder = this.rules.folder(namespace);
    this.#folders.set(namespace, folder || "unnamed");
    if (folder === "" || folder.length > maximumLength) {
      this.diagnostics.push({
        code: "unusable-name",
        severity: "error",
        message: `the namespace ${quoted(namespace)} cannot be a folder of the ${this.rules.title} models`,
        span: definition.namespace === undefined ? this.target.span : definition.span,
        hint: 'use letters, digits and "_"',
      });
    }
    return folder || "unnamed";
  }

  #chosen(names: ReadonlyMap<string, string>): string | undefined {
    return names.get(this.target.name) ?? names.get(this.rules.language);
  }

  #name(rule: NameRule, wanted: Wanted): string {
    const { chosen, text, thing } = wanted;
    const name = chosen ?? rule.derive(text);
    const { title } = this.rules;
    if (chosen !== undefined && !rule.accepts(chosen)) {
      this.#unusable(wanted, `${quoted(chosen)} cannot be a ${title} ${thing}`);
    } else if (name === "") {
      this.#unusable(wanted, `${quoted(text)} has nothing in it that a ${title} ${thing} can be made of`);
    } else if (name.length > maximumLength) {
      const length = `${name.length} characters, at most ${maximumLength}`;
      this.#unusable(wanted, `${quoted(text)} makes a ${title} ${thing} that is too long (${length})`);
    }
    return name.slice(0, maximumLength) || rule.model;
  }

  #unusable({ mend, span }: Wanted, message: string): void {
    this.diagnostics.push({ code: "unusable-name", severity: "error", message, span, hint: `choose one: ${mend}` });
  }
}

interface Wanted {
  /** What the name is for, in words. */
  readonly thing: string;
  /** What it is made from. */
  readonly text: string;
  /** What the author chose for this target or language. */
  readonly chosen: string | undefined;
  /** How to choose one, as YAML. */
  readonly mend: string;
  readonly span: Definition["span"];
}

/** A text as a message can show it: on one line and not without end. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
