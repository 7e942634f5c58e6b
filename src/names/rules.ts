/** The names of a spec in one target, and the rules by which a language makes them. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Definition, Enum, EnumValue, Field, Model } from "../spec/spec.js";

export interface Naming {
  /** All unusable and clashing names, in the order of the spec. */
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
  /** Names and files that a definition had before, where they differ. */
  formerClasses(definition: Definition): readonly NamedDefinition[];
  /** Names that a model's fields had before, where they differ. */
  formerFields(model: Model): readonly Former<NamedField>[];
  /** Names that an enum's members had before, where they differ. */
  formerMembers(definition: Enum): readonly Former<NamedValue>[];
}

export interface NamedDefinition {
  readonly className: string;
  readonly namespace: string;
  readonly docsPath: string;
  readonly codePath: string;
}

/** A name that something had before. */
export interface Former<T> {
  readonly name: string;
  readonly now: T;
}

export interface NamedField {
  readonly name: string;
  readonly field: Field;
}

export interface NamedValue {
  readonly name: string;
  readonly value: EnumValue;
}

/** The naming rules of a language. Each function takes any string, and returns "" if no character can be used. */
export interface NamingRules {
  /** The language's id. */
  readonly language: string;
  /** The language's display name. */
  readonly title: string;
  readonly className: NameRule;
  readonly fieldName: NameRule;
  readonly memberName: NameRule;
  /** The name of a definition's files, without extension. */
  fileName(className: string): string;
  /** The folder of a namespace; "" if no character can be used. */
  folder(namespace: string): string;
  /** The folders of docs pages and class files: `docs/models`. */
  readonly docsFolder: string;
  readonly codeFolder: string;
  /** A class file below that folder, where it is not named as the docs page is. */
  classFile?(namespace: string, className: string): string;
}

export interface NameRule {
  /** Converts any string to the language's casing, and avoids reserved words. */
  derive(text: string): string;
  /** Whether a name that the author chose is valid in this language. */
  accepts(name: string): boolean;
  /** An example of a valid name, for messages. */
  readonly model: string;
}
