/** A problem in the words of the catalogue, without its place. */
import { catalogue, type DiagnosticCode } from "./catalogue.js";
import type { CatalogueEntry, DetailedMessage, Message } from "./codes/entry.js";
import type { Diagnostic } from "./diagnostic.js";
import { type Parameters, type ParametersIn, worded } from "./wording.js";

/** A diagnostic without its place. */
export type Problem = Pick<Diagnostic, "code" | "severity" | "message" | "hint">;

/**
 * A message of the catalogue, with its parameters filled in.
 *
 * @param key the name of one of the code's messages
 * @param parameters the values of the parameters of its text and its hint
 */
export function problem<C extends DiagnosticCode, K extends MessageKey<C>>(
  code: C,
  key: K,
  ...[parameters]: ArgumentsOf<C, K>
): Problem {
  const entry: CatalogueEntry = catalogue[code];
  const message = detailed(entry.messages[key]!);
  const hint = message.hint ?? entry.hint;
  return {
    code,
    severity: message.severity ?? entry.severity,
    message: worded(message.text, parameters),
    ...(hint !== undefined && { hint: worded(hint, parameters) }),
  };
}

export function detailed(message: Message): DetailedMessage {
  return typeof message === "string" ? { text: message } : message;
}

export type MessageKey<C extends DiagnosticCode> = keyof (typeof catalogue)[C]["messages"] & string;

type TextsOf<T> = T extends string ? T : T extends DetailedMessage ? T[keyof T & ("text" | "hint")] : never;

type NamesIn<C extends DiagnosticCode, K extends MessageKey<C>> =
  TextsOf<(typeof catalogue)[C]["messages"][K]> extends infer Text extends string ? ParametersIn<Text> : never;

type ArgumentsOf<C extends DiagnosticCode, K extends MessageKey<C>> = [NamesIn<C, K>] extends [never]
  ? []
  : [parameters: Readonly<Record<NamesIn<C, K>, Parameters[string]>>];
