/** The languages there are: one line each. */
import { java } from "./java/language.js";
import type { Language } from "./language.js";
import { ruby } from "./ruby/language.js";
import { typescript } from "./typescript/language.js";

export const languages: readonly Language[] = [typescript, ruby, java];

/** @throws RangeError for an id that no language has; a checked config has none. */
export function languageOf(id: string): Language {
  const language = languages.find((each) => each.id === id);
  if (language === undefined) throw new RangeError(`there is no language "${id}"`);
  return language;
}
