/** The functions of a model or union that read JSON, as the templates see them. */
import { builders } from "prettier/doc";
import { type Code, compose, type Doc } from "../../code/code.js";
import { runtime } from "./dialect.js";
import { atom, call, type Expression } from "./expressions.js";

const { group, ifBreak, indent, softline } = builders;

export type ReadersView = {
  readonly fromJSON: FunctionView;
  readonly parse: FunctionView;
  /** What the getter returns. */
  readonly standardSchema: Code;
};

export type FunctionView = {
  /** All before the body: `parse(text: string): Cat` */
  readonly signature: Code;
  /** What it returns. */
  readonly result: Code;
};

/**
 * @param type of what is read
 * @param reader the value of the runtime that reads it
 */
export function readersView(type: string, reader: Expression): ReadersView {
  return {
    fromJSON: {
      signature: signature("fromJSON", "json: unknown", type),
      result: call(runtime("fromJSON"), reader, atom("json")),
    },
    parse: {
      signature: signature("parse", "text: string", type),
      result: call(runtime("parse"), reader, atom("text")),
    },
    standardSchema: call(runtime("standardSchema"), reader),
  };
}

function signature(name: string, parameter: string, result: string): Code {
  return compose([], `${name}(${parameter}): ${result}`, (): Doc =>
    group([`${name}(`, indent([softline, parameter]), ifBreak(","), softline, `): ${result}`]),
  );
}
