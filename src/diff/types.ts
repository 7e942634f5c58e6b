/** Changes of a type: its kind in the catalogue, at the outermost place where the types differ. */
import { scalarOf } from "../spec/constants.js";
import type { Constraints, Definition, Scalar, Slot, Type, Union } from "../spec/spec.js";
import type { Context } from "./context.js";
import { isKind, type Kind } from "./kinds.js";
import { textFormats } from "./wire.js";

/** What the comparison of two types finds, besides inline types that moved. */
export interface TypeFindings {
  changed(kind: Kind, before: Type, after: Type): void;
  itemNullable(kind: Kind): void;
  constraints(before: Constraints, after: Constraints): void;
  /** Two inline types at the same place. */
  inline(before: Definition, after: Definition): void;
}

export function compareTypes(before: Type, after: Type, found: TypeFindings, context: Context): void {
  if (before.kind === "reference" && after.kind === "reference") {
    if (compareReferences(before.to, after.to, found, context)) return;
  } else if (before.kind === "array" && after.kind === "array") {
    found.constraints(before.constraints, after.constraints);
    return compareItems(before.items, after.items, found, context);
  } else if (before.kind === "tuple" && after.kind === "tuple" && before.items.length === after.items.length) {
    before.items.forEach((item, at) => compareItems(item, after.items[at]!, found, context));
    return;
  } else if (before.kind === "map" && after.kind === "map" && sameKeys(before.keys, after.keys, context)) {
    found.constraints(before.constraints, after.constraints);
    return compareItems(before.values, after.values, found, context);
  } else if (before.kind === "scalar" && after.kind === "scalar" && before.scalar === after.scalar) {
    return found.constraints(before.constraints, after.constraints);
  }
  if (context.signatures.type(before) !== context.signatures.type(after)) {
    found.changed(kindOf(before, after, context), before, after);
  }
}

function sameKeys(before: Definition | undefined, after: Definition | undefined, { matching }: Context): boolean {
  if (before === undefined || after === undefined) return before === after;
  return matching.arePaired(before, after);
}

function compareItems(before: Slot, after: Slot, found: TypeFindings, context: Context): void {
  if (before.nullable !== after.nullable) {
    found.itemNullable(after.nullable ? "type.item-nullable-added" : "type.item-nullable-removed");
  }
  compareTypes(before.type, after.type, found, context);
}

/** Whether the two definitions take each other's place. */
function compareReferences(before: Definition, after: Definition, found: TypeFindings, context: Context): boolean {
  const { matching, signatures } = context;
  if (matching.arePaired(before, after)) return true;
  const [wasInline, isInline] = [before.owner !== undefined, after.owner !== undefined];
  if (wasInline && isInline) {
    if (before.kind !== after.kind) return false;
    matching.pair(before, after);
    found.inline(before, after);
    return true;
  }
  if (wasInline === isInline || signatures.definition(before) !== signatures.definition(after)) return false;
  if (wasInline) context.moved(before, after, "model.extracted");
  else context.moved(after, before, "model.inlined");
  return true;
}

/** The kind of a change from one type to another. */
export function kindOf(before: Type, after: Type, context: Context): Kind {
  const same = (one: Type, other: Type): boolean => context.signatures.type(one) === context.signatures.type(other);
  const includes = (union: Union, type: Type): boolean => union.members.some((member) => same(member.type, type));
  const [old, current] = [titleOf(before), titleOf(after)];
  if (after.kind === "array" && same(after.items.type, before)) return "type.item-to-array";
  if (before.kind === "array" && same(before.items.type, after)) return "type.array-to-item";
  if (before.kind === "constant" || after.kind === "constant") return constantKind(before, after);
  if (after.kind === "reference" && after.to.kind === "union" && includes(after.to, before)) {
    return old === "model" ? "type.model-to-union" : "type.scalar-to-union";
  }
  if (before.kind === "reference" && before.to.kind === "union" && includes(before.to, after)) {
    return current === "model" ? "type.union-to-model" : "type.union-to-scalar";
  }
  if (old === "union" || current === "union") return anyKind(old, current) ?? "type.changed";
  const named = `type.${old}-to-${current}`;
  return isKind(named) ? named : (anyKind(old, current) ?? formatKind(before, after) ?? "type.changed");
}

function anyKind(old: string, current: string): Kind | undefined {
  if (old === "any") return "type.any-to-typed";
  return current === "any" ? "type.typed-to-any" : undefined;
}

/** The word for a type in the names of kinds. */
function titleOf(type: Type): string {
  if (type.kind === "scalar") return type.scalar;
  if (type.kind !== "reference") return type.kind;
  const { to } = type;
  if (to.kind !== "enum") return to.kind;
  return to.base === "string" ? `${to.open ? "open" : "closed"}-enum` : "integer-enum";
}

function constantKind(before: Type, after: Type): Kind {
  if (before.kind === "constant" && after.kind === "constant") {
    return typeof before.value === typeof after.value ? "const.changed" : "type.changed";
  }
  const [constant, other] = before.kind === "constant" ? [before, after] : [after, before];
  if (constant.kind !== "constant" || !holds(other, constant.value, scalarOf(constant))) return "type.changed";
  return constant === before ? "const.removed" : "const.added";
}

/** Whether a type has values of the constant's kind. */
function holds(type: Type, value: unknown, scalar: Scalar): boolean {
  if (type.kind === "reference" && type.to.kind === "enum") return type.to.base === typeof value || type.to.open;
  if (type.kind !== "scalar") return false;
  return type.scalar === scalar || (scalar === "integer" && ["int32", "long", "number"].includes(type.scalar));
}

function formatKind(before: Type, after: Type): Kind | undefined {
  if (before.kind !== "scalar" || after.kind !== "scalar") return undefined;
  const [was, is] = [textFormats.has(before.scalar), textFormats.has(after.scalar)];
  if (was && is) return "type.text-format-changed";
  if (is && before.scalar === "string") return "type.string-to-text-format";
  return was && after.scalar === "string" ? "type.text-format-to-string" : undefined;
}
