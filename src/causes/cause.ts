/** What a change of generated files comes from. */

export const causeKinds = ["spec", "config", "template", "tool", "edit"] as const;

/** `tool` is another version of modelwright or of a language from outside; `edit` a change by hand. */
export type CauseKind = (typeof causeKinds)[number];

export interface Cause {
  readonly kind: CauseKind;
  /** What happened, without a full stop: `the config of the target changed`. */
  readonly text: string;
}

/** The cause of a change that `diff` reports. */
export function causeOfKind(kind: string): CauseKind {
  const [subject] = kind.split(".");
  if (subject === "config" || subject === "target") return "config";
  if (subject === "template" || subject === "tool") return subject;
  return subject === "output" ? "edit" : "spec";
}
