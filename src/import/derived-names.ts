/** The default names of inline types, and sets of names that are taken. */
import { nameIn, pascal } from "../names/casing.js";
import type { Suffixes } from "./directions.js";
import { readable, usableName } from "./keys.js";
import { type Declaration, isDeclaration, type Schema, type Type } from "./schema.js";
import type { Schemas } from "./schemas.js";

/** A name, with the suffix of its input or output model if that is what is meant. */
export interface SuffixedName {
  readonly name: string;
  readonly suffix: Suffixes[number] | undefined;
}

/** The names of a namespace; names that are equal in some casing count as equal. */
export class NameSet {
  readonly #taken = new Map<string, SuffixedName>();

  /** Takes a name if it is free, also with each of these suffixes. */
  take(name: string, suffixes: Suffixes = []): boolean {
    if (this.clash(name, suffixes) !== undefined) return false;
    for (const each of suffixed(name, suffixes)) this.#taken.set(keyOf(each), each);
    return true;
  }

  /** What a name cannot have, itself or with one of these suffixes, and what has it. */
  clash(name: string, suffixes: Suffixes = []): { wanted: SuffixedName; holder: SuffixedName } | undefined {
    for (const wanted of suffixed(name, suffixes)) {
      const holder = this.#taken.get(keyOf(wanted));
      if (holder !== undefined) return { wanted, holder };
    }
    return undefined;
  }

  /** Takes a name, after making it usable, with the first number that makes it free. */
  takeSimilar(wanted: string, suffixes: Suffixes = []): string {
    const name = usableName(wanted);
    if (this.take(name, suffixes)) return name;
    let number = 2;
    while (!this.take(`${name}${number}`, suffixes)) number++;
    return `${name}${number}`;
  }
}

function suffixed(name: string, suffixes: Suffixes): readonly SuffixedName[] {
  return [undefined, ...suffixes].map((suffix) => ({ name, suffix }));
}

function keyOf({ name, suffix = "" }: { name: string; suffix?: string | undefined }): string {
  return nameKey(name + suffix);
}

/** A key that all casings of a name share. */
export function nameKey(name: string): string {
  return className(name).toLowerCase();
}

const className = nameIn(pascal);

/** Receives a type with its default name and its preferred name; returns the name that it gets. */
export type NameOf = (declaration: Declaration, derived: string, wanted: string) => string;

/**
 * Visits the inline types of a component in the order in which a spec is resolved. If the component itself consists of
 * one, that has the component's name.
 */
export function deriveNames(whole: Type, owner: string, schemas: Schemas, nameOf: NameOf): void {
  const type = schemas.simplest(whole);
  const visit = (schema: Schema, derived: string): void => nameInside(schema.type, derived, schemas, nameOf);
  switch (type.kind) {
    case "array":
      return deriveNames(type.items.type, owner, schemas, nameOf);
    case "map":
      return deriveNames(type.values.type, owner, schemas, nameOf);
    case "model":
      for (const { name, schema } of type.fields) visit(schema, `${owner}_${name}`);
      if (typeof type.additionalFields === "object") visit(type.additionalFields, `${owner}_additionalProperties`);
      return;
    case "union":
      return schemas.membersOf(type).forEach((member, index) => {
        const derived = `${owner}_${index + 1}`;
        nameInside(member.type, derived, schemas, nameOf, memberName(member.type, owner) ?? derived);
      });
  }
}

/** The name for a member of a union that adds something to a component. */
function memberName(type: Type, owner: string): string | undefined {
  const component = isDeclaration(type) ? type.variantOf : undefined;
  return component && readable(`${owner}_${component.name}`);
}

function nameInside(whole: Type, derived: string, schemas: Schemas, nameOf: NameOf, wanted = derived): void {
  const type = schemas.simplest(whole);
  if (type.kind === "array") nameInside(type.items.type, derived, schemas, nameOf);
  else if (type.kind === "map") nameInside(type.values.type, derived, schemas, nameOf);
  else if (isDeclaration(type)) deriveNames(type, nameOf(type, derived, wanted), schemas, nameOf);
}
