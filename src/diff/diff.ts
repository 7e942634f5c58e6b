/** Compares two specs by meaning. */
import { addTo } from "../spec/groups.js";
import type { Definition, Spec, Type } from "../spec/spec.js";
import type { Change } from "./change.js";
import { type Context, directionOf, placed, type Readers, type Where } from "./context.js";
import { compareDefinitions } from "./definitions.js";
import { declaredIn, type Matching, matchDeclared } from "./matching.js";
import { Signatures } from "./signatures.js";
import { typeText } from "./type-text.js";
import { noWire, wireOfTypes } from "./wire.js";

export interface SpecDiff {
  /** In the order of the new spec; what was removed comes first. */
  readonly changes: readonly Change[];
  readonly matching: Matching;
}

const strictReaders: Readers = { integersHoldLongs: false };

export function diffSpecs(before: Spec, after: Spec, { integersHoldLongs }: Readers = strictReaders): SpecDiff {
  const matching = matchDeclared(before, after);
  const signatures = new Signatures(matching.idOf);
  const found: Change[] = [];
  const moved = new Map<
    Definition,
    { readonly inline: Definition; readonly kind: "model.extracted" | "model.inlined" }
  >();
  const context: Context = {
    ...{ matching, signatures, integersHoldLongs },
    add: (change) => found.push(change),
    moved(inline, declared, kind) {
      matching.same(inline, declared);
      moved.set(declared, { inline, kind });
    },
  };
  for (const each of declaredIn(after)) {
    const old = matching.beforeOf(each);
    if (old !== undefined) compareDefinitions({ before: old, after: each }, whereOf(each), context);
  }
  const collapsed = collapsedUnions(before, found, matching);
  const others: Change[] = [];
  for (const each of declaredIn(before)) {
    if (matching.afterOf(each) !== undefined) continue;
    const move = moved.get(each);
    const collapse = collapsed.get(each);
    if (collapse !== undefined) others.push(collapsedChange(each, collapse, context));
    else others.push(move === undefined ? only(each, "before") : movedChange(each, move));
  }
  for (const each of declaredIn(after)) {
    const move = moved.get(each);
    if (move !== undefined && move.kind === "model.extracted") others.push(movedChange(each, move));
    else if (matching.beforeOf(each) === undefined) others.push(only(each, "after"));
    else if (move !== undefined) others.push(movedChange(each, move));
  }
  const causedByCollapse = new Set([...collapsed.values()].flatMap(({ changes }) => changes));
  const changes = [
    ...others,
    ...atSource(
      found.filter((each) => !causedByCollapse.has(each)),
      before,
      after,
    ),
  ];
  return { changes: changes.toSorted(byPosition), matching };
}

function whereOf(definition: Definition): Where {
  const { name: model, namespace } = definition;
  return { model, namespace, path: [], direction: directionOf(definition) };
}

function only(definition: Definition, side: "before" | "after"): Change {
  const isAdded = side === "after";
  return {
    ...placed(whereOf(definition)),
    kind: isAdded ? "model.added" : "model.removed",
    ...{ before: isAdded ? undefined : definition.span, after: isAdded ? definition.span : undefined, wire: noWire },
    ...{ old: isAdded ? undefined : definition.kind, new: isAdded ? definition.kind : undefined },
    subject: { on: "definition", before: isAdded ? undefined : definition, after: isAdded ? definition : undefined },
  };
}

function movedChange(
  declared: Definition,
  { inline, kind }: { readonly inline: Definition; readonly kind: "model.extracted" | "model.inlined" },
): Change {
  const [before, after] = kind === "model.extracted" ? [inline, declared] : [declared, inline];
  return {
    ...placed(whereOf(declared)),
    ...{ kind, before: before.span, after: after.span, wire: noWire, old: before.name, new: after.name },
    subject: { on: "definition", before, after },
  };
}

interface Collapse {
  /** The member that is left. */
  readonly type: Type;
  /** The fields that now have its type. */
  readonly changes: readonly Change[];
}

/** Unions that are gone because one member is left: everything that referred to them has the type of that member. */
function collapsedUnions(
  before: Spec,
  found: readonly Change[],
  matching: Matching,
): ReadonlyMap<Definition, Collapse> {
  const collapsed = new Map<Definition, Collapse>();
  for (const union of declaredIn(before)) {
    if (union.kind !== "union" || matching.afterOf(union) !== undefined) continue;
    const changes = found.filter(({ kind, subject }) => {
      if (subject.on !== "field" || !kind.startsWith("type.union-to-")) return false;
      const type = subject.before && innermost(subject.before.type);
      return type?.kind === "reference" && type.to === union;
    });
    const types = changes.flatMap(({ subject }) =>
      subject.on === "field" && subject.after ? innermost(subject.after.type) : [],
    );
    const [type] = types;
    if (type !== undefined && types.every((each) => typeText(each) === typeText(type)))
      collapsed.set(union, { type, changes });
  }
  return collapsed;
}

function innermost(type: Type): Type {
  if (type.kind === "array") return innermost(type.items.type);
  return type.kind === "map" ? innermost(type.values.type) : type;
}

function collapsedChange(union: Definition, { type, changes }: Collapse, context: Context): Change {
  const to = type.kind === "reference" ? type.to : undefined;
  return {
    ...placed(whereOf(union)),
    ...{ kind: "union.collapsed", before: union.span, after: to?.span ?? changes[0]?.after },
    wire: { read: "none", write: wireOfTypes({ kind: "reference", to: union }, type, context).write },
    ...{ old: union.name, new: typeText(type), subject: { on: "definition", before: union, after: undefined } },
  };
}

/**
 * Removes repetitions: an inherited field changes in all models that have it, and is reported in the one that declares it.
 * Of models that take it from there, each has the same record at the same place.
 */
function atSource(changes: readonly Change[], before: Spec, after: Spec): readonly Change[] {
  const groups = new Map<string, Change[]>();
  for (const each of changes) {
    const { kind, field, subject } = each;
    const key =
      subject.on === "field" ? [kind, field, each.before, each.after, each.old, each.new] : [kind, groups.size];
    const text = JSON.stringify(key, (_, value: unknown) => (value === undefined ? null : value));
    addTo(groups, text, each);
  }
  const declares = declarers([...declaredIn(before), ...declaredIn(after)]);
  return [...groups.values()].map((group) => (group.length === 1 ? group[0]! : (group.find(declares) ?? group[0]!)));
}

/** Whether a change of a field is in the model whose source contains the field. */
function declarers(definitions: readonly Definition[]): (change: Change) => boolean {
  const byFile = new Map<string, Definition[]>();
  for (const each of definitions) addTo(byFile, each.span.file, each);
  return ({ model, subject, after, before }) => {
    const span = after ?? before;
    if (subject.on !== "field" || span === undefined) return true;
    const owner = rootOf(subject.after === undefined ? subject.owners.before : subject.owners.after);
    const isBetween = ({ span: { start } }: Definition): boolean => owner.span.start < start && start <= span.start;
    const isAfterOwner = owner.span.file === span.file && owner.span.start <= span.start;
    return owner.name === model && isAfterOwner && !(byFile.get(span.file) ?? []).some(isBetween);
  };
}

function rootOf(definition: Definition): Definition {
  return definition.owner === undefined ? definition : rootOf(definition.owner);
}

function byPosition(one: Change, other: Change): number {
  const [a, b] = [one.after ?? one.before, other.after ?? other.before];
  return compare(a?.file ?? "", b?.file ?? "") || (a?.start ?? 0) - (b?.start ?? 0) || compare(one.kind, other.kind);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
