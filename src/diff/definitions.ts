/** Changes of a definition that is in both specs. */
import type { Definition, Enum, EnumValue, Model } from "../spec/spec.js";
import { align, renamed, replaced } from "./align.js";
import type { Change, Wire } from "./change.js";
import { type Context, placed, type Where } from "./context.js";
import { docsChanges } from "./documentation.js";
import { compareFields, namesText } from "./fields.js";
import type { Kind } from "./kinds.js";
import type { Pair } from "./matching.js";
import { valueText } from "./signatures.js";
import { compareTypes, kindOf } from "./types.js";
import { slotText } from "./type-text.js";
import { compareUnions } from "./unions.js";
import { noWire, wireOfTypes } from "./wire.js";

export function compareDefinitions({ before, after }: Pair, where: Where, context: Context): void {
  const add = (kind: Kind, facts: Partial<Pick<Change, "wire" | "old" | "new">> = {}): void => {
    context.add({
      ...placed(where),
      ...{ kind, before: before.span, after: after.span, wire: noWire, old: undefined, new: undefined, ...facts },
      subject: { on: "definition", before, after },
    });
  };
  compareNames(before, after, add);
  for (const { kind, ...facts } of docsChanges(before, after)) add(kind, facts);
  if (before.kind === "model" && after.kind === "model") compareModels({ before, after }, where, context, add);
  else if (before.kind === "enum" && after.kind === "enum") compareEnums({ before, after }, where, context, add);
  else if (before.kind === "union" && after.kind === "union")
    compareUnions({ before, after }, where, context, inlineIn(context));
  else compareKinds(before, after, context, add);
}

type Add = (kind: Kind, facts?: Partial<Pick<Change, "wire" | "old" | "new">>) => void;

function inlineIn(context: Context): (before: Definition, after: Definition, where: Where) => void {
  return (before, after, where) => compareDefinitions({ before, after }, where, context);
}

function compareNames(before: Definition, after: Definition, add: Add): void {
  const isInline = after.owner !== undefined;
  if (!isInline && before.namespace !== after.namespace) {
    add("model.namespace-changed", { old: before.namespace ?? "", new: after.namespace ?? "" });
  }
  if (!isInline && before.name !== after.name) add("model.renamed", { old: before.name, new: after.name });
  const [old, current] = [namesText(undefined, before.names), namesText(undefined, after.names)];
  if (old !== current) add("model.renamed-symbol", { old, new: current });
  if (isInline) return;
  const [had, has] = [before.renamedFrom ?? [], after.renamedFrom ?? []];
  const isNew = has.filter((name) => ![before.name, ...had].includes(name));
  const isGone = had.filter((name) => ![after.name, ...has].includes(name));
  if (isNew.length > 0) add("model.former-name-added", { new: isNew.join(", ") });
  if (isGone.length > 0) add("model.former-name-removed", { old: isGone.join(", ") });
}

/** A definition that is of another kind now. */
function compareKinds(before: Definition, after: Definition, context: Context, add: Add): void {
  const [old, current] = [{ kind: "reference", to: before } as const, { kind: "reference", to: after } as const];
  const wire = wireOfTypes(old, current, context);
  add(kindOf(old, current, context), { wire, old: before.kind, new: after.kind });
}

function compareModels(models: Pair<Model>, where: Where, context: Context, add: Add): void {
  const { before, after } = models;
  if (!before.abstract && after.abstract) add("model.to-abstract");
  if (before.abstract && !after.abstract) add("model.to-concrete");
  compareFields(models, where, context, inlineIn(context));
  compareAdditional(models, where, context, add);
}

function compareAdditional({ before, after }: Pair<Model>, where: Where, context: Context, add: Add): void {
  const [old, current] = [before.additionalFields, after.additionalFields];
  if (old === current) return;
  const limited: Wire = { read: "none", write: "conditional" };
  const opened: Wire = { read: "conditional", write: "none" };
  if (current === "reject") return add("additional-properties.forbidden", { wire: limited });
  if (old === "reject") return add("additional-properties.allowed", { wire: opened });
  if (old === "keep" && current !== "keep") {
    return add("additional-properties.typed", { wire: limited, new: slotText(current) });
  }
  if (old !== "keep" && current === "keep") {
    return add("additional-properties.untyped", { wire: opened, old: slotText(old) });
  }
  if (old === "keep" || current === "keep") return;
  const changed = (): void => {
    const wire = wireOfTypes(old.type, current.type, context);
    const nulls: Wire = {
      read: current.nullable && !old.nullable ? "conditional" : "none",
      write: old.nullable && !current.nullable ? "conditional" : "none",
    };
    const either = (one: Wire["read"], other: Wire["read"]): Wire["read"] => (one === "none" ? other : one);
    add("additional-properties.type-changed", {
      wire: { read: either(wire.read, nulls.read), write: either(wire.write, nulls.write) },
      ...{ old: slotText(old), new: slotText(current) },
    });
  };
  let isChanged = old.nullable !== current.nullable;
  compareTypes(
    old.type,
    current.type,
    {
      changed: () => (isChanged = true),
      itemNullable: () => (isChanged = true),
      constraints: (one, other) => (isChanged ||= valueText(Object.entries(one)) !== valueText(Object.entries(other))),
      inline: (one, other) =>
        compareDefinitions(
          { before: one, after: other },
          { ...where, path: [...where.path, "additionalProperties"] },
          context,
        ),
    },
    context,
  );
  if (isChanged) changed();
}

