/** Checks the members of a union against each other. */
import { relatedPlace } from "../diagnostics/asides.js";
import { problem } from "../diagnostics/problem.js";
import type { Context } from "./context.js";
import type { Definition, Slot, TupleType, Type, Union } from "./spec.js";

/** Reports unions that contain themselves (circular-alias) or are nested too deep, and repeated members. */
export function checkUnions(definitions: readonly Definition[], context: Context): void {
  const unions = definitions.filter((each) => each.kind === "union");
  const done = new Set<Union>();
  for (const union of unions) {
    reportRepeatedMembers(union, context);
    reportCircles(union, new Set(), done, context);
  }
}

function reportRepeatedMembers({ members }: Union, { report }: Context): void {
  members.forEach(({ type, span }, index) => {
    const first = members.slice(0, index).find((member) => isSameType(member.type, type));
    if (first === undefined) return;
    report(problem("invalid-value", "repeatedMember"), span, { related: [relatedPlace("first", first.span)] });
  });
}

function reportCircles(union: Union, path: Set<Union>, done: Set<Union>, context: Context): void {
  if (done.has(union)) return;
  if (path.size > deepest) {
    context.report(problem("too-deep", "union", { union: union.name, limit: deepest }), union.span);
    return;
  }
  path.add(union);
  for (const { type, span } of union.members) {
    if (type.kind !== "reference" || type.to.kind !== "union") continue;
    if (!path.has(type.to)) reportCircles(type.to, path, done, context);
    else context.report(problem("circular-alias", "union", { union: type.to.name }), span);
  }
  path.delete(union);
  done.add(union);
}

const deepest = 50;

/** Whether two types differ in JSON by constraints only. */
function isSameType(one: Type, other: Type): boolean {
  switch (one.kind) {
    case "scalar":
      return other.kind === "scalar" && one.scalar === other.scalar;
    case "constant":
      return other.kind === "constant" && one.value === other.value;
    case "array":
      return other.kind === "array" && isSameSlot(one.items, other.items);
    case "tuple":
      return other.kind === "tuple" && isSameTuple(one, other);
    case "map":
      return other.kind === "map" && one.keys === other.keys && isSameSlot(one.values, other.values);
    case "reference":
      return other.kind === "reference" && one.to === other.to;
  }
}

function isSameTuple({ items: one }: TupleType, { items: other }: TupleType): boolean {
  return one.length === other.length && one.every((item, at) => isSameSlot(item, other[at]!));
}

function isSameSlot(one: Slot, other: Slot): boolean {
  return one.nullable === other.nullable && isSameType(one.type, other.type);
}
