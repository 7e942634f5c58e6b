/** Types in generated code, laid out as prettier lays them out (its `print/union-type.js`, `type-parameters.js`, …). */
import { builders } from "prettier/doc";
import type { Code, Doc } from "./layout.js";

const { align, group, ifBreak, indent, indentIfBreak, join, line, softline } = builders;

export interface TypeExpression extends Code {
  readonly kind: "keyword" | "reference" | "generic" | "array" | "union";
  /** The types of a union; of any other type, itself. */
  readonly alternatives: readonly TypeExpression[];
}

/** `string`, `null`, `"a literal"` */
export function keyword(flat: string): TypeExpression {
  return simple("keyword", flat);
}

/** The name of a type */
export function reference(flat: string): TypeExpression {
  return simple("reference", flat);
}

/** `name<argument>` */
export function generic(name: string, argument: TypeExpression): TypeExpression {
  const isInline = argument.kind === "keyword" || argument.kind === "reference" || isHugged(argument);
  return make("generic", `${name}<${argument.flat}>`, () =>
    isInline
      ? [name, "<", argument.doc(), ">"]
      : [name, group(["<", indent([softline, bareDoc(argument)]), softline, ">"])],
  );
}

/** `readonly items[]` */
export function list(items: TypeExpression): TypeExpression {
  const needsParentheses = items.kind === "union" || items.kind === "array";
  const flat = needsParentheses ? `readonly (${items.flat})[]` : `readonly ${items.flat}[]`;
  return make("array", flat, () => {
    if (!needsParentheses) return ["readonly ", items.doc(), "[]"];
    const inner =
      items.kind === "union" && !isHugged(items) ? group([indent([softline, bareDoc(items)]), softline]) : items.doc();
    return ["readonly (", inner, ")[]"];
  });
}

/** `a | b`, each type once */
export function union(types: readonly TypeExpression[]): TypeExpression {
  const byText = new Map(types.flatMap(({ alternatives }) => alternatives).map((each) => [each.flat, each]));
  const whole = byText.get("unknown");
  const alternatives = whole === undefined ? [...byText.values()] : [whole];
  const [first] = alternatives;
  if (alternatives.length === 1 && first !== undefined) return first;
  const self: TypeExpression = {
    kind: "union",
    flat: alternatives.map(({ flat }) => flat).join(" | "),
    breaks: false,
    alternatives,
    doc: () => (isHugged(self) ? bareDoc(self) : group(indent([softline, bareDoc(self)]))),
  };
  return self;
}

/** `left = type` */
export function alias(left: string, type: TypeExpression): Code {
  const flat = `${left} = ${type.flat}`;
  if (type.kind === "union" && !isHugged(type)) {
    return { flat, breaks: false, doc: () => group([left, " =", group(indent([line, bareDoc(type)]))]) };
  }
  const groupId = Symbol("assignment");
  const doc = (): Doc =>
    group([left, " =", group(indent(line), { id: groupId }), indentIfBreak(type.doc(), { groupId })]);
  return { flat, breaks: false, doc };
}

function simple(kind: "keyword" | "reference", flat: string): TypeExpression {
  return make(kind, flat, () => flat);
}

function make(kind: TypeExpression["kind"], flat: string, doc: () => Doc): TypeExpression {
  const self: TypeExpression = {
    kind,
    flat,
    breaks: false,
    get alternatives() {
      return [self];
    },
    doc,
  };
  return self;
}

/** A union as it stands where its surroundings indent it. */
function bareDoc(type: TypeExpression): Doc {
  if (type.kind !== "union") return type.doc();
  const docs = type.alternatives.map((each) => each.doc());
  if (isHugged(type)) return join(" | ", docs);
  return group(docs.map((doc, index) => [index === 0 ? ifBreak("| ") : [line, "| "], align(2, doc)]));
}

/** Whether a type is a union of one named type and null, which is never broken. */
function isHugged({ kind, alternatives }: TypeExpression): boolean {
  if (kind !== "union") return false;
  const named = alternatives.filter((each) => each.kind === "reference" || each.kind === "generic");
  return named.length === 1 && alternatives.every((each) => each === named[0] || each.flat === "null");
}
