/** The parser of regular expressions. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The parser, loaded on first use: loading it takes several milliseconds. */
export function regexpp(): typeof import("@eslint-community/regexpp") {
  return require("@eslint-community/regexpp") as typeof import("@eslint-community/regexpp");
}
