/** Types in generated code, laid out as prettier lays them out (its `print/union-type.js`, `type-parameters.js`, …). */
import { builders } from "prettier/doc";
import {
  canBreak,
  Code,
  compose,
  type Doc,
  docOf,
  flatOf,
  importsOf,
  type Piece,
  type Stack,
} from "../../code/code.js";

const { align, group, ifBreak, indent, indentIfBreak, join, line, softline } = builders;

export class TypeExpression extends Code {
  readonly #types: readonly TypeExpression[] | undefined;

  /**
   * @param pieces the parts of the type
   * @param types the members of a union
   */
  constructor(
    readonly kind: "keyword" | "reference" | "generic" | "mapped" | "array" | "tuple" | "union",
    pieces: readonly Piece[],
    flat: string,
    doc?: () => Doc,
    types?: readonly TypeExpression[],
  ) {
    super(flat, importsOf(pieces), false, doc);
    this.#types = types;
  }

  /** The members of a union; any other type is its only member. */
  get alternatives(): readonly TypeExpression[] {
    return this.#types ?? [this];
  }
}

/** `string`, `null`, `"a literal"` */
export function keyword(flat: string): TypeExpression {
  return new TypeExpression("keyword", [], flat);
}

/** The name of a type. */
export function reference(name: Piece): TypeExpression {
  return new TypeExpression("reference", [name], flatOf(name));
}

/** The kinds of a single type argument that share the lines of its brackets. */
const simple: ReadonlySet<TypeExpression["kind"]> = new Set(["keyword", "reference", "mapped"]);

/** `name<argument, …>` */
export function generic(name: Piece, ...args: readonly [TypeExpression, ...TypeExpression[]]): TypeExpression {
  const [first, ...others] = args;
  const isInline = others.length === 0 && (simple.has(first.kind) || isHugged(first));
  const doc = (): Doc =>
    isInline
      ? [docOf(name), "<", docOf(first), ">"]
      : [docOf(name), group(["<", indent([softline, join([",", line], args.map(bareDoc))]), softline, ">"])];
  return new TypeExpression("generic", [name, ...args], `${flatOf(name)}<${args.map(flatOf).join(", ")}>`, doc);
}

/** `{ readonly [K in keys]?: value }` */
export function mapped(keys: Piece, value: TypeExpression): TypeExpression {
  const key = `K in ${flatOf(keys)}`;
  const brackets = group(["[", indent([softline, key]), softline, "]"]);
  const member = (): Doc => ["readonly ", brackets, "?: ", docOf(value), ifBreak(";")];
  const doc = (): Doc => group(["{", indent([line, member()]), line, "}"]);
  return new TypeExpression("mapped", [keys, value], `{ readonly [${key}]?: ${value.flat} }`, doc);
}

/** `readonly items[]` */
export function list(items: TypeExpression): TypeExpression {
  const needsParentheses = ["union", "array", "tuple"].includes(items.kind);
  const flat = needsParentheses ? `readonly (${items.flat})[]` : `readonly ${items.flat}[]`;
  const doc = (): Doc => {
    if (!needsParentheses) return ["readonly ", docOf(items), "[]"];
    const isIndented = items.kind === "union" && !isHugged(items);
    return ["readonly (", isIndented ? group([indent([softline, bareDoc(items)]), softline]) : docOf(items), ")[]"];
  };
  return new TypeExpression("array", [items], flat, canBreak(items) ? doc : undefined);
}

/** `readonly [a, b]` */
export function tuple(items: readonly TypeExpression[]): TypeExpression {
  const doc = (): Doc => {
    const separated = join([",", line], items.map(docOf));
    return ["readonly ", group(["[", indent([softline, separated, ifBreak(",")]), softline, "]"])];
  };
  return new TypeExpression("tuple", items, `readonly [${items.map(flatOf).join(", ")}]`, doc);
}

/** `a | b`, without duplicates. */
export function union(types: readonly TypeExpression[]): TypeExpression {
  const all: TypeExpression[] = [];
  for (const type of types) {
    for (const each of type.alternatives) {
      if (each.flat === "unknown") return each;
      if (all.every(({ flat }) => flat !== each.flat)) all.push(each);
    }
  }
  const [only] = all;
  if (all.length === 1 && only !== undefined) return only;
  const doc = (): Doc => (isHugged(self) ? bareDoc(self) : group(indent([softline, bareDoc(self)])));
  const self = new TypeExpression("union", all, all.map(flatOf).join(" | "), doc, all);
  return self;
}

/** `left = type` */
export function alias(left: string, type: TypeExpression): Code {
  const flat = `${left} = ${type.flat}`;
  if (type.kind === "union" && !isHugged(type)) {
    const doc = (): Doc => group([left, " =", group(indent([line, bareDoc(type)]))]);
    const stack = (items: readonly string[]): Stack => ({ open: `${left} =`, items, separator: "" });
    return compose([type], flat, doc, () => [
      stack([type.flat]),
      stack(type.alternatives.map((each) => `| ${each.flat}`)),
    ]);
  }
  return compose([type], flat, () => {
    const groupId = Symbol("assignment");
    return group([left, " =", group(indent(line), { id: groupId }), indentIfBreak(docOf(type), { groupId })]);
  });
}

/** A union that the surrounding code indents. */
function bareDoc(type: TypeExpression): Doc {
  if (type.kind !== "union") return docOf(type);
  const docs = type.alternatives.map(docOf);
  if (isHugged(type)) return join(" | ", docs);
  return group(docs.map((doc, index) => [index === 0 ? ifBreak("| ") : [line, "| "], align(2, doc)]));
}

/** Whether a type is a union of one named type and null, which is never broken. */
function isHugged({ kind, alternatives }: TypeExpression): boolean {
  if (kind !== "union") return false;
  const named = alternatives.filter((each) => each.kind === "reference" || each.kind === "generic");
  return named.length === 1 && alternatives.every((each) => each === named[0] || each.flat === "null");
}
