/** How generated Ruby is laid out, and what printing a symbol loads. */
import type { Dialect } from "../../code/lay-out.js";
import type { ListStyle } from "../../code/layouts.js";

export const dialect: Dialect = {
  lineWidth: 120,
  tabWidth: 2,
  importLine: (library) => `require '${library}'`,
};

/** Arguments and parameters that do not fit on one line. */
export const onLines: ListStyle = { indentation: 2, isClosedOnOwnLine: true };
