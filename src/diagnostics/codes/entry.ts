/** The entry of a code in the catalogue. */

/**
 * The message of a diagnostic: one sentence without a full stop that says what was found and what was expected. `{key}`
 * is replaced by a parameter, `{a key}` by a noun with its article.
 */
export type Message = string | DetailedMessage;

export interface DetailedMessage {
  readonly text: string;
  /** An instruction, with the parameters of the text. */
  readonly hint?: string;
  /** The severity, if it differs from that of the code. */
  readonly severity?: Severity;
}

export type Severity = "error" | "warning";

export interface CatalogueEntry {
  /** The rule, in one sentence. */
  readonly rule: string;
  readonly severity: Severity;
  /** The messages by the names that the code uses. */
  readonly messages: Readonly<Record<string, Message>>;
  /** The hint of all messages without their own. */
  readonly hint?: string;
  /** The printed example for the docs, if no spec can show it. */
  readonly example?: string;
}

export type Catalogue = Readonly<Record<string, CatalogueEntry>>;
