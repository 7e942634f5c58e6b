/** One name at a time, and what is wrong with it. */
import type { Target } from "../config/config.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Definition, Enum, Field } from "../spec/spec.js";
import { distinctMemberNames } from "./enum-members.js";
import type { NamedValue, NameRule, NamingRules } from "./rules.js";
import { remembering } from "./remembering.js";

export interface NamedDefinition {
  readonly className: string;
  readonly namespace: string;
  readonly docsPath: string;
  readonly codePath: string;
}

/** Longer names would break file systems or readers. */
const maximumLength = 200;

/** Names one thing after the other and collects what is wrong with their names. */
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
      mend: () => `names: { ${rules.language}: ${rules.className.model} }`,
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
      mend: () => `rename: { ${this.rules.language}: ${this.rules.fieldName.model} }`,
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
        mend: () => `{ value: ${JSON.stringify(String(value.value))}, name: … }`,
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
        message: `The namespace ${quoted(namespace)} cannot be a folder of the ${this.rules.title} models`,
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
    // Nothing is written then; a name of its own keeps it from being called a clash too.
    return name.slice(0, maximumLength) || rule.model + this.diagnostics.length;
  }

  #unusable({ mend, span }: Wanted, message: string): void {
    this.diagnostics.push({ code: "unusable-name", severity: "error", message, span, hint: `choose one: ${mend()}` });
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
  mend(): string;
  readonly span: Definition["span"];
}

/** A text as a message can show it: on one line and not without end. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