function compareEnums(enums: Pair<Enum>, where: Where, context: Context, add: Add): void {
  const { before, after } = enums;
  if (before.base !== after.base) return add("type.changed", { wire: bothBreak, old: before.base, new: after.base });
  if (!before.open && after.open) add("enum.closed.to-open", { wire: { read: "conditional", write: "none" } });
  if (before.open && !after.open) add("enum.open.to-closed", { wire: { read: "none", write: "conditional" } });
  const aligned = align(before.values, after.values, ({ value }) => value);
  const declared = renamed(aligned, ({ value }) => value, formerOf);
  const known = new Set(declared.flat());
  const recognized = replaced(before.values, after.values, aligned, () => "");
  const swapped = [...declared, ...recognized.filter((pair) => !pair.some((value) => known.has(value)))];
  const paired = new Set(swapped.flat());
  const change = (
    kind: Kind,
    old: EnumValue | undefined,
    current: EnumValue | undefined,
    wire: Wire,
    facts?: Facts,
  ): void =>
    context.add({
      ...placed(where),
      ...{ kind, before: old?.span, after: current?.span, wire },
      ...{ old: old && valueText(old.value), new: current && valueText(current.value), ...facts },
      subject: { on: "value", owners: enums, before: old, after: current },
    });
  // A value is lost only if the side that reads it is closed.
  const [oldLoss, newLoss] = [before.open ? "silent" : "conditional", after.open ? "silent" : "conditional"] as const;
  const style = before.open && after.open ? "open" : "closed";
  for (const [old, current] of swapped) {
    const wire: Wire = {
      read: formerOf(old).includes(current.value) ? "none" : oldLoss,
      write: formerOf(current).includes(old.value) ? "none" : newLoss,
    };
    change(`enum.${style}.value-changed`, old, current, wire);
  }
  for (const old of aligned.removed) {
    if (!paired.has(old)) change(`enum.${style}.value-removed`, old, undefined, { read: "none", write: newLoss });
  }
  for (const current of aligned.added) {
    const read = before.open ? "none" : "conditional";
    if (!paired.has(current)) change(`enum.${style}.value-added`, undefined, current, { read, write: "none" });
  }
  for (const [old, current] of [...aligned.common, ...declared]) {
    const isNew = formerOf(current).filter((each) => ![old.value, ...formerOf(old)].includes(each));
    const isGone = formerOf(old).filter((each) => ![current.value, ...formerOf(current)].includes(each));
    const listed = (values: readonly unknown[]): string => values.map(valueText).join(", ");
    if (isNew.length > 0)
      change("enum.former-value-added", old, current, noWire, { old: undefined, new: listed(isNew) });
    // Clients from before the change send it.
    const wire: Wire = { read: "none", write: newLoss };
    if (isGone.length > 0)
      change("enum.former-value-removed", old, current, wire, { old: listed(isGone), new: undefined });
    const [was, is] = [namesText(old.name, old.names), namesText(current.name, current.names)];
    const of = (text: string | undefined): string => `${valueText(old.value)} (${text ?? "no name"})`;
    if (was !== is) change("enum.member-renamed", old, current, noWire, { old: of(was), new: of(is) });
    for (const { kind, ...facts } of docsChanges(old, current)) {
      const value = (text: string | undefined): string | undefined => text && `${valueText(old.value)}: ${text}`;
      change(kind, old, current, noWire, { old: value(facts.old), new: value(facts.new) });
    }
  }
  const values = ({ values: all }: Enum): string => all.map(({ value }) => valueText(value)).join(", ");
  if (aligned.isReordered) add("enum.order-changed", { old: values(before), new: values(after) });
}

function formerOf({ renamedFrom = [] }: EnumValue): readonly unknown[] {
  return renamedFrom;
}

type Facts = Pick<Change, "old" | "new">;

const bothBreak: Wire = { read: "breaking", write: "breaking" };
