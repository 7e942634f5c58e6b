/** How Ruby writes the values in the facts. */
import type { FactWriter } from "../facts.js";
import { plainLines } from "./comments.js";
import { rubyScalar, rubyString } from "./literals.js";

export const writer: FactWriter = { string: rubyString, value: rubyScalar, commentLines: plainLines };
