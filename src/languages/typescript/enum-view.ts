/** The view of the template `enum`. */
import type { Block } from "../../code/blocks.js";
import type { Code } from "../../code/code.js";
import type { Enum, EnumValue } from "../../spec/spec.js";
import { enumFacts, type ValueFacts } from "../facts.js";
import { comment, replacedBy } from "./comments.js";
import { runtime } from "./dialect.js";
import { property } from "./expressions.js";
import { type FormerName, formerNames } from "./former-names.js";
import type { TypeScriptNames } from "./names.js";
import { alias, generic, keyword, reference, union } from "./type-expressions.js";
import { enumLiteral, enumReader } from "./types.js";
import { writer } from "./writer.js";

export type EnumView = Omit<ReturnType<typeof enumFacts>, "values"> & {
  readonly name: string;
  readonly comment: Block;
  readonly values: readonly ValueView[];
  /** Constants under names that values had before. */
  readonly formerValues: readonly { readonly comment: Block; readonly entry: Code }[];
  readonly formerNames: readonly FormerName[];
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
  const entry = (name: string, { value }: EnumValue): Code => property(name, enumLiteral(value, definition));
  const facts = enumFacts(definition, members, {
    ...writer,
    value: (value) => enumLiteral(value as EnumValue["value"], definition).flat,
  });
  const values = members.map(({ name, value }, index) => {
    const valueFacts = facts.values[index]!;
    return Object.assign(valueFacts, { comment: comment(valueFacts), entry: entry(name, value) });
  });
  return Object.assign(facts, {
    name,
    comment: comment(facts, definition),
    values,
    formerValues: names.formerMembers(definition).map(({ name, now }) => ({
      comment: replacedBy(now.name),
      entry: entry(name, now.value),
    })),
    formerNames: formerNames(definition, names),
    typeDeclaration: alias(`export type ${name}`, definition.open ? union([listed, unlisted]) : listed),
  });
}

const unlistedTypes = { string: "string", integer: "number", long: "bigint" } as const;
