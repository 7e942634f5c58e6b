/** The names of components in a spec. */
import { nameIn, pascal } from "../names/casing.js";
import { structures } from "../spec/shapes.js";
import { scalars } from "../spec/spec.js";
import { typeName } from "../spec/type-syntax.js";

/** A name in the casing of classes. */
export const className = nameIn(pascal);
const typeNamePattern = new RegExp(`^(?:${typeName})$`);
const builtIn: ReadonlySet<string> = new Set([...scalars, ...structures]);

/** A component's name, changed only if a spec could not refer to it. */
export function specKey(name: string): string {
  const canBeSaid = typeNamePattern.test(name) && !builtIn.has(name);
  return usableName(canBeSaid ? name : className(name));
}

/** A name, changed only if it could not be used for a class and a file. */
export function usableName(name: string): string {
  const cased = className(name);
  if (cased === "") return "Schema";
  return cased.length > longest ? cased.slice(0, longest - roomForNumber) : name;
}

const longest = 120;
const roomForNumber = 10;

/** A name in the usual style, if that is the same name: `AccountAddress_value` → `AccountAddressValue`. */
export function readable(name: string): string {
  const cased = className(name);
  return cased !== "" && className(cased) === cased ? cased : name;
}

/** A key that all casings of a name share. */
export function nameKey(name: string): string {
  return className(name).toLowerCase();
}
