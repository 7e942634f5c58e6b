/** The default names of inline types: after the owner and the field, or after what distinguishes a member of a union. */
import type { Directions } from "./directions.js";
import type { Findings } from "./findings.js";
import { nameKey, readable } from "./keys.js";
import { factsOf, type Inline, memberNames, titleOf } from "./member-names.js";
import type { NameSet } from "./name-set.js";
import {
  type Declaration,
  isDeclaration,
  type Schema,
  type TupleType,
  type Type,
  type UnionDeclaration,
} from "./schema.js";
import type { Schemas } from "./schemas.js";
import type { InlineName } from "./spec-names.js";

/** Receives a type with the name that it has in a spec by default and its preferred names; returns its name. */
export type NameOf = (declaration: Declaration, derived: string, wanted: Iterable<string>) => string;

/** Takes names for the inline types of one model, and keeps those that are not the default. */
export class InlineNames {
  readonly names = new Map<Declaration, InlineName>();

  constructor(
    private readonly schemas: Schemas,
    private readonly directions: Directions,
    private readonly taken: NameSet,
    private readonly findings: Findings,
  ) {}

  /** Diagnostics: not-imported for titles that no name shows. */
  add(type: Type, owner: string): void {
    if (isDeclaration(type)) this.#reportTitle(type, owner);
    deriveNames(type, owner, this.schemas, (declaration, derived, wanted) => {
      const name = this.taken.takeFirst(wanted, this.directions.ofType(declaration));
      if (name !== derived) this.names.set(declaration, { name, names: new Map() });
      this.#reportTitle(declaration, name);
      return name;
    });
  }

  #reportTitle({ title, place }: Declaration, name: string): void {
    const isShown = title?.text === undefined || nameKey(name).endsWith(nameKey(title.text));
    const isReported = place.get("oneOf") === undefined && place.get("anyOf") === undefined;
    if (!isShown && isReported) this.findings.loss("keyword", title, { keyword: "title" });
  }
}

/**
 * Visits the inline types of a component in the order in which a spec is resolved. If the component itself consists of
 * one, that has the component's name.
 */
export function deriveNames(whole: Type, owner: string, schemas: Schemas, nameOf: NameOf): void {
  const type = schemas.simplest(whole);
  switch (type.kind) {
    case "array":
      return deriveNames(type.items.type, owner, schemas, nameOf);
    case "tuple":
      return nameItems(type, owner, schemas, nameOf);
    case "map":
      return deriveNames(type.values.type, owner, schemas, nameOf);
    case "model": {
      const rest = typeof type.additionalFields === "object" ? [type.additionalFields] : [];
      const parts = [
        ...type.fields.map(({ name, schema }) => [name, schema] as const),
        ...rest.map((schema) => ["additionalProperties", schema] as const),
      ];
      for (const [name, schema] of parts) nameField(schema, `${owner}_${name}`, schemas, nameOf);
      return;
    }
    case "union":
      nameMembers(type, owner, schemas, nameOf);
  }
}

function nameField(schema: Schema, derived: string, schemas: Schemas, nameOf: NameOf): void {
  const tuple = tupleIn(schema.type, schemas);
  if (tuple !== undefined) return nameItems(tuple, derived, schemas, nameOf);
  const inline = inlineIn(schema.type, schemas);
  if (inline === undefined) return;
  const name = nameOf(inline.declaration, derived, namesOfField(inline, derived, schemas));
  deriveNames(inline.declaration, name, schemas, nameOf);
}

/** A title says more than a position. */
function nameItems({ items }: TupleType, owner: string, schemas: Schemas, nameOf: NameOf): void {
  for (const [at, item] of items.entries()) {
    const derived = `${owner}_${at + 1}`;
    const inline = inlineIn(item.type, schemas);
    if (inline === undefined) nameField(item, derived, schemas, nameOf);
    else {
      const names = [...joined(owner, titleOf(inline)), ...namesOfField(inline, derived, schemas)];
      deriveNames(inline.declaration, nameOf(inline.declaration, derived, names), schemas, nameOf);
    }
  }
}

function* namesOfField(inline: Inline, derived: string, schemas: Schemas): Iterable<string> {
  yield derived;
  yield* joined(derived, titleOf(inline));
  yield* joined(derived, kindOf(inline));
  for (const each of factsOf(inline.declaration, schemas)) yield* joined(derived, each);
}

function nameMembers(union: UnionDeclaration, owner: string, schemas: Schemas, nameOf: NameOf): void {
  const all = schemas.membersOf(union);
  const members = all.map((each) => inlineIn(each.type, schemas));
  const names = memberNames(
    members.flatMap((each) => each ?? []),
    union,
    owner,
    schemas,
  );
  for (const [index, member] of members.entries()) {
    if (member === undefined) {
      nameField(all[index]!, `${owner}_${index + 1}`, schemas, nameOf);
      continue;
    }
    const own = (names.get(member) ?? []).flatMap((each) => joined(owner, each));
    const longer = [...own, owner].flatMap((each) => joined(each, kindOf(member)));
    const name = nameOf(member.declaration, `${owner}_${index + 1}`, [...own, ...longer]);
    deriveNames(member.declaration, name, schemas, nameOf);
  }
}

/** The type that needs a name in a type that is not a component: itself, or the items or values inside it. */
function inlineIn(whole: Type, schemas: Schemas, container?: Inline["container"]): Inline | undefined {
  const type = schemas.simplest(whole);
  if (type.kind === "array" || type.kind === "map")
    return inlineIn((type.kind === "array" ? type.items : type.values).type, schemas, container ?? type.kind);
  return isDeclaration(type) ? { declaration: type, container } : undefined;
}

/** The tuple that a type is, or the items or values inside it. */
function tupleIn(whole: Type, schemas: Schemas): TupleType | undefined {
  const type = schemas.simplest(whole);
  if (type.kind === "array") return tupleIn(type.items.type, schemas);
  if (type.kind === "map") return tupleIn(type.values.type, schemas);
  return type.kind === "tuple" ? type : undefined;
}

/** What a type is, to tell it from another thing of the same name. */
function kindOf({ declaration: { kind }, container }: Inline): string {
  if (container !== undefined) return container === "array" ? "item" : "value";
  return kind === "model" ? "object" : kind;
}

function joined(start: string, end: string | undefined): readonly string[] {
  return end === undefined ? [] : [readable(`${start}_${end}`)];
}
