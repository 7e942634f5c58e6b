/** What a config needs to know about a language: the names of its targets' options and their values. */
import type { Target } from "./config.js";

/** The part of a language that a config needs. */
export interface TargetLanguage {
  /** The id used in a config, in `names:` and as the folder under `templates/`: `ruby`. */
  readonly id: string;
  /** The display name: `Ruby`. */
  readonly title: string;
  /** The namespace of models unless the target sets one: `shared`. */
  readonly defaultNamespace: string;
  /** The order of fields unless the target sets one (format §4). */
  readonly defaultFieldOrder: Target["fieldOrder"];
  /** The folder of its classes that `code: { output }` replaces: `src/main/java`. If omitted, their paths do not change. */
  readonly sourceRoot?: string;
  /** The options that targets of this language have. */
  readonly options: Readonly<Record<string, LanguageOption>>;
}

/** An option of this language's targets. */
export interface LanguageOption {
  /** One sentence, shown by editors. */
  readonly description: string;
  /** Absent if the language computes the default, which the description then explains. */
  readonly default?: string | boolean;
  /** A regular expression that matches the whole of each allowed string. */
  readonly pattern?: string;
  /** The same in words, for messages: `a Java package`. */
  readonly form?: string;
  /** The only strings allowed. */
  readonly values?: readonly string[];
}

/**
 * The value of a language's string option for a target.
 *
 * @throws RangeError if the config did not fill in the default
 */
export function textOption(target: Target, key: string): string {
  const value = target.options[key];
  if (typeof value !== "string") throw new RangeError(`the target "${target.name}" has no text option "${key}"`);
  return value;
}
