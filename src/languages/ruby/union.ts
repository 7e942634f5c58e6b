/** The module of a union. */
import { flatOf, type Piece } from "../../code/code.js";
import type { Definition, Union } from "../../spec/spec.js";
import { inReadingOrder } from "../../spec/reading-order.js";
import { tagsOf } from "../../spec/union-tags.js";
import { unionFacts } from "../facts.js";
import { docComment } from "./comments.js";
import { constantFrom, type RubyContext } from "./context.js";
import { copsOfLiterals } from "./cops.js";
import { fileView } from "./file.js";
import { rubyString } from "./literals.js";
import { scalars } from "./scalars.js";
import { rbsMembers, typeSpeller } from "./signatures.js";
import { aliases, declaration, noted, typeDeclarer } from "./types.js";
import type { UnionView } from "./view.js";
import { writer } from "./writer.js";

export function unionView(union: Union, context: RubyContext): UnionView {
  const typeOf = typeSpeller(union, context);
  const declared = declarations(union, context);
  const types = union.members.map(({ type }) => typeOf({ type, nullable: false }));
  const facts = unionFacts(union, () => "", writer);
  const values = `One of: ${[...new Set(types.map(({ type }) => flatOf(type)))].join(", ")}, Unknown.`;
  return {
    ...fileView(union, context, { cops: copsOfLiterals(declared) }),
    ...typeOf({ type: { kind: "reference", to: union }, nullable: false }),
    rbsType: rbsMembers(union, context),
    ...facts,
    comment: docComment({ ...union, description: [union.description ?? "", values].join("\n\n") }),
    memberTypes: facts.memberTypes.map((each, index) => ({ ...each, ...types[index]! })),
    declarations: declared,
  };
}

function declarations(union: Union, context: RubyContext): readonly Piece[] {
  const declaredType = typeDeclarer(union, context);
  const tags = tagsOf(union);
  const tagged = new Set<Definition>(tags?.members.map(([, member]) => member));
  const others = inReadingOrder(union).filter(({ type }) => type.kind !== "reference" || !tagged.has(type.to));
  return [
    ...(tags === undefined
      ? []
      : [declaration("discriminator", [rubyString(tags.field), tagTypes[tags.kind], ...aliases(tags.otherFields)])]),
    ...[...(tags?.members ?? []), ...(tags?.former ?? [])].map(([tag, member]) => {
      const literal = tags?.kind === "string" ? rubyString(tag) : tag;
      return declaration("member", [constantFrom(union, member, context), `tag: ${literal}`]);
    }),
    ...others.flatMap(({ type }) => noted(type, declaration("member", [declaredType(type)]))),
  ];
}

/** The types of the tags. */
const tagTypes = { string: scalars.string.word, integer: scalars.long.word, boolean: scalars.boolean.word };
