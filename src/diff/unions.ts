/** Changes of a union: its members, and how they are distinguished. */
import type { Type, Union, UnionMember } from "../spec/spec.js";
import { type Tags, tagsOf, tagsOfMember } from "../spec/union-tags.js";
import { align } from "./align.js";
import { isRequired } from "../spec/fields.js";
import type { Change, Severity, Wire } from "./change.js";
import { type Context, placed, type Where } from "./context.js";
import { docsChanges } from "./documentation.js";
import type { CompareInline } from "./fields.js";
import type { Kind } from "./kinds.js";
import type { Pair } from "./matching.js";
import { typeText } from "./type-text.js";
import { noWire, silentBoth } from "./wire.js";

export function compareUnions(unions: Pair<Union>, where: Where, context: Context, compareInline: CompareInline): void {
  const { before, after } = unions;
  pairInline(unions, where, context, compareInline);
  const { matching, signatures } = context;
  // The same member by its name in both specs, or by what it contains.
  const key = ({ type }: UnionMember): string =>
    type.kind === "reference" ? matching.idOf(type.to) : signatures.type(type);
  const aligned = align(before.members, after.members, key);
  const change = (
    kind: Kind,
    old: UnionMember | undefined,
    current: UnionMember | undefined,
    wire: Wire,
    facts?: Facts,
  ): void =>
    context.add({
      ...placed(where),
      ...{ kind, before: old?.span, after: current?.span, wire },
      ...{ old: old && typeText(old.type), new: current && typeText(current.type), ...facts },
      subject: { on: "member", owners: unions, before: old, after: current },
    });
  for (const old of aligned.removed) change("union.member-removed", old, undefined, { read: "none", write: "silent" });
  for (const current of aligned.added) change("union.member-added", undefined, current, noWire);
  for (const [old, current] of aligned.common) {
    for (const { kind, ...facts } of docsChanges(old, current)) change(kind, old, current, noWire, facts);
  }
  compareTags(unions, aligned.common, change, (kind, facts, wire) =>
    context.add({
      ...placed(where),
      ...{ kind, before: before.span, after: after.span, wire, ...facts },
      subject: { on: "definition", before, after },
    }),
  );
  if (!aligned.isReordered) return;
  const isByShape = tagsOf(before) === undefined && tagsOf(after) === undefined;
  const names = ({ members }: Union): string => members.map(({ type }) => typeText(type)).join(", ");
  context.add({
    ...placed(where),
    ...{ kind: "union.order-changed", before: before.span, after: after.span, wire: isByShape ? silentBoth : noWire },
    ...{ old: names(before), new: names(after), subject: { on: "definition", before, after } },
  });
}

type Facts = Pick<Change, "old" | "new">;

/** Pairs inline members: those that mean the same, then those at the same position. */
function pairInline(
  { before, after }: Pair<Union>,
  where: Where,
  context: Context,
  compareInline: CompareInline,
): void {
  const { matching, signatures } = context;
  const inline = ({ members }: Union): Inline[] =>
    members.flatMap(({ type }, index) => {
      return type.kind === "reference" && type.to.owner !== undefined ? { type, index } : [];
    });
  const [old, current] = [inline(before), inline(after)];
  const pair = (same: (one: Inline, other: Inline) => boolean): void => {
    for (const one of [...old]) {
      const other = current.find((each) => each.type.to.kind === one.type.to.kind && same(one, each));
      if (other === undefined) continue;
      old.splice(old.indexOf(one), 1);
      current.splice(current.indexOf(other), 1);
      matching.pair(one.type.to, other.type.to);
      compareInline(one.type.to, other.type.to, where);
    }
  };
  pair((one, other) => signatures.definition(one.type.to) === signatures.definition(other.type.to));
  pair((one, other) => one.index === other.index);
}

interface Inline {
  readonly type: Extract<Type, { kind: "reference" }>;
  readonly index: number;
}

function compareTags(
  { before, after }: Pair<Union>,
  common: readonly (readonly [before: UnionMember, after: UnionMember])[],
  change: (kind: Kind, old: UnionMember, current: UnionMember, wire: Wire, facts: Facts) => void,
  add: (kind: Kind, facts: Facts, wire: Wire) => void,
): void {
  const [old, current] = [tagsOf(before), tagsOf(after)];
  if (old === undefined && current === undefined) return;
  const facts = { old: old?.field, new: current?.field };
  const wire = { read: untagged(after, old?.field), write: untagged(before, current?.field) };
  if (old === undefined) return add("union.discriminator-added", facts, wire);
  if (current === undefined) return add("union.discriminator-removed", facts, wire);
  if (old.field !== current.field) return add("union.discriminator-field-changed", facts, wire);
  const tags = (all: Tags, { type }: UnionMember): string => tagsOfMember(all, type).toSorted().join(", ");
  for (const [was, is] of common) {
    const [oldTags, newTags] = [tags(old, was), tags(current, is)];
    if (oldTags === newTags) continue;
    const texts = { old: `${typeText(was.type)}: ${oldTags}`, new: `${typeText(is.type)}: ${newTags}` };
    change("union.tag-changed", was, is, silentBoth, texts);
  }
}

/** What happens to values of a union where the discriminator is another field: without it, they are rejected. */
function untagged({ members }: Union, discriminator: string | undefined): Severity {
  const mayLackIt = members.some(({ type }) => {
    if (discriminator === undefined || type.kind !== "reference" || type.to.kind !== "model") return false;
    const field = type.to.fields.find(({ name }) => name === discriminator);
    return field === undefined || !isRequired(field) || field.nullable;
  });
  return mayLackIt ? "conditional" : "silent";
}
