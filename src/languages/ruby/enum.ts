/** The class of an enum. */
import type { Enum } from "../../spec/spec.js";
import { docComment } from "./comments.js";
import type { RubyContext } from "./context.js";
import { fileView } from "./file.js";
import { rubyScalar } from "./literals.js";
import { typeSpeller } from "./signatures.js";
import type { EnumView } from "./view.js";

export function enumView(definition: Enum, context: RubyContext): EnumView {
  const base = { kind: "scalar", scalar: definition.base, constraints: {} } as const;
  return {
    ...fileView(definition, context),
    isOpen: definition.open,
    value: typeSpeller(definition, context)({ type: base, nullable: false }),
    members: context.names.members(definition).map(({ name, value }) => ({
      name,
      value: rubyScalar(value.value),
      comment: docComment(value, 4),
    })),
  };
}
