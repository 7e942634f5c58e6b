/** How TypeScript writes the values in the facts. */
import type { FactWriter } from "../facts.js";
import { commentLines } from "./comments.js";
import { literal, quoted } from "./literals.js";

export const writer: FactWriter = {
  string: quoted,
  value: (value) => literal(value).flat,
  commentLines,
};
