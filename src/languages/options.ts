import type { Target } from "../config/config.js";

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
