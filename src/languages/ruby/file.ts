/** What all class files of definitions have in common. */
import { Imports } from "../../code/blocks.js";
import type { Definition } from "../../spec/spec.js";
import { docComment, inComment } from "./comments.js";
import type { RubyContext } from "./context.js";
import type { FileView } from "./view.js";

/** @param tags YARD tags that end the comment above the class */
export function fileView(definition: Definition, context: RubyContext, tags: readonly string[] = []): FileView {
  const { names, support } = context;
  return {
    source: inComment(definition.span.file),
    imports: new Imports(),
    module: names.modules(definition).join("::"),
    name: names.className(definition),
    constant: names.constant(definition),
    support: `::${support}`,
    comment: docComment(definition, tags),
  };
}
