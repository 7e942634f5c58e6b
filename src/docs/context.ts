import type { Target } from "../config/config.js";
import type { Naming } from "../names/rules.js";
import type { Enum, Field } from "../spec/spec.js";

/** What a page is made with. */
export interface DocsContext {
  readonly target: Target;
  readonly names: Naming;
  /** What the class calls all fields that the spec does not list. */
  readonly othersName: string;
  /** The Type cell of a field (format §5). */
  typeCell(field: Field): string;
  /** What an enum's last row says of values that are not listed; undefined where there is no such row. */
  unlistedValue?(definition: Enum): string | undefined;
}
