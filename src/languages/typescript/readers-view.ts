/** The functions of a model or union that read JSON, as views. */
import { builders } from "prettier/doc";
import { type Code, code, compose, type Doc, docOf, type Stack } from "../../code/code.js";
import { runtime } from "./dialect.js";
import { atom, call, type Expression } from "./expressions.js";
import { functionNames } from "./names.js";

const { group, ifBreak, indent, line, softline } = builders;

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
  return readers(call(runtime("union"), atom(name)), (method, parameter) => signature(method, parameter, name));
}

/** The static functions of a model. If they are called on a subclass, they read that subclass. */
export function modelReaders(name: string): ReadersView {
  const self = code`this: ${runtime("ModelClass")}<M>`;
  const signatureOf = (method: string, parameter: string): Code => {
    const open = `${method}<M extends ${name}>(`;
    const doc = (): Doc => {
      const typeParameter = group(["<", indent([softline, `M extends ${name}`]), ifBreak(","), softline, ">"]);
      const parameters = indent([softline, docOf(self), ",", line, parameter]);
      return group([method, typeParameter, "(", parameters, ifBreak(","), softline, "): M"]);
    };
    const stacks = (): readonly Stack[] => [{ open, items: [self.flat, parameter], separator: ",", close: "): M" }];
    return compose([self], `${open}${self.flat}, ${parameter}): M`, doc, stacks);
  };
  return readers(call(runtime("modelOf"), atom("this"), atom(name)), signatureOf);
}

/**
 * @param reader the runtime value that reads the type
 * @param signatureOf the signature of a method with its parameter
 */
function readers(reader: Expression, signatureOf: (method: string, parameter: string) => Code): ReadersView {
  return {
    fromJSON: {
      signature: signatureOf("fromJSON", "json: unknown"),
      result: call(runtime("fromJSON"), reader, atom("json")),
    },
    parse: {
      signature: signatureOf("parse", "text: string"),
      result: call(runtime("parse"), reader, atom("text")),
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
  const [open, close] = [`${name}(`, `): ${result}`];
  const doc = (): Doc => group([open, indent([softline, parameter]), ifBreak(","), softline, close]);
  return compose([], `${open}${parameter}${close}`, doc, () => [{ open, items: [parameter], separator: ",", close }]);
}
