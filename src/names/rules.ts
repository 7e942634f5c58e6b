/** The names of a spec in one target, and how a language makes them. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Definition, Enum, EnumValue, Field, Model } from "../spec/spec.js";

export interface Naming {
  /** Every name that is unusable or taken, in the order of the spec. */
  readonly diagnostics: readonly Diagnostic[];
  className(definition: Definition): string;
  /** The folder of the definition's namespace, in docs and code: `shared`. */
  namespace(definition: Definition): string;
  /** The docs page, relative to the target's output folder: `docs/models/shared/connectsession.md`. */
  docsPath(definition: Definition): string;
  /** The class file without its extension: `lib/stack_one/shared/connect_session`. */
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
  /** A class file below that folder, where it is not named as the docs page is. */
  classFile?(namespace: string, className: string): string;
}

export interface NameRule {
  /** From an author's words to the language's casing, free of reserved words. */
  derive(text: string): string;
  /** Whether a name that an author chose for this language can be taken as it is. */
  accepts(name: string): boolean;
  /** A name as it should look, shown to authors. */
  readonly model: string;
}
