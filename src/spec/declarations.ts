/** The declarations under `models:` in one version. */
import { relatedPlace } from "../diagnostics/asides.js";
import type { Span } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/problem.js";
import type { Entry } from "../shape/shape.js";
import { keySpan } from "./context.js";
import type { Context } from "./context.js";
import { formOf } from "./forms.js";
import type { Named } from "./scope.js";
import { memberRecord, modelRecord, structures } from "./shapes.js";
import type { MemberSource, ModelSource, SpecFile, TypeSource } from "./source.js";
import { scalars } from "./spec.js";
import type { VersionView } from "./versions.js";

export interface Declaration extends Named {
  readonly file: string;
  /** Where its name is written. */
  readonly span: Span;
  /** As in the current version. */
  readonly source: ModelSource;
  /** Whether it exists in the current version. */
  readonly present: boolean;
  /** Whether it becomes a definition, rather than an alias of another type. */
  readonly isAlias: boolean;
}

/** The declarations of all files in order, also those that do not exist in this version. Reports unusable names. */
export function declarations(files: readonly SpecFile[], context: Context): readonly Declaration[] {
  const declared = files.flatMap((file) => file.models.map((entry) => declaration(entry, file, context)));
  reportReservedNames(declared, context);
  reportEqualNames(declared, context);
  return declared;
}

/** A member of a union in the current version, with its position, from 1, among the members of all versions. */
export interface Member {
  readonly source: MemberSource;
  readonly position: number;
  readonly span: Span;
}

/** The members of a union in the current version, without null. */
export function membersOf(source: TypeSource, file: string, versions: VersionView): readonly Member[] {
  return (source.oneOf?.value ?? []).flatMap(({ value, start, end }, index) => {
    if (value === null || !versions.has(value)) return [];
    return { source: versions.at(value, memberRecord, file), position: index + 1, span: { file, start, end } };
  });
}

/**
 * Whether `oneOf` makes a union: one member alone is that member (format §10), unless a discriminator or other versions
 * show that there may be others.
 */
export function isUnion(source: TypeSource, members: readonly Member[]): boolean {
  const declared = (source.oneOf?.value ?? []).filter(({ value }) => value !== null);
  const hasOthers = source.discriminator !== undefined || declared.length > 1;
  return members.length > 1 || (members.length === 1 && hasOthers);
}

function declaration(entry: Entry<ModelSource>, file: SpecFile, context: Context): Declaration {
  const span = keySpan(file.path, entry);
  const source = context.versions.at(entry.value, modelRecord, file.path);
  const { form } = formOf(source);
  const isAlias =
    form === "union"
      ? !isUnion(source, membersOf(source, file.path, context.versions))
      : form !== "model" && form !== "enum";
  const present = context.versions.has(entry.value);
  return { name: entry.key, namespace: file.namespace, file: file.path, span, source, present, isAlias };
}

const reserved: ReadonlySet<string> = new Set([...scalars, ...structures]);

function reportReservedNames(declared: readonly Declaration[], { report }: Context): void {
  for (const { name, span } of declared) {
    if (reserved.has(name)) report(problem("invalid-value", "reservedName", { name }), span);
  }
}

function reportEqualNames(declared: readonly Declaration[], { report }: Context): void {
  const first = new Map<string, Declaration>();
  for (const each of declared) {
    if (!each.present) continue;
    const key = JSON.stringify([each.namespace, each.name]);
    const other = first.get(key);
    if (other === undefined) first.set(key, each);
    else
      report(problem("name-clash", "model", { name: each.name }), each.span, {
        related: [relatedPlace("first", other.span)],
      });
  }
}
