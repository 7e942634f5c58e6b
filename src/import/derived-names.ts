/** The names that inline types get by themselves, and sets of names that tell which are taken. */
import { nameIn, pascal } from "../languages/casing.js";
import { usableName } from "./keys.js";
import { type Declaration, isDeclaration, type Schema, type Type } from "./schema.js";

/** The names of one namespace, equal where their casings are. */
export class NameSet {
  readonly #taken = new Set<string>();

  /** Takes a name if it is free. */
  take(name: string): boolean {
    const key = nameKey(name);
    if (this.#taken.has(key)) return false;
    this.#taken.add(key);
    return true;
  }

  /** Takes a name, made usable if it is not, and with the first number behind it that makes it free. */
  takeSimilar(wanted: string): string {
    const name = usableName(wanted);
    if (this.take(name)) return name;
    let number = 2;
    while (!this.take(`${name}${number}`)) number++;
    return `${name}${number}`;
  }
}

/** What all casings of a name have in common. */
export function nameKey(name: string): string {
  return className(name).toLowerCase();
}

const className = nameIn(pascal);

/**
 * Goes through the inline types of a component in order, as resolving a spec does; one that the component itself consists
 * of has the component's name.
 *
 * @param nameOf receives each type with the name that it gets by itself, and says which one it has
 */
export function deriveNames(
  type: Type,
  owner: string,
  nameOf: (declaration: Declaration, derived: string) => string,
): void {
  switch (type.kind) {
    case "array":
      return deriveNames(type.items.type, owner, nameOf);
    case "map":
      return deriveNames(type.values.type, owner, nameOf);
    case "model":
      for (const { name, schema } of type.fields) visit(schema, `${owner}_${name}`, nameOf);
      if (typeof type.additionalFields !== "string")
        visit(type.additionalFields, `${owner}_additionalProperties`, nameOf);
      return;
    case "union":
      return type.members.forEach((member, index) => visit(member, `${owner}_${index + 1}`, nameOf));
  }
}

function visit({ type }: Schema, derived: string, nameOf: (declaration: Declaration, derived: string) => string): void {
  if (type.kind === "array") visit(type.items, derived, nameOf);
  else if (type.kind === "map") visit(type.values, derived, nameOf);
  else if (isDeclaration(type)) deriveNames(type, nameOf(type, derived), nameOf);
}
