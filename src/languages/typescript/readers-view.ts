/** The functions of a model or union that read JSON, as the templates see them. */
import { builders } from "prettier/doc";
import { type Code, code, compose, type Doc, docOf } from "../../code/code.js";
import { runtime } from "./dialect.js";
import { atom, call, type Expression } from "./expressions.js";

const { group, ifBreak, indent, line, softline } = builders;

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

/** The functions of a union, which read it. */
export function unionReaders(name: string): ReadersView {
  const signature = (method: string, parameter: string): Code =>
    compose([], `${method}(${parameter}): ${name}`, (): Doc =>
      group([`${method}(`, indent([softline, parameter]), ifBreak(","), softline, `): ${name}`]),
    );
  return readers(call(runtime("union"), atom(name)), signature);
}

/** The static functions of a model. Called on a subclass, they read that. */
export function modelReaders(name: string): ReadersView {
  const self = code`this: ${runtime("ModelClass")}<M>`;
  const signature = (method: string, parameter: string): Code =>
    compose([self], `${method}<M extends ${name}>(${self.flat}, ${parameter}): M`, (): Doc => {
      const typeParameter = group(["<", indent([softline, `M extends ${name}`]), ifBreak(","), softline, ">"]);
      const parameters = indent([softline, docOf(self), ",", line, parameter]);
      return group([method, typeParameter, "(", parameters, ifBreak(","), softline, "): M"]);
    });
  return readers(call(runtime("modelOf"), atom("this"), atom(name)), signature);
}

/** @param reader the value of the runtime that reads the type */
function readers(reader: Expression, signature: (method: string, parameter: string) => Code): ReadersView {
  return {
    fromJSON: {
      signature: signature("fromJSON", "json: unknown"),
      result: call(runtime("fromJSON"), reader, atom("json")),
    },
    parse: {
      signature: signature("parse", "text: string"),
      result: call(runtime("parse"), reader, atom("text")),
    },
    standardSchema: call(runtime("standardSchema"), reader),
  };
}
