/** The names that the documented families give to enum members that would have the same one (format §9). */
import { type DistinctValue, type MemberNamer, textOf } from "../enum-names.js";
import { casingOf } from "../own-names.js";
import type { EnumValue } from "../schema.js";

/** Values with the same name get the casing of the value as a suffix, and a number if that is not enough. */
export function documentedValues(
  languages: readonly MemberNamer[],
): (values: readonly EnumValue[]) => readonly DistinctValue[] {
  return (values) => {
    const named = languages.map((language) => [language.id, suffixed(values, language)] as const);
    return values.map((each) => {
      const names = named.flatMap(([id, chosen]) => (chosen.has(each) ? [[id, chosen.get(each)!] as const] : []));
      return { ...each, names: new Map(names) };
    });
  };
}

/** The values whose name needs a suffix, with their new names. */
function suffixed(values: readonly EnumValue[], language: MemberNamer): ReadonlyMap<EnumValue, string> {
  const uses = new Map<string, EnumValue[]>();
  for (const each of values) {
    const name = language.memberName(textOf(each));
    uses.set(name, [...(uses.get(name) ?? []), each]);
  }
  const chosen = new Map<EnumValue, string>();
  if (uses.size === values.length) return chosen;
  const taken = new Set([...uses].flatMap(([name, all]) => (all.length === 1 ? [name] : [])));
  for (const each of values) {
    const name = language.memberName(textOf(each));
    if (uses.get(name)!.length === 1) continue;
    const free = firstFree(
      language.distinctMember(name, casingOf(String(each.value.scalar)) ?? "lower"),
      taken,
      language,
    );
    taken.add(free);
    chosen.set(each, free);
  }
  return chosen;
}

function firstFree(name: string, taken: ReadonlySet<string>, { distinctMember }: MemberNamer): string {
  let free = name;
  for (let counter = 2; taken.has(free); counter += 1) free = distinctMember(name, String(counter));
  return free;
}
