/** The class of an enum. */
import type { Enum } from "../../spec/spec.js";
import { enumFacts } from "../facts.js";
import { docComment } from "./comments.js";
import type { RubyContext } from "./context.js";
import { copsOfLiterals } from "./cops.js";
import { fileView } from "./file.js";
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
    })),
  };
}
