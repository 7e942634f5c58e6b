/** Resolves declarations to definitions, and aliases to their types. */
import { problem } from "../diagnostics/problem.js";
import { constrained } from "./constraints.js";
import { keySpan, labelled, spanOf } from "./context.js";
import type { Context } from "./context.js";
import { membersOf, type Declaration } from "./declarations.js";
import { derivationOf } from "./derivation.js";
import { discriminatorOf } from "./discriminators.js";
import { documented, nothingSaid } from "./documentation.js";
import { emptyDefinition, type Draft, type ModelDraft, type UnionDraft } from "./drafts.js";
import { enumValues } from "./enums.js";
import { formerInlineNames, listedNames } from "./former-names.js";
import { formOf } from "./forms.js";
import { Lookup } from "./lookup.js";
import { Nullability } from "./nullability.js";
import { fillRecursive, recursiveAliases, recursiveShell } from "./recursion.js";
import { fieldRecord } from "./shapes.js";
import type { FieldSource, TypeSource } from "./source.js";
import type { Definition, Field, Model, Pattern } from "./spec.js";
import { addTo } from "./groups.js";
import { anything, definitionNamed, inheritedBy, modelNamed, reportMisfit, slotOf } from "./types.js";
import { examplesIn, givenDefault, type GivenValue } from "./values.js";
import { noneGiven } from "./world.js";
import type { Inheritance, Resolved, Site, World } from "./world.js";

export interface Resolution {
  /** Each is followed by its inline definitions. */
  readonly definitions: readonly Definition[];
  readonly inheritances: readonly Inheritance[];
  /** Resolves the discriminators, for which models must have all their fields. */
  readonly resolveDiscriminators: () => void;
  /** Values to check after that. */
  readonly values: readonly GivenValue[];
  readonly patterns: readonly Pattern[];
}

export function resolveDeclarations(declarations: readonly Declaration[], context: Context): Resolution {
  return new Resolver(declarations, context).resolve();
}

class Resolver {
  readonly #declarations: readonly Declaration[];
  readonly #recursive: ReadonlySet<Declaration>;
  readonly #world: World;
  readonly #shells = new Map<Declaration, Draft>();
  readonly #resolved = new Map<Declaration, Resolved | "resolving">();
  /** The length of the chain of aliases that is being resolved. */
  #aliasDepth = 0;
  /** Inline definitions by their owners. */
  readonly #inner = new Map<Definition | Declaration, Definition[]>();
  readonly #toFill: (() => void)[] = [];
  readonly #inheritances: Inheritance[] = [];
  readonly #discriminators = new Map<Definition, () => void>();
  readonly #values: GivenValue[] = [];
  readonly #patterns: Pattern[] = [];

