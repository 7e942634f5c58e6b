/** The names under which components stand in a spec. */
import { nameIn, pascal } from "../names/casing.js";
import { structures } from "../spec/shapes.js";
import { scalars } from "../spec/spec.js";
import { typeName } from "../spec/type-syntax.js";

const className = nameIn(pascal);
const typeNamePattern = new RegExp(`^(?:${typeName})$`);
const builtIn: ReadonlySet<string> = new Set([...scalars, ...structures]);

/** A component's name as a spec can refer to it: as it is where that will do. */
export function specKey(name: string): string {
  const canBeSaid = typeNamePattern.test(name) && !builtIn.has(name);
  return usableName(canBeSaid ? name : className(name));
}

/** A name that a class and a file can be called after: as it is where that will do. */
export function usableName(name: string): string {
  const cased = className(name);
  if (cased === "") return "Schema";
  return cased.length > longest ? cased.slice(0, longest - roomForNumber) : name;
}

const longest = 120;
const roomForNumber = 10;

/** A name as a person would write it where that means the same: `AccountAddress_value` → `AccountAddressValue`. */
export function readable(name: string): string {
  const cased = className(name);
  return cased !== "" && className(cased) === cased ? cased : name;
}
