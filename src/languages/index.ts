/** The languages there are: one line each. */
import { java } from "./java/language.js";
import type { Language, ShippedLanguage } from "./language.js";
import { ruby } from "./ruby/language.js";
import { typescript } from "./typescript/language.js";

export const languages: readonly ShippedLanguage[] = [typescript, ruby, java];

/** @throws RangeError for an id that no shipped language has; a checked config has none. */
export function languageOf(id: string): ShippedLanguage {
  return languageAmong(languages, id);
}

/** @throws RangeError for an id that none of them has */
export function languageAmong<L extends Language>(all: readonly L[], id: string): L {
  const language = all.find((each) => each.id === id);
  if (language === undefined) throw new RangeError(`there is no language "${id}"`);
  return language;
}