  constructor(declarations: readonly Declaration[], context: Context) {
    const lookup = new Lookup(declarations, context);
    this.#declarations = declarations.filter((each) => each.present);
    this.#recursive = recursiveAliases(this.#declarations, lookup, context.versions);
    this.#world = {
      context,
      lookup,
      nullability: new Nullability(lookup, context.versions),
      named: (declaration) => this.#named(declaration),
      inline: (kind, source, site) => this.#inline(kind, source, site),
      checkLater: (values) => this.#values.push(...values),
      addPattern: (pattern) => this.#patterns.push(pattern),
    };
  }

  resolve(): Resolution {
    const { context } = this.#world;
    for (const each of this.#declarations) {
      if (this.#recursive.has(each)) this.#shells.set(each, recursiveShell(each, context));
      else if (!each.isAlias) this.#shells.set(each, this.#shellOf(each));
    }
    for (const each of this.#declarations) {
      const shell = this.#shells.get(each);
      if (shell === undefined) this.#named(each);
      else if (shell.kind === "union" && this.#recursive.has(each)) fillRecursive(shell, each, this.#world);
      else this.#fill(shell, each.source, each);
    }
    // Filling one may add more to the list.
    for (const fill of this.#toFill) fill();
    const definitions = this.#declarations.flatMap((each) => {
      const shell = this.#shells.get(each);
      return shell === undefined ? this.#withInner(each) : this.#withInner(shell);
    });
    return {
      definitions,
      inheritances: this.#inheritances,
      resolveDiscriminators: () => {
        for (const union of this.#discriminators.keys()) this.#resolveDiscriminator(union);
      },
      values: this.#values,
      patterns: this.#patterns,
    };
  }

  #withInner(outer: Definition | Declaration): Definition[] {
    const inner = (this.#inner.get(outer) ?? []).flatMap((each) => this.#withInner(each));
    return "kind" in outer ? [outer, ...inner] : inner;
  }

  #named(declaration: Declaration): Resolved {
    const shell = this.#shells.get(declaration);
    const known = this.#resolved.get(declaration);
    if (known !== undefined && known !== "resolving") return known;
    const { report } = this.#world.context;
    const { name, span } = declaration;
    if (known === "resolving") report(problem("circular-alias", "alias", { name }), span);
    else if (this.#aliasDepth === longestChain)
      report(problem("too-deep", "alias", { name, limit: longestChain }), span);
    else return this.#resolve(declaration, shell);
    return { slot: { type: anything, nullable: false }, documented: nothingSaid };
  }

  #resolve(declaration: Declaration, shell: Draft | undefined): Resolved {
    this.#resolved.set(declaration, "resolving");
    this.#aliasDepth++;
    const resolved = shell === undefined ? this.#alias(declaration) : this.#reference(declaration, shell);
    this.#aliasDepth--;
    this.#resolved.set(declaration, resolved);
    return resolved;
  }

  #reference(declaration: Declaration, shell: Draft): Resolved {
    const nullable = this.#world.nullability.ofDeclaration(declaration);
    return { slot: { type: { kind: "reference", to: shell }, nullable }, documented: shell };
  }

  #alias(declaration: Declaration): Resolved {
    const { source, name, span } = declaration;
    if (source.renamedFrom !== undefined) {
      const { context } = this.#world;
      context.report(problem("former-name", "withoutClass", { name }), keySpan(declaration.file, source.renamedFrom));
    }
    const site: Site = { declaration, owner: undefined, key: name, span, given: noneGiven };
    const slot = slotOf(source, site, this.#world);
    return { slot, documented: documented(source, inheritedBy(source, declaration, this.#world)) };
  }

  #shellOf(declaration: Declaration): Draft {
    const { source, file, name, namespace, span } = declaration;
    const { context } = this.#world;
    reportMisfit(source, file, this.#world);
    const names = labelled(source.names?.value, file, context);
    const kind = formOf(source).form as Definition["kind"];
    const former = source.renamedFrom && { renamedFrom: listedNames(source.renamedFrom) };
    const shell = emptyDefinition(kind, source, { name, names, ...former, namespace, owner: undefined, span });
    const { problems } = constrained(source, { kind: "reference", to: shell });
    for (const { at, ...found } of problems) context.report(found, spanOf(file, at));
    const nullable = this.#world.nullability.ofDeclaration(declaration);
    this.#values.push(...examplesIn(source, { type: { kind: "reference", to: shell }, nullable }, file));
    return shell;
  }

  #inline(kind: Definition["kind"], source: TypeSource, site: Site): Definition {
    const { owner, key, given, declaration, span } = site;
    const short = owner === undefined || this.#world.context.options.inlineNames === "short";
    const name = given.name ?? (short ? key : `${owner.name}_${key}`);
    const former = given.name === undefined ? formerInlineNames(name, short ? undefined : owner, site) : [];
    const identity = {
      ...{ name, names: given.names, namespace: declaration.namespace, owner, span },
      ...(former.length > 0 && { renamedFrom: former }),
    };
    const shell = emptyDefinition(kind, source, identity);
    const outer = owner ?? declaration;
    addTo(this.#inner, outer, shell);
    this.#toFill.push(() => this.#fill(shell, source, declaration));
    return shell;
  }

  #fill(definition: Draft, source: TypeSource, declaration: Declaration): void {
    switch (definition.kind) {
      case "model":
        return this.#fillModel(definition, source, declaration);
      case "enum":
        definition.values = enumValues(source, definition.base, declaration.file, this.#world.context);
        return;
      case "union":
        return this.#fillUnion(definition, source, declaration);
    }
  }

  #fillModel(model: ModelDraft, source: TypeSource, declaration: Declaration): void {
    const { versions } = this.#world.context;
    const present = (source.fields?.value ?? []).filter((entry) => versions.has(entry.value));
    model.fields = present.map((entry) => {
      const site = {
        declaration,
        owner: model,
        key: entry.key,
        formerKeys: entry.value.renamedFrom && listedNames(entry.value.renamedFrom),
        span: keySpan(declaration.file, entry),
        given: noneGiven,
      };
      return this.#field(entry.value, site);
    });
    model.additionalFields = this.#additionalFields(model, source, declaration);
    model.saysKeep = source.additionalProperties?.value === true;
    const bases = (source.extends?.value ?? []).flatMap(({ value }) => {
      const base = modelNamed(value, declaration, this.#world);
      return base === undefined ? [] : { model: base, span: spanOf(declaration.file, value) };
    });
    this.#inheritances.push({ model, bases, derivation: derivationOf(source, declaration, this.#world), source });
  }

  #field(written: FieldSource, site: Site): Field {
    const { span, declaration, key: name } = site;
    const { context } = this.#world;
    const source = context.versions.at(written, fieldRecord, declaration.file);
    const slot = slotOf(source, site, this.#world);
    const rename = source.rename?.value;
    if (source.default !== undefined) this.#values.push(givenDefault(source.default, slot, declaration.file));
    const { description, examples, deprecated, externalDocs } = documented(
      source,
      inheritedBy(source, declaration, this.#world),
    );
    return {
      name,
      alias: typeof rename === "string" ? rename : undefined,
      renames: labelled(typeof rename === "string" ? undefined : rename, declaration.file, context),
      ...(source.renamedFrom && { renamedFrom: listedNames(source.renamedFrom) }),
      ...(source.aliases && { aliases: listedNames(source.aliases) }),
      type: slot.type,
      nullable: slot.nullable,
      required: source.required?.value ?? false,
      default: source.default?.value,
      readOnly: source.readOnly?.value ?? false,
      writeOnly: source.writeOnly?.value ?? false,
      description,
      examples,
      deprecated,
      externalDocs,
      span,
    };
  }

  #additionalFields(model: Model, source: TypeSource, declaration: Declaration): Model["additionalFields"] {
    const entry = source.additionalProperties;
    if (entry === undefined || entry.value === true) return "keep";
    if (entry.value === false) return "reject";
    const span = keySpan(declaration.file, entry);
    return slotOf(entry.value, { declaration, owner: model, key: entry.key, span, given: noneGiven }, this.#world);
  }

  #fillUnion(union: UnionDraft, source: TypeSource, declaration: Declaration): void {
    const { versions } = this.#world.context;
    union.members = membersOf(source, declaration.file, versions).map(({ source: member, position, span }) => {
      const site = { declaration, owner: union, key: `${position}`, span, given: noneGiven };
      return {
        type: slotOf(member, site, this.#world).type,
        description: member.description?.value || undefined,
        span,
      };
    });
    const named = (source.discriminator?.value.mapping?.value ?? []).map((entry) => {
      return { entry, definition: definitionNamed(entry.value, declaration, this.#world) };
    });
    this.#discriminators.set(union, () => {
      union.discriminator = discriminatorOf(union, source, named, declaration.file, this.#world.context);
    });
  }

  /** Unions inside a union come first, since their tags may be its tags. */
  #resolveDiscriminator(union: Definition): void {
    const resolve = this.#discriminators.get(union);
    if (resolve === undefined || union.kind !== "union") return;
    this.#discriminators.delete(union);
    for (const { type } of union.members) if (type.kind === "reference") this.#resolveDiscriminator(type.to);
    resolve();
  }
}

/** The most aliases in a chain. */
const longestChain = 50;
