/** What one measurement shows. */
import { type Severity, worst } from "./kinds.js";

export interface Finding {
  readonly severity: Severity;
  /** In the words of the compiler or of the classes. */
  readonly failure?: string;
}

export const fine: Finding = { severity: "none" };

/** The worst of several, with its failure. */
export function worstOf(findings: readonly Finding[]): Finding {
  const severity = worst(...findings.map((each) => each.severity));
  return findings.find((each) => each.severity === severity) ?? { severity: "none" };
}
