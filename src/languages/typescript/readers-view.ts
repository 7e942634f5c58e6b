/** The functions of a model or union that read JSON, as views. */
import { builders } from "prettier/doc";
import { type Code, compose, type Doc, type Stack } from "../../code/code.js";
import { runtime } from "./dialect.js";
import { atom, call, type Expression } from "./expressions.js";
import { functionNames } from "./names.js";

const { group, ifBreak, indent, join, line, softline } = builders;

export type ReadersView = {
  readonly fromJSON: FunctionView;
  readonly parse: FunctionView;
  /** The expression that the getter returns. */
  readonly standardSchema: Code;
};

/** The functions for plain data. */
export type FunctionsView = {
  readonly read: FunctionView;
  readonly parse: FunctionView;
  readonly create: FunctionView;
  readonly write: FunctionView;
  readonly stringify: FunctionView;
  readonly validate: FunctionView;
  /** The expression that the getter returns. */
  readonly standardSchema: Code;
};

export type FunctionView = {
  /** The code before the body: `parse(text: string): Cat` */
  readonly signature: Code;
  /** The expression that it returns. */
  readonly result: Code;
};

/** The functions of a union, which read a value of it. */
export function unionReaders(name: string): ReadersView {
  return readers(call(runtime("union"), atom(name)), (method, parameter) =>
    signature(method, [parameter, options], name),
  );
}

/** The static functions of a model. If they are called on a subclass, they read that subclass. */
export function modelReaders(name: string): ReadersView {
  const reader = call(runtime("modelOf"), atom("this"), atom(name));
  const subclass = name === "M" ? "Self" : "M";
  return readers(reader, (method, parameter) =>
    signature(method, [`this: t.ModelClass<${subclass}>`, parameter, options], subclass, `${subclass} extends ${name}`),
  );
}

/** The last parameter of functions that read. */
const options = "options?: t.ReadOptions";

/**
 * @param reader the runtime value that reads the type
 * @param signatureOf the signature of a method with its parameter
 */
function readers(reader: Expression, signatureOf: (method: string, parameter: string) => Code): ReadersView {
  return {
    fromJSON: {
      signature: signatureOf("fromJSON", "json: unknown"),
      result: call(runtime("fromJSON"), reader, atom("json"), atom("options")),
    },
    parse: {
      signature: signatureOf("parse", "text: string"),
      result: call(runtime("parse"), reader, atom("text"), atom("options")),
    },
    standardSchema: call(runtime("standardSchema"), reader),
  };
}

/**
 * @param type the type of the data
 * @param reader the runtime value that reads and writes it
 * @param json the type of the written JSON
 */
export function functionsView(type: string, reader: Expression, json: string): FunctionsView {
  const names = functionNames(type);
  const view = (
    name: string,
    parameters: readonly string[],
    result: string,
    inRuntime: string,
    ...given: readonly string[]
  ): FunctionView => ({
    signature: signature(name, parameters, result),
    result: call(runtime(inRuntime), reader, ...given.map((each) => atom(each))),
  });
  const data = `data: ${type}`;
  return {
    read: view(names.read, ["json: unknown", options], type, "fromJSON", "json", "options"),
    parse: view(names.parse, ["text: string", options], type, "parse", "text", "options"),
    create: view(names.create, [`init: ${type}.Init`], type, "create", "init"),
    write: view(names.write, [data], json, "write", "data"),
    stringify: view(names.stringify, [data], "string", "stringify", "data"),
    validate: view(names.validate, [data], "readonly t.Issue[]", "validate", "data"),
    standardSchema: call(runtime("standardSchema"), reader),
  };
}

/** A function's code before its body, whose types the runtime or its own file has. */
export function signature(name: string, parameters: readonly string[], result: string, typeParameter = ""): Code {
  const types = typeParameter === "" ? "" : `<${typeParameter}>`;
  const [open, close] = [`${name}${types}(`, `): ${result}`];
  const doc = (): Doc => {
    const type = group(["<", indent([softline, typeParameter]), ifBreak(","), softline, ">"]);
    const items = indent([softline, join([",", line], [...parameters])]);
    return group([name, typeParameter === "" ? "" : type, "(", items, ifBreak(","), softline, close]);
  };
  const stacks = (): readonly Stack[] => [{ open, items: parameters, separator: ",", close }];
  return compose([], `${open}${parameters.join(", ")}${close}`, doc, stacks);
}
