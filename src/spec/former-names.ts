/** `renamedFrom` and `aliases`: names that something had before, or has besides its own. */
import { relatedPlace } from "../diagnostics/asides.js";
import type { Span } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Entry, Located } from "../shape/shape.js";
import type { Context } from "./context.js";
import { otherKeys } from "./fields.js";
import { addTo } from "./groups.js";
import type { NamesSource } from "./source.js";
import type { Definition, Enum, Model, Slot, Type } from "./spec.js";

type Name = string | number | bigint;

/** The names of a key that has one or several. */
export function listedNames<T extends Name>(entry: Entry<NamesSource<T>>): readonly T[] {
  return locatedNames(entry).map(({ value }) => value);
}

/** The same, with their places. */
export function locatedNames<T extends Name>(entry: Entry<NamesSource<T>>): readonly Located<T>[] {
  return typeof entry.value === "object" ? entry.value : [entry as Located<T>];
}

/** The names of an inline type under the former names of its owner, if its name has that, and of its field. */
export function formerInlineNames(
  present: string,
  owner: Definition | undefined,
  { key, formerKeys = [] }: { readonly key: string; readonly formerKeys?: readonly string[] | undefined },
): readonly string[] {
  const keys = [key, ...formerKeys];
  const owners = owner === undefined ? [] : [owner.name, ...(owner.renamedFrom ?? [])];
  const names = owner === undefined ? keys : owners.flatMap((each) => keys.map((last) => `${each}_${last}`));
  return names.filter((name) => name !== present);
}

/** Reports other names that are the thing's own, those of living things, and those of several things. */
export function reportFormerNames(definitions: readonly Definition[], context: Context): void {
  const byNamespace = new Map<string, Definition[]>();
  for (const each of definitions) {
    if (each.owner === undefined) addTo(byNamespace, JSON.stringify(each.namespace ?? null), each);
    if (each.kind === "model") reportFields(each, context);
    if (each.kind === "model") reportMapKeys(each, context);
    if (each.kind === "enum") reportValues(each, context);
  }
  for (const group of byNamespace.values()) {
    const named = group.map(({ name, renamedFrom = [], span }) => ({ name, others: renamedFrom, span }));
    reportTaken(named, (name, of) => problem("former-name", "model", { name, of }), context);
  }
}

function reportFields({ name: model, fields }: Model, context: Context): void {
  const named = fields.map((field) => ({ name: field.name, others: otherKeys(field), span: field.span }));
  reportTaken(named, (name, of) => problem("former-name", "field", { name, of, model }), context);
}

/** JSON does not say which of two keys of a map counts. */
function reportMapKeys({ fields }: Model, { report }: Context): void {
  for (const { type, span } of fields) {
    const keys = mapKeysIn(type).find(({ values }) => values.some(({ renamedFrom }) => renamedFrom !== undefined));
    if (keys === undefined) continue;
    const related = [relatedPlace("definition", keys.span, { name: keys.name })];
    report(problem("former-name", "mapKeys", { name: keys.name }), span, { related });
  }
}

/** The enums whose values are keys of a map. */
function mapKeysIn(type: Type): readonly Enum[] {
  const inside = (slots: readonly Slot[]): readonly Enum[] => slots.flatMap((slot) => mapKeysIn(slot.type));
  if (type.kind === "map") return [...(type.keys === undefined ? [] : [type.keys]), ...inside([type.values])];
  if (type.kind === "tuple") return inside(type.items);
  return type.kind === "array" ? inside([type.items]) : [];
}

function reportValues({ values }: Enum, context: Context): void {
  const named = values.map(({ value, renamedFrom = [], span }) => {
    return { name: String(value), others: renamedFrom.map(String), span };
  });
  reportTaken(named, (name, of) => problem("former-name", "value", { name, of }), context);
}

interface Named {
  readonly name: string;
  readonly others: readonly string[];
  readonly span: Span;
}

function reportTaken(all: readonly Named[], taken: (name: string, of: string) => Problem, { report }: Context): void {
  if (all.every(({ others }) => others.length === 0)) return;
  const living = new Map(all.map((each) => [each.name, each]));
  const first = new Map<string, Named>();
  for (const each of all) {
    for (const name of each.others) {
      const [same, other] = [living.get(name), first.get(name)];
      if (same === each) report(problem("former-name", "own", { name }), each.span);
      else if (same !== undefined) {
        report(taken(name, each.name), each.span, { related: [relatedPlace("other", same.span)] });
      } else if (other === each) report(problem("former-name", "twice", { name, of: each.name }), each.span);
      else if (other !== undefined) {
        const words = { name, first: other.name, second: each.name };
        report(problem("former-name", "repeated", words), each.span, { related: [relatedPlace("other", other.span)] });
      } else first.set(name, each);
    }
  }
}
