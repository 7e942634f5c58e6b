/** The view of the template `enum`. */
import type { Block } from "../../code/blocks.js";
import type { Code } from "../../code/code.js";
import type { Enum } from "../../spec/spec.js";
import { enumFacts, type ValueFacts } from "../facts.js";
import { comment } from "./comments.js";
import { runtime } from "./dialect.js";
import { atom, type Expression, property } from "./expressions.js";
import { literal } from "./literals.js";
import type { TypeScriptNames } from "./names.js";
import { alias, generic, keyword, reference, union } from "./type-expressions.js";
import { enumReader } from "./types.js";
import { writer } from "./writer.js";

export type EnumView = Omit<ReturnType<typeof enumFacts>, "values"> & {
  readonly name: string;
  readonly comment: Block;
  readonly values: readonly ValueView[];
  /** `export type Status = …` */
  readonly typeDeclaration: Code;
};

export type ValueView = ValueFacts & {
  readonly comment: Block;
  /** `Available: "available"` */
  readonly entry: Code;
};

export function enumView(definition: Enum, names: TypeScriptNames): EnumView {
  const name = names.className(definition);
  const type = enumReader(definition);
  const listed = reference(`(typeof ${name})[keyof typeof ${name}]`);
  const unlisted = generic(runtime("Unrecognized"), keyword(unlistedTypes[type]));
  const members = names.members(definition);
  const toLiteral = type === "long" ? bigintLiteral : literal;
  const facts = enumFacts(definition, members, { ...writer, value: (value) => toLiteral(value).flat });
  const values = members.map(({ name, value }, index) => {
    const valueFacts = facts.values[index]!;
    const entry = property(name, toLiteral(value.value));
    return Object.assign(valueFacts, { comment: comment(valueFacts), entry });
  });
  return Object.assign(facts, {
    name,
    comment: comment(facts, definition),
    values,
    typeDeclaration: alias(`export type ${name}`, definition.open ? union([listed, unlisted]) : listed),
  });
}

const unlistedTypes = { string: "string", integer: "number", long: "bigint" } as const;

/** The numbers of an enum are bigints if any of them must be. */
function bigintLiteral(value: string | number | bigint | boolean): Expression {
  return atom(`${value}n`);
}
