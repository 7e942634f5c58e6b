/** The members of a union: models that are members by themselves, and records around everything else. */
import type { Type, Union } from "../../spec/spec.js";
import { nameIn, pascal } from "../../names/casing.js";
import { innerName } from "./file.js";
import { memberItself, type World } from "./world.js";

/** The names of the records around those members that need one, by the member's position. */
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

/** The classes inside a union. */
export function innerNames(union: Union, world: World): readonly string[] {
  return [
    ...recordNames(union, world).values(),
    innerName("Unknown", union, world),
    innerName("Deserializer", union, world),
  ];
}

const titleCase = nameIn(pascal);

/** `StringList` for a list of texts. */
function titleOf(type: Type, world: World): string {
  switch (type.kind) {
    case "scalar":
      return titleCase(type.scalar);
    case "constant":
      return titleCase(String(type.value)).slice(0, 50) || "Constant";
    case "array":
      return `${titleOf(type.items.type, world)}List`;
    case "map":
      return `${titleOf(type.values.type, world)}Map`;
    case "reference":
      return world.names.className(type.to);
  }
}
