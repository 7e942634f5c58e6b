/** What all class files of definitions have in common. */
import { Imports } from "../../code/blocks.js";
import type { Definition } from "../../spec/spec.js";
import { docComment, inComment } from "./comments.js";
import type { RubyContext } from "./context.js";
import { copsOfClass, disabledCops } from "./cops.js";
import type { FileView } from "./view.js";

/** What the file of a definition says beyond what the definition does. */
interface Additions {
  /** YARD tags that end the comment above the class. */
  readonly tags?: readonly string[];
  /** Cops that names in the class offend. */
  readonly cops?: readonly string[];
}

export function fileView(definition: Definition, context: RubyContext, { tags, cops = [] }: Additions = {}): FileView {
  const { names, support } = context;
  return {
    source: inComment(definition.span.file),
    cops: disabledCops([...cops, ...copsOfClass([...names.modules(definition), names.className(definition)])]),
    imports: new Imports(),
    module: names.modules(definition).join("::"),
    name: names.className(definition),
    constant: names.constant(definition),
    support: `::${support}`,
    comment: docComment({ ...definition, description: describedAs(definition) }, tags),
  };
}

/** The description; where there is none, what it is and its name in the spec, since Ruby's tools ask for a comment. */
function describedAs({ kind, name, description }: Definition): string {
  return description === undefined || description.trim() === "" ? `The ${kind} ${name}.` : description;
}
