/** Chooses names and reports those that cannot be used. */
import { extensionIn, type Target } from "../config/config.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Definition, Enum, EnumValue, Field } from "../spec/spec.js";
import { inline } from "../text/yaml-scalar.js";
import type { NamedDefinition, NamedValue, NameRule, NamingRules } from "./rules.js";
import { remembering } from "./remembering.js";

/** Longer names would break file systems or compilers. */
const maximumLength = 200;

/** Chooses names and collects the diagnostics. */
export class Namer {
  readonly diagnostics: Diagnostic[] = [];
  readonly #folders = new Map<string, string>();

  private readonly rules: NamingRules;

  constructor(
    private readonly target: Target,
    rules: NamingRules,
  ) {
    const { fieldName, memberName } = rules;
    this.rules = {
      ...rules,
      fieldName: { ...fieldName, derive: remembering(fieldName.derive) },
      memberName: { ...memberName, derive: remembering(memberName.derive) },
    };
  }

  definition(definition: Definition): NamedDefinition {
    const { rules } = this;
    const className = this.#name(rules.className, {
      thing: "class name",
      text: definition.name,
      chosen: this.#chosen(definition.names),
      fix: () => `names: { ${rules.language}: ${rules.className.model} }`,
      span: definition.span,
    });
    return this.#files(className, this.#folder(definition));
  }

  formerDefinitions(
    { renamedFrom }: Definition,
    { className, namespace }: NamedDefinition,
  ): readonly NamedDefinition[] {
    const names = this.#former(this.rules.className, renamedFrom, className);
    return names.map((name) => this.#files(name, namespace));
  }

  formerFields({ renamedFrom }: Field, name: string): readonly string[] {
    return this.#former(this.rules.fieldName, renamedFrom, name);
  }

  formerMembers({ value: { renamedFrom }, name }: NamedValue): readonly string[] {
    return this.#former(this.rules.memberName, renamedFrom?.map(memberText), name);
  }

  /** The names in code that differ from the present one, and that the language can use. */
  #former(rule: NameRule, renamedFrom: readonly string[] = [], present: string): readonly string[] {
    const names = new Set(renamedFrom.map(rule.derive));
    return [...names].filter((name) => name !== "" && name !== present && name.length <= maximumLength);
  }

  #files(className: string, namespace: string): NamedDefinition {
    const { rules } = this;
    const path = `${namespace}/${rules.fileName(className)}`;
    return {
      className,
      namespace,
      docsPath: `${rules.docsFolder}/${path}.${extensionIn(this.target)}`,
      codePath: `${rules.codeFolder}/${rules.classFile?.(namespace, className) ?? path}`,
    };
  }

  field(field: Field): string {
    return this.#name(this.rules.fieldName, {
      thing: "field name",
      text: field.alias ?? field.name,
      chosen: this.#chosen(field.renames),
      fix: () => `rename: { ${this.rules.language}: ${this.rules.fieldName.model} }`,
      span: field.span,
    });
  }

  members(definition: Enum): readonly NamedValue[] {
    return definition.values.map((value) => {
      const name = this.#name(this.rules.memberName, {
        thing: "enum member",
        text: value.name ?? memberText(value.value),
        chosen: this.#chosen(value.names),
        fix: () => namedValue(value),
        span: value.span,
      });
      return { name, value };
    });
  }

  #folder(definition: Definition): string {
    const namespace = definition.namespace ?? this.target.namespace;
    const known = this.#folders.get(namespace);
    if (known !== undefined) return known;
    const folder = this.rules.folder(namespace);
    this.#folders.set(namespace, folder || "unnamed");
    if (folder === "" || folder.length > maximumLength) {
      this.diagnostics.push({
        ...problem("unusable-name", "namespace", { name: quoted(namespace), language: this.rules.title }),
        span: definition.namespace === undefined ? this.target.span : definition.span,
      });
    }
    return folder || "unnamed";
  }

  #chosen(names: ReadonlyMap<string, string>): string | undefined {
    return names.get(this.target.name) ?? names.get(this.rules.language);
  }

  #name(rule: NameRule, wanted: Wanted): string {
    const name = wanted.chosen ?? rule.derive(wanted.text);
    const mistake = this.#mistake(name, rule, wanted);
    if (mistake !== undefined) this.diagnostics.push({ ...mistake, span: wanted.span });
    // Nothing is written after an error; a unique name avoids that a clash is reported too.
    return name.slice(0, maximumLength) || rule.model + this.diagnostics.length;
  }

  #mistake(name: string, rule: NameRule, { chosen, text, thing, fix }: Wanted): Problem | undefined {
    const words = (written: string) => ({ name: quoted(written), thing: `${this.rules.title} ${thing}`, how: fix() });
    if (chosen !== undefined && !rule.accepts(chosen)) return problem("unusable-name", "chosen", words(chosen));
    if (name === "") return problem("unusable-name", "empty", words(text));
    if (name.length <= maximumLength) return undefined;
    return problem("unusable-name", "length", { ...words(text), length: name.length, limit: maximumLength });
  }
}

interface Wanted {
  /** What is named, in words. */
  readonly thing: string;
  /** The string that the name is made from. */
  readonly text: string;
  /** The name that the author chose for this target or language. */
  readonly chosen: string | undefined;
  /** The YAML that chooses a name, for the hint. */
  fix(): string;
  readonly span: Definition["span"];
}

/** What the name of an enum's member is made of, unless the author gave one. */
export function memberText(value: EnumValue["value"]): string {
  return String(value).trim() || "unknown";
}

/** The YAML that names a value, for hints. */
export function namedValue({ value }: EnumValue): string {
  const isShort = typeof value === "string" && value.length <= 60;
  const written = isShort ? inline(value, "flow") : typeof value === "string" ? quoted(value) : value;
  return `{ value: ${written}, name: … }`;
}

/** A string as messages show it: on one line and of limited length. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
