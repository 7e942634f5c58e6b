/** The class of an enum. */
import { commaSeparated, piece, type Piece } from "../../code/code.js";
import type { Enum, EnumValue } from "../../spec/spec.js";
import { enumFacts } from "../facts.js";
import { docComment } from "./comments.js";
import type { RubyContext } from "./context.js";
import { copsOfLiterals } from "./cops.js";
import { fileView } from "./file.js";
import { rubyScalar } from "./literals.js";
import { typeSpeller } from "./signatures.js";
import type { EnumView } from "./view.js";
import { writer } from "./writer.js";

export function enumView(definition: Enum, context: RubyContext): EnumView {
  const base = { kind: "scalar", scalar: definition.base, constraints: {} } as const;
  const members = context.names.members(definition);
  const facts = enumFacts(definition, members, writer);
  return {
    ...fileView(definition, context, { cops: copsOfLiterals(facts.values.map(({ literal }) => literal)) }),
    ...facts,
    valueType: typeSpeller(definition, context)({ type: base, nullable: false }),
    values: facts.values.map((each, index) => ({
      ...each,
      hasComment: each.commentLines.length > 0 || each.isDeprecated,
      comment: docComment(members[index]!.value),
      former: formerValuesOf(members[index]!.value),
    })),
    formerValues: context.names.formerMembers(definition).map(({ name, now }) => ({ name, now: now.name })),
  };
}

/** The argument for values that it had before. */
function formerValuesOf({ renamedFrom = [] }: EnumValue): Piece {
  return renamedFrom.length === 0 ? "" : piece`, former: [${commaSeparated(renamedFrom.map(rubyScalar))}]`;
}
