/** The parts that all class files of definitions have in common. */
import { Imports } from "../../code/blocks.js";
import type { Definition } from "../../spec/spec.js";
import { docComment, inComment } from "./comments.js";
import type { RubyContext } from "./context.js";
import { copsOfClass, disabledCops } from "./cops.js";
import type { FileView } from "./view.js";

/** What the file of a definition contains beyond the definition's own facts. */
interface Additions {
  /** YARD tags at the end of the class comment. */
  readonly tags?: readonly string[];
  /** Cops that report names in the class. */
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
    comment: docComment({ ...definition, description: describedAs(definition, names.className(definition)) }, tags),
  };
}

/** The description; without one, the kind of the definition and its class, since Ruby's tools require a comment. */
function describedAs({ kind, description }: Definition, name: string): string {
  return description === undefined || description.trim() === "" ? `The ${kind} ${name}.` : description;
}
