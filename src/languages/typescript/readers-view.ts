/** The functions of a model or union that read JSON, as the templates see them. */
import { builders } from "prettier/doc";
import { type Code, compose, type Doc } from "../../code/code.js";
import { runtime } from "./dialect.js";
import { atom, call, type Expression } from "./expressions.js";
import { functionNames } from "./names.js";

const { group, ifBreak, indent, softline } = builders;

export type ReadersView = {
  readonly fromJSON: FunctionView;
  readonly parse: FunctionView;
  /** What the getter returns. */
  readonly standardSchema: Code;
};

/** The functions of plain data. */
export type FunctionsView = {
  readonly read: FunctionView;
  readonly parse: FunctionView;
  readonly create: FunctionView;
  readonly write: FunctionView;
  readonly stringify: FunctionView;
  readonly validate: FunctionView;
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

/**
 * @param type of the data
 * @param reader the value of the runtime that reads and writes it
 * @param json the type of what is written
 */
export function functionsView(type: string, reader: Expression, json: string): FunctionsView {
  const names = functionNames(type);
  const view = (
    name: string,
    parameter: string,
    result: string,
    inRuntime: string,
    argument: string,
  ): FunctionView => ({
    signature: signature(name, parameter, result),
    result: call(runtime(inRuntime), reader, atom(argument)),
  });
  const data = `data: ${type}`;
  return {
    read: view(names.read, "json: unknown", type, "fromJSON", "json"),
    parse: view(names.parse, "text: string", type, "parse", "text"),
    create: view(names.create, `init: ${type}.Init`, type, "create", "init"),
    write: view(names.write, data, json, "write", "data"),
    stringify: view(names.stringify, data, "string", "stringify", "data"),
    validate: view(names.validate, data, "readonly t.Issue[]", "validate", "data"),
    standardSchema: call(runtime("standardSchema"), reader),
  };
}

function signature(name: string, parameter: string, result: string): Code {
  return compose([], `${name}(${parameter}): ${result}`, (): Doc =>
    group([`${name}(`, indent([softline, parameter]), ifBreak(","), softline, `): ${result}`]),
  );
}
