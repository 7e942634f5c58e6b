/** Distinct names for enum members (format §9). */
import type { EnumValue } from "../spec/spec.js";
import type { NamedValue, NamingRules } from "./rules.js";

interface ProposedValue extends NamedValue {
  /** Whether the author chose the name, so that it must not change. */
  readonly chosen: boolean;
}

/**
 * The values with distinct names, without repeated values. Members with the same name get the case of their value as a
 * suffix (`NAME_LOWER`, `NAME_UPPER`, `NAME_MIXED`), and a counter if that is not enough; a chosen name does not
 * change.
 */
export function distinctMemberNames(proposed: readonly ProposedValue[], rules: NamingRules): readonly NamedValue[] {
  const values = withoutRepeatedValues(proposed);
  const uses = new Map<string, number>();
  for (const { name } of values) uses.set(name, (uses.get(name) ?? 0) + 1);
  const unique = (each: ProposedValue): boolean => each.chosen || uses.get(each.name) === 1;
  const taken = new Set(values.filter(unique).map(({ name }) => name));
  return values.map((each) => {
    if (unique(each)) return { name: each.name, value: each.value };
    const name = firstFree(rules.distinguish(each.name, casingWord(each.value)), taken, rules);
    taken.add(name);
    return { name, value: each.value };
  });
}

function firstFree(name: string, taken: ReadonlySet<string>, rules: NamingRules): string {
  let free = name;
  for (let counter = 2; taken.has(free); counter += 1) free = rules.distinguish(name, String(counter));
  return free;
}

function casingWord({ value }: EnumValue): string {
  const text = String(value);
  if (text === text.toLowerCase()) return "lower";
  return text === text.toUpperCase() ? "upper" : "mixed";
}

function withoutRepeatedValues(values: readonly ProposedValue[]): readonly ProposedValue[] {
  const first = new Map<EnumValue["value"], ProposedValue>();
  for (const each of values) if (!first.has(each.value.value)) first.set(each.value.value, each);
  return [...first.values()];
}
