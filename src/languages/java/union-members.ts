/** The members of a union: models are members themselves, and records wrap everything else. */
import type { Definition, Type, Union } from "../../spec/spec.js";
import { nameIn, pascal } from "../../names/casing.js";
import { foldType } from "../../spec/fold.js";
import { innerName } from "./file.js";
import { memberItself, type World } from "./world.js";

/** The names of the records that wrap members, by the member's position. */
export function recordNames(union: Union, world: World): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  union.members.forEach(({ type }, index) => {
    if (memberItself(type, union, world.names) !== undefined) return;
    const name = innerName(`Of${titleOf(type, world)}`, union, world);
    const distinct = taken.has(name) ? `${name}${index + 1}` : name;
    taken.add(distinct);
    names.set(index, distinct);
  });
  return names;
}

/** The nested classes of a union. */
export function innerNames(union: Union, world: World): readonly string[] {
  return [
    ...recordNames(union, world).values(),
    innerName("Unknown", union, world),
    innerName("Deserializer", union, world),
  ];
}

const titleCase = nameIn(pascal);

/** `StringList` for a list of strings. */
function titleOf(type: Type, world: World): string {
  return foldType<string>(type, {
    scalar: ({ scalar }) => titleCase(scalar),
    constant: ({ value }) => titleCase(String(value)).slice(0, 50) || "Constant",
    array: (items) => `${items}List`,
    tuple: (items) => (items.length > 4 ? `Tuple${items.length}` : `${items.join("")}Tuple`),
    map: (values, { keys }) => `${values}${keys === undefined ? "" : `By${world.names.className(keys)}`}Map`,
    reference: (to) => world.names.className(to),
  });
}

/** The definition that is a member without a record. */
export function referenced(type: Type): Definition {
  if (type.kind !== "reference") throw new RangeError("a member that is no definition needs a record");
  return type.to;
}
