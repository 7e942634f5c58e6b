/**
 * The order in which reading tries the members of a union: of several that can read a value equally well, it takes the first.
 * As a `uuid` and the like, it accepts any string, since only `validate` checks their form.
 */
import type { Scalar, Type, Union, UnionMember } from "./spec.js";
import { textTitles } from "./text-formats.js";

/** Strings whose form reading checks go before those whose form only `validate` checks; otherwise the order of the spec. */
export function inReadingOrder({ members }: Union): readonly UnionMember[] {
  if (!members.some(({ type }) => leavesOf(type).some(isUnchecked))) return members;
  const isFirst = ({ type }: UnionMember): boolean => leavesOf(type).every(isChecked);
  return [...members.filter(isFirst), ...members.filter((each) => !isFirst(each))];
}

/** The types inside arrays, maps and unions. */
function leavesOf(type: Type, inside: readonly Union[] = []): readonly Type[] {
  switch (type.kind) {
    case "array":
      return leavesOf(type.items.type, inside);
    case "map":
      return leavesOf(type.values.type, inside);
    case "reference": {
      const { to } = type;
      if (to.kind !== "union" || inside.includes(to)) return [type];
      return to.members.flatMap((each) => leavesOf(each.type, [...inside, to]));
    }
    default:
      return [type];
  }
}

function isUnchecked(type: Type): boolean {
  return type.kind === "scalar" && unchecked.has(type.scalar);
}

const unchecked: ReadonlySet<Scalar> = new Set(["time", "duration", "uuid", "uri", "email"]);

function isChecked(type: Type): boolean {
  switch (type.kind) {
    case "constant":
      return typeof type.value === "string";
    case "scalar":
      return type.scalar !== "string" && textTitles[type.scalar] !== undefined && !isUnchecked(type);
    case "reference":
      return type.to.kind === "enum" && type.to.base === "string" && !type.to.open;
    default:
      return false;
  }
}
