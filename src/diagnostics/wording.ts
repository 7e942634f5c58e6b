/** Fills in the templates of the catalogue. */

/** The names of a template's parameters. */
export type ParametersIn<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? NameIn<Name> | ParametersIn<Rest>
  : never;

/** `key` of `key` and of `a key`; braces around anything else are text. */
type NameIn<T extends string> = T extends `${string}{${infer Inner}`
  ? NameIn<Inner>
  : T extends `a ${infer Noun}`
    ? NameIn<Noun>
    : T extends "" | `${string} ${string}`
      ? never
      : T;

export type Parameters = Readonly<Record<string, string | number | bigint>>;

/** A template with its parameters filled in: `{key}` by the value, `{a key}` by the value with its article. */
export function worded(template: string, parameters: Parameters = {}): string {
  return template.replace(/\{(a )?(\w+)\}/g, (all, article: string | undefined, name: string) => {
    const value = parameters[name];
    if (value === undefined) return all;
    return article === undefined ? String(value) : withArticle(String(value));
  });
}

/**
 * A noun with its indefinite article, by its first sound: `an enum value`, `a URL`, `an XML name`; without an article
 * if it is plural or uncountable: `field changes`, `external documentation`.
 */
export function withArticle(noun: string): string {
  if (takesNoArticle.test(noun)) return noun;
  const [word = ""] = /[A-Za-z]+|\d+/.exec(noun) ?? [];
  const isVowel = isAbbreviation.test(word) ? /^[AEFHILMNORSX]/.test(word) : startsWithVowelSound.test(word);
  return `${isVowel ? "an" : "a"} ${noun}`;
}

const takesNoArticle = /(?:changes|documentation)$/;

/** Abbreviations that are read letter by letter: `URL`, `XML`. */
const isAbbreviation = /^[A-Z]{2,}$/;

/** Vowels, except those that sound like "you" or "one"; a silent h; numbers that begin with eight or eleven. */
const startsWithVowelSound =
  /^(?:(?!uni(?!n)|us[aeiu]|uti|ur[il]|eu|ewe|one|once)[aeiou]|hour|honest|honou?r|heir|8|1[18](?!\d))/i;
