/** The functions of a model or union that read JSON, as the templates see them. */
import { builders } from "prettier/doc";
import { atom, call, type Expression } from "./expressions.js";
import { type Code, type Doc, lay } from "./layout.js";

const { group, ifBreak, indent, softline } = builders;

export type ReadersView = {
  readonly fromJSON: FunctionView;
  readonly parse: FunctionView;
  readonly standardSchema: FunctionView;
};

export type FunctionView = {
  /** All before the body: `static parse(text: string): Cat {` */
  readonly signature: string;
  /** The one statement of the body. */
  readonly body: string;
};

/**
 * @param type of what is read
 * @param reader the value of the runtime that reads it
 * @param modifier what stands before the functions' names: `static `
 */
export function readersView(type: string, reader: Expression, modifier: string): ReadersView {
  return {
    fromJSON: {
      signature: lay({ indent: 2 }, signature(`${modifier}fromJSON`, "json: unknown", type)),
      body: returning(call("t.fromJSON", reader, atom("json"))),
    },
    parse: {
      signature: lay({ indent: 2 }, signature(`${modifier}parse`, "text: string", type)),
      body: returning(call("t.parse", reader, atom("text"))),
    },
    standardSchema: {
      signature: `${modifier}get "~standard"(): t.StandardSchema<${type}> {`,
      body: returning(call("t.standardSchema", reader)),
    },
  };
}

/** `return …;` in a function of a class or object. */
export function returning(value: Code): string {
  return lay({ indent: 4, before: "return ", after: ";" }, value);
}

function signature(name: string, parameter: string, result: string): Code {
  const doc = (): Doc => [
    group([`${name}(`, indent([softline, parameter]), ifBreak(","), softline, `): ${result}`]),
    " {",
  ];
  return { flat: `${name}(${parameter}): ${result} {`, breaks: false, doc };
}
