/** What the catalogue says about one code. */

/**
 * The message of a diagnostic: one sentence without a full stop that says what was found and what was expected. `{key}` stands
 * for a parameter, `{a key}` for a noun with its article.
 */
export type Message = string | DetailedMessage;

export interface DetailedMessage {
  readonly text: string;
  /** An instruction, with the parameters of the text. */
  readonly hint?: string;
  /** Where it differs from the severity of the code. */
  readonly severity?: Severity;
}

export type Severity = "error" | "warning";

export interface CatalogueEntry {
  /** What must hold, in one sentence. */
  readonly rule: string;
  readonly severity: Severity;
  /** By names that the places use that report them. */
  readonly messages: Readonly<Record<string, Message>>;
  /** An instruction that goes with every message that has none of its own. */
  readonly hint?: string;
  /** For the docs, where no spec shows it: what is printed. */
  readonly example?: string;
}

export type Catalogue = Readonly<Record<string, CatalogueEntry>>;
