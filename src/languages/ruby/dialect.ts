/** The layout of generated Ruby, and the `require` that printing a symbol adds. */
import type { Dialect } from "../../code/lay-out.js";
import type { ListStyle } from "../../code/layouts.js";

export const dialect: Dialect = {
  lineWidth: 120,
  tabWidth: 2,
  // The only library that generated code requires is a gem, which an application must declare.
  importLine: (library) => `require '${library}' # a gem of its own since Ruby 3.4: name it in the Gemfile`,
};

/** Arguments and parameters that do not fit on one line. */
export const onLines: ListStyle = { indentation: 2, isClosedOnOwnLine: true };
