/**
 * Recursive aliases: names for arrays, tuples and maps that contain themselves, such as `Tree: Tree[]`. They cannot be replaced
 * by their types, so each is a union with one member.
 */
import { isUnion, membersOf, type Declaration } from "./declarations.js";
import { type Context, labelled } from "./context.js";
import { type Draft, emptyDefinition, type UnionDraft } from "./drafts.js";
import { formOf, withoutMark } from "./forms.js";
import type { Lookup } from "./lookup.js";
import type { TypeSource } from "./source.js";
import type { NamedType, TypeExpression } from "./type-syntax.js";
import { slotOf } from "./types.js";
import type { VersionView } from "./versions.js";
import { noneGiven, type World } from "./world.js";
import { listedNames } from "./former-names.js";

/** The aliases of arrays, tuples and maps that refer to themselves, directly or through other aliases. */
export function recursiveAliases(
  declarations: readonly Declaration[],
  lookup: Lookup,
  versions: VersionView,
): ReadonlySet<Declaration> {
  const targets = new Map<Declaration, readonly Declaration[]>();
  for (const each of declarations) {
    if (!each.isAlias) continue;
    const found = namesIn(each.source, each.file, versions).flatMap((name) => lookup.quietly(name, each) ?? []);
    targets.set(
      each,
      found.filter(({ isAlias }) => isAlias),
    );
  }
  const reachesItself = (start: Declaration): boolean => {
    const reached = new Set(targets.get(start));
    // A set may grow while it is walked.
    for (const each of reached) for (const next of targets.get(each) ?? []) reached.add(next);
    return reached.has(start);
  };
  const collections = [...targets.keys()].filter((each) => isCollection(each.source, each.file, versions));
  return new Set(collections.filter(reachesItself));
}

export function recursiveShell({ source, file, name, namespace, span }: Declaration, context: Context): Draft {
  const names = labelled(source.names?.value, file, context);
  const former = source.renamedFrom && { renamedFrom: listedNames(source.renamedFrom) };
  return emptyDefinition("union", source, { name, names, ...former, namespace, owner: undefined, span });
}

export function fillRecursive(union: UnionDraft, declaration: Declaration, world: World): void {
  const { names: _, ...source } = declaration.source;
  const { name: key, span } = declaration;
  const { type } = slotOf(source, { declaration, owner: union, key, span, given: noneGiven }, world);
  union.members = [{ type, description: undefined, span }];
}

function isCollection(source: TypeSource, file: string, versions: VersionView): boolean {
  switch (formOf(source).form) {
    case "array":
    case "tuple":
    case "map":
      return true;
    case "union":
      return membersOf(source, file, versions).some((member) => isCollection(member.source, file, versions));
    case "expression":
      return withoutMark(source.type!.value).kind !== "name";
    default:
      return false;
  }
}

/** The names in a type that must be resolved before an alias of it. */
function namesIn(source: TypeSource, file: string, versions: VersionView): readonly NamedType[] {
  const { items, tuple, values, type } = source;
  switch (formOf(source).form) {
    case "array":
    case "map":
      return [items, values].flatMap((part) => (part === undefined ? [] : namesIn(part.value, file, versions)));
    case "tuple":
      return tuple!.value.flatMap((item) => namesIn(item.value, file, versions));
    case "union": {
      const members = membersOf(source, file, versions);
      return isUnion(source, members) ? [] : members.flatMap((member) => namesIn(member.source, file, versions));
    }
    case "expression":
      return namesInExpression(type!.value);
    default:
      return [];
  }
}

function namesInExpression(type: TypeExpression): readonly NamedType[] {
  switch (type.kind) {
    case "name":
      return [type];
    case "nullable":
      return namesInExpression(type.of);
    case "array":
      return namesInExpression(type.items);
    case "map":
      return namesInExpression(type.values);
  }
}
