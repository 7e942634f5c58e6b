/** The layout of Java code. */
import type { Dialect } from "../../code/lay-out.js";
import { list, twoParts } from "../../code/layouts.js";
import type { Code, Piece } from "../../code/code.js";

export const lineWidth = 120;

export const dialect: Dialect = { lineWidth, tabWidth: 4, importLine: (imported) => `import ${imported};` };

/** The indentation of continuation lines. */
export const continuation = 8;

/** `this.name =` and `value;` */
export function assignment(variable: string, value: Piece): Code {
  return twoParts(`${variable} =`, value, continuation);
}

/** `name(` and its parameters. */
export function call(open: Piece, parameters: readonly Piece[], close = ")"): Code {
  return list(open, parameters, close, { indentation: continuation });
}
