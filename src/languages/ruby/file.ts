/** What all class files of definitions have in common. */
import { foldType } from "../../spec/fold.js";
import type { Definition, Type } from "../../spec/spec.js";
import { docComment, inComment } from "./comments.js";
import type { RubyContext } from "./context.js";
import type { FileView } from "./view.js";

/** @param tags YARD tags that end the comment above the class */
export function fileView(definition: Definition, context: RubyContext, tags: readonly string[] = []): FileView {
  const { names, support } = context;
  return {
    source: inComment(definition.span.file),
    module: names.modules(definition).join("::"),
    name: names.className(definition),
    constant: names.constant(definition),
    support: `::${support}`,
    comment: docComment(definition, 2, tags),
  };
}

/** What Ruby must load for values of these types. */
export function librariesFor(types: readonly Type[]): readonly string[] {
  return types.some(hasDecimal) ? ["bigdecimal"] : [];
}

function hasDecimal(type: Type): boolean {
  return foldType(type, {
    scalar: ({ scalar }) => scalar === "decimal",
    constant: () => false,
    array: (items) => items,
    map: (values) => values,
    reference: () => false,
  });
}
