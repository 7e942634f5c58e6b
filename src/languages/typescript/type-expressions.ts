/** Types in generated code, laid out as prettier lays them out (its `print/union-type.js`, `type-parameters.js`, …). */
import { builders } from "prettier/doc";
import { blanks, type Code, type Doc, fits, type Frame } from "./layout.js";

const { align, group, ifBreak, indent, indentIfBreak, join, line, softline } = builders;

export interface TypeExpression extends Code {
  readonly kind: "keyword" | "reference" | "generic" | "array" | "union";
  /** The types of a union; of any other type, itself. */
  readonly alternatives: readonly TypeExpression[];
}

/** `string`, `null`, `"a literal"` */
export function keyword(flat: string): TypeExpression {
  return new Piece("keyword", flat, flatDoc);
}

/** The name of a type */
export function reference(flat: string): TypeExpression {
  return new Piece("reference", flat, flatDoc);
}

/** `name<argument>` */
export function generic(name: string, argument: TypeExpression): TypeExpression {
  const isInline = argument.kind === "keyword" || argument.kind === "reference" || isHugged(argument);
  return new Piece("generic", `${name}<${argument.flat}>`, () =>
    isInline
      ? [name, "<", argument.doc(), ">"]
      : [name, group(["<", indent([softline, bareDoc(argument)]), softline, ">"])],
  );
}

/** `readonly items[]` */
export function list(items: TypeExpression): TypeExpression {
  const needsParentheses = items.kind === "union" || items.kind === "array";
  const flat = needsParentheses ? `readonly (${items.flat})[]` : `readonly ${items.flat}[]`;
  return new Piece("array", flat, () => {
    if (!needsParentheses) return ["readonly ", items.doc(), "[]"];
    const inner =
      items.kind === "union" && !isHugged(items) ? group([indent([softline, bareDoc(items)]), softline]) : items.doc();
    return ["readonly (", inner, ")[]"];
  });
}

/** `a | b`, each type once */
export function union(types: readonly TypeExpression[]): TypeExpression {
  const alternatives = new Map<string, TypeExpression>();
  for (const type of types) {
    for (const each of type.alternatives) {
      if (each.flat === "unknown") return each;
      alternatives.set(each.flat, each);
    }
  }
  const [only] = alternatives.values();
  if (alternatives.size === 1 && only !== undefined) return only;
  return new Piece("union", [...alternatives.keys()].join(" | "), unionDoc, [...alternatives.values()]);
}

/** `left = type` */
export function alias(left: string, type: TypeExpression): Code {
  const flat = `${left} = ${type.flat}`;
  if (type.kind === "union" && !isHugged(type)) {
    const doc = (): Doc => group([left, " =", group(indent([line, bareDoc(type)]))]);
    return { flat, breaks: false, doc, broken: (frame) => brokenAlias(frame, left, type) };
  }
  const groupId = Symbol("assignment");
  const doc = (): Doc =>
    group([left, " =", group(indent(line), { id: groupId }), indentIfBreak(type.doc(), { groupId })]);
  return { flat, breaks: false, doc };
}

/** A union on a line of its own, or each of its types. */
function brokenAlias(
  { indent, after = "" }: Frame,
  left: string,
  { flat, alternatives }: TypeExpression,
): string | undefined {
  const line = flat + after;
  const start = `${left} =\n${blanks(indent + 2)}`;
  if (fits(indent + 2, line)) return start + line;
  const lines = alternatives.map((each) => `| ${each.flat}`);
  const fit = lines.every((each) => fits(indent + 2, each + after));
  return fit ? start + lines.join(`\n${blanks(indent + 2)}`) + after : undefined;
}

/** One object for each type that is written: there are many, and most are never laid out as docs. */
class Piece implements TypeExpression {
  readonly kind: TypeExpression["kind"];
  readonly flat: string;
  readonly breaks = false;
  readonly #toDoc: (self: TypeExpression) => Doc;
  readonly #alternatives: readonly TypeExpression[] | undefined;

  constructor(
    kind: TypeExpression["kind"],
    flat: string,
    toDoc: (self: TypeExpression) => Doc,
    alternatives?: readonly TypeExpression[],
  ) {
    this.kind = kind;
    this.flat = flat;
    this.#toDoc = toDoc;
    this.#alternatives = alternatives;
  }

  get alternatives(): readonly TypeExpression[] {
    return this.#alternatives ?? [this];
  }

  doc(): Doc {
    return this.#toDoc(this);
  }
}

function flatDoc({ flat }: TypeExpression): Doc {
  return flat;
}

function unionDoc(self: TypeExpression): Doc {
  return isHugged(self) ? bareDoc(self) : group(indent([softline, bareDoc(self)]));
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
