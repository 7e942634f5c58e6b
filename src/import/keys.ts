/** The names under which components stand in a spec. */
import { pascal, sanitise } from "../languages/casing.js";
import { structures } from "../spec/shapes.js";
import { scalars } from "../spec/spec.js";
import { typeName } from "../spec/type-syntax.js";

const typeNamePattern = new RegExp(`^(?:${typeName})$`);
const builtIn: ReadonlySet<string> = new Set([...scalars, ...structures]);

/** A component's name as a spec can refer to it: as it is where that will do. */
export function specKey(name: string): string {
  const usable = pascal(sanitise(name)) !== "" && typeNamePattern.test(name) && !builtIn.has(name);
  return usable ? shortened(name) : shortened(pascal(sanitise(name))) || "Schema";
}

/** A name that is not too long for a class or file: as it is where that will do. */
export function shortened(name: string): string {
  const cased = pascal(sanitise(name));
  return cased.length > longest ? cased.slice(0, longest) : name;
}

const longest = 120;

/** A name as a person would write it where that means the same: `AccountAddress_value` → `AccountAddressValue`. */
export function readable(name: string): string {
  const cased = pascal(sanitise(name));
  return cased !== "" && pascal(sanitise(cased)) === cased ? cased : name;
}
