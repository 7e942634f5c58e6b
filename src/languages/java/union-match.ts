/** The method `match` of a union, which calls the function for the member that a value is. */
import type { Block } from "../../code/blocks.js";
import { type Code, piece, type Piece } from "../../code/code.js";
import { twoParts } from "../../code/layouts.js";
import type { Union } from "../../spec/spec.js";
import { javadocBlock } from "./comments.js";
import { call, continuation } from "./dialect.js";
import type { JavaFile } from "./file.js";
import { fieldRule } from "./names.js";
import { javaType } from "./types.js";
import { referenced } from "./union-members.js";

/** The type parameter of `match`. */
export const resultType = "R";

/** A method has at most 255 parameters, and far fewer are readable. */
const matchedMembers = 100;

export type MatchView = {
  /** Whether the union has few enough members for one method. */
  readonly isPossible: boolean;
  readonly comment: Block;
  readonly declaration: Code;
  readonly cases: readonly { readonly member: Piece; readonly statement: Code }[];
  readonly otherwise: Code;
};

export function matchView(
  union: Union,
  records: ReadonlyMap<number, string>,
  classOf: (index: number) => Piece,
  unknown: string,
  file: JavaFile,
): MatchView {
  const functionOf = (taken: Piece, name: string): Piece =>
    piece`${file.library("Function")}<? super ${taken}, ? extends ${resultType}> ${name}`;
  const names = new Set(["union", "unknown", "member"]);
  const cases = union.members.map(({ type }, index) => {
    const record = records.get(index);
    const name = distinct(fieldRule.derive(record ?? file.world.names.className(referenced(type))), names);
    const member = classOf(index);
    const value = record === undefined ? "member" : "member.value()";
    const taken = record === undefined ? member : javaType(type, file).value.plain;
    return { name, member, statement: returned(`${name}.apply(${value})`), parameter: functionOf(taken, name) };
  });
  const parameters = [
    piece`${file.self} union`,
    ...cases.map(({ parameter }) => parameter),
    functionOf(unknown, "unknown"),
  ];
  return {
    isPossible: cases.length <= matchedMembers,
    comment: matchComment(cases.map(({ name }) => name)),
    declaration: call(`static <${resultType}> ${resultType} match(`, parameters, ") {"),
    cases: cases.map(({ member, statement }) => ({ member, statement })),
    otherwise: returned(`unknown.apply((${unknown}) union)`),
  };
}

function matchComment(functions: readonly string[]): Block {
  const tags = [
    `@param <${resultType}> the type of the result`,
    "@param union the value",
    ...functions.map((name) => `@param ${name} takes the value if it is this member`),
    "@param unknown takes the value if it is none of the known members",
    "@return what the function returns",
  ];
  return javadocBlock({ notes: ["Calls the function of the member that a value is."], tags });
}

function returned(expression: Piece): Code {
  return twoParts("return", piece`${expression};`, continuation);
}

function distinct(name: string, taken: Set<string>): string {
  let found = name;
  while (taken.has(found)) found += "_";
  taken.add(found);
  return found;
}
