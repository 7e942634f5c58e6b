/** The module of a union. */
import type { Definition, Union } from "../../spec/spec.js";
import { docComment } from "./comments.js";
import { constantFrom, type RubyContext } from "./context.js";
import { fileView, librariesFor } from "./file.js";
import { call } from "./layout.js";
import { rubyString } from "./literals.js";
import { rbsMembers, typeSpeller } from "./signatures.js";
import { tagsOf } from "../../spec/union-tags.js";
import { declaredType, noted } from "./types.js";
import type { LinesView, UnionView } from "./view.js";

export function unionView(union: Union, context: RubyContext): UnionView {
  const typeOf = typeSpeller(union, context);
  const members = union.members.map(({ type }) => typeOf({ type, nullable: false }).yard);
  const values = `One of: ${[...new Set(members)].join(", ")}, Unknown.`;
  return {
    ...fileView(union, context),
    comment: docComment({ ...union, description: [union.description ?? "", values].join("\n\n") }, 2),
    libraries: librariesFor(union.members.map(({ type }) => type)),
    type: { ...typeOf({ type: { kind: "reference", to: union }, nullable: false }), rbs: rbsMembers(union, context) },
    declarations: declarations(union, context),
  };
}

function declarations(union: Union, context: RubyContext): readonly LinesView[] {
  const tags = tagsOf(union);
  const tagged = new Set<Definition>(tags?.models.map(([, model]) => model));
  const others = union.members.filter(({ type }) => type.kind !== "reference" || !tagged.has(type.to));
  return [
    ...(tags === undefined ? [] : [call("discriminator", [rubyString(tags.field), tagTypes[tags.kind]])]),
    ...(tags?.models ?? []).map(([tag, model]) =>
      call("member", [constantFrom(union, model, context), `tag: ${tags?.kind === "string" ? rubyString(tag) : tag}`]),
    ),
    ...others.flatMap(({ type }) => noted(type, call("member", [declaredType(type, union, context)]))),
  ];
}

/** The types of what tells members apart. */
const tagTypes = { string: "string", integer: "long", boolean: "boolean" } as const;
