/** What a config knows of a language: how its targets are called and which options they have. */
import type { Target } from "./config.js";

/** What a config needs to know of a language. */
export interface TargetLanguage {
  /** The word used in a config, in `names:` and as the folder under `templates/`: `ruby`. */
  readonly id: string;
  /** The name that people read: `Ruby`. */
  readonly title: string;
  /** Where models go unless the target says otherwise: `shared`. */
  readonly defaultNamespace: string;
  /** The order of fields unless the target says otherwise (format §4). */
  readonly defaultFieldOrder: Target["fieldOrder"];
  /** The folder of its classes that `code: { output }` replaces: `src/main/java`. Left out, their paths stay as they are. */
  readonly sourceRoot?: string;
  /** Target options of this language alone. */
  readonly options: Readonly<Record<string, LanguageOption>>;
}

/** A key that a target of this language may have. */
export interface LanguageOption {
  /** One sentence, shown by editors. */
  readonly description: string;
  /** Absent where the language decides, which the description then explains. */
  readonly default?: string | boolean;
  /** A regular expression that matches the whole of each allowed string. */
  readonly pattern?: string;
  /** The same in words, for people: `a Java package`. */
  readonly form?: string;
  /** The only strings allowed. */
  readonly values?: readonly string[];
}

/**
 * A target's text option of its language.
 *
 * @throws RangeError where the config did not fill in the default.
 */
export function textOption(target: Target, key: string): string {
  const value = target.options[key];
  if (typeof value !== "string") throw new RangeError(`the target "${target.name}" has no text option "${key}"`);
  return value;
}
