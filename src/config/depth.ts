/** How deep the JSON is that classes read and write. */
import type { Target } from "./config.js";

/** The limit in the source code that generated classes share. */
export const standardDepth = 100;

/**
 * Replaces the limit in that source code with the target's.
 *
 * @param name the constant, as it is declared: `DEEPEST`
 */
export function depthPlaceholder({ maxDepth }: Target, name: string): Readonly<Record<string, string>> {
  return maxDepth === standardDepth ? {} : { [`${name} = ${standardDepth}`]: `${name} = ${maxDepth}` };
}
