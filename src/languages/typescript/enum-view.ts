/** What the template `enum` sees. */
import type { Enum } from "../../spec/spec.js";
import { comment, type CommentView } from "./comments.js";
import { atom, type Expression, property } from "./expressions.js";
import { lay } from "./layout.js";
import { literal } from "./literals.js";
import type { TypeScriptNames } from "./names.js";
import { alias, generic, keyword, reference, union } from "./type-expressions.js";
import { enumReader } from "./types.js";

export type EnumView = {
  readonly name: string;
  readonly comment: CommentView;
  readonly members: readonly MemberView[];
  /** Whether values are kept that are not listed. */
  readonly isOpen: boolean;
  /** `export type Status = …;` */
  readonly type: string;
};

export type MemberView = {
  readonly comment: CommentView;
  /** `Available: "available",` */
  readonly code: string;
};

export function enumView(definition: Enum, names: TypeScriptNames): EnumView {
  const name = names.className(definition);
  const reader = enumReader(definition);
  const listed = reference(`(typeof ${name})[keyof typeof ${name}]`);
  const unlisted = generic(
    "t.Unrecognized",
    keyword(reader === "string" ? "string" : reader === "long" ? "bigint" : "number"),
  );
  const type = definition.open ? union([listed, unlisted]) : listed;
  return {
    name,
    comment: comment(0, definition),
    members: names.members(definition).map(({ name, value }) => ({
      comment: comment(2, value),
      code: lay({ indent: 2, after: "," }, property(name, memberValue(value.value, reader === "long"))),
    })),
    isOpen: definition.open,
    type: lay({ indent: 0, after: ";" }, alias(`export type ${name}`, type)),
  };
}

/** Numbers of an enum are bigints as soon as one of them must be. */
function memberValue(value: string | number | bigint, isLong: boolean): Expression {
  return isLong ? atom(`${value}n`) : literal(value);
}
