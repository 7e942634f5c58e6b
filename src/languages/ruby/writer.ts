/** How Ruby writes what facts hold. */
import type { FactWriter } from "../facts.js";
import { plainLines } from "./comments.js";
import { rubyScalar, rubyString } from "./literals.js";

export const writer: FactWriter = { string: rubyString, value: rubyScalar, commentLines: plainLines };
