/** Distinct names for the values of an enum that would have the same name in a language. */
import type { ShippedLanguage } from "../languages/language.js";
import { memberText } from "../names/namer.js";
import { remembering } from "../names/remembering.js";
import { ownNames } from "./own-names.js";
import type { EnumValue } from "./schema.js";

/** A value with a name for all languages, and names in single languages. */
export interface DistinctValue extends EnumValue {
  readonly names: ReadonlyMap<string, string>;
}

/** What this module needs to know about a language's names. */
export type MemberNamer = Pick<ShippedLanguage, "id" | "memberName" | "distinctMember">;

/** What the name of a value's member is made of. */
export function textOf({ value, name }: EnumValue): string {
  return name ?? memberText(value.scalar as string | number | bigint);
}

/**
 * Of the values with the same name in a language, the first one keeps it. Any other gets the first name of its own that
 * is free. So a value that is added at the end never changes the name of another.
 */
export function distinctValues(
  languages: readonly MemberNamer[],
): (values: readonly EnumValue[]) => readonly DistinctValue[] {
  const derive = languages.map(({ memberName }) => remembering(memberName));
  return (values) => {
    const taken = derive.map(() => new Set<string>());
    const take = (text: string): boolean => {
      const names = derive.map((each) => each(text));
      if (names.some((name, index) => taken[index]!.has(name))) return false;
      names.forEach((name, index) => taken[index]!.add(name));
      return true;
    };
    return values.map((each) => {
      if (take(textOf(each))) return { ...each, names: none };
      const named = { value: String(each.value.scalar), text: textOf(each), isChosen: each.name !== undefined };
      for (const name of ownNames(named)) if (take(name)) return { ...each, name, names: none };
      throw new RangeError("there is always another name");
    });
  };
}

const none: ReadonlyMap<string, string> = new Map();
