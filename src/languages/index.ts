/** The shipped languages: one line each. */
import { java } from "./java/language.js";
import type { Language, ShippedLanguage } from "./language.js";
import { ruby } from "./ruby/language.js";
import { typescript } from "./typescript/language.js";

export const languages: readonly ShippedLanguage[] = [typescript, ruby, java];

/** @throws RangeError for an id that no shipped language has; a checked config has no such id */
export function languageOf(id: string): ShippedLanguage {
  return languageAmong(languages, id);
}

/** @throws RangeError for an id that none of the languages has */
export function languageAmong<L extends Language>(all: readonly L[], id: string): L {
  const language = all.find((each) => each.id === id);
  if (language === undefined) throw new RangeError(`there is no language "${id}"`);
  return language;
}
