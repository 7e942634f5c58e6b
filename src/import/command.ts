/** The options and the summary of `modelwright import openapi`. */
import type { Fidelity } from "./fidelity.js";
import { counted, grouped } from "../diagnostics/numbers.js";
import { familyNames, type FamilyName } from "./documented/families.js";
import type { ImportCounts } from "./import.js";

/** The values of `--names`; `documented:` may be given several times, for several families. */
export const namesChoices: readonly string[] = ["qualified", ...familyNames.map((name) => `documented:${name}`)];

/**
 * The families that the values of `--names` select, undefined for qualified names.
 *
 * @param values of `namesChoices`, in the order given; none means qualified
 * @throws RangeError if they contradict each other, with a message for the user
 */
export function familiesOf(values: readonly string[]): readonly FamilyName[] | undefined {
  const families = familyNames.filter((name) => values.includes(`documented:${name}`));
  if (families.length === 0) return undefined;
  if (values.includes("qualified")) throw new RangeError("--names qualified cannot be combined with documented names");
  return families.toSorted((a, b) => values.indexOf(`documented:${a}`) - values.indexOf(`documented:${b}`));
}

/** What was imported. */
export function importSummary({ documents, operations, components, replaced, unused }: ImportCounts): string {
  const remarks = [
    ...(replaced === 0 ? [] : [`${grouped(replaced)} replaced by a later document`]),
    ...(unused === 0 ? [] : [`${grouped(unused)} used by no operation`]),
  ];
  const inBrackets = remarks.length === 0 ? "" : ` (${remarks.join(", ")})`;
  return `${counted(components, "component")}${inBrackets} and ${counted(operations, "operation")} of ${counted(documents, "document")}`;
}

/** How faithful an import is, in one line each for schemas, fields and constraints. */
export function fidelityLines(fidelity: Fidelity): readonly string[] {
  return Object.entries(fidelity).map(
    ([what, { intact, loosened, dropped }]: readonly [string, Fidelity["fields"]]) =>
      `${what}: ${grouped(intact)} intact, ${grouped(loosened)} loosened, ${grouped(dropped)} dropped`,
  );
}
