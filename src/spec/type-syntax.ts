/**
 * The syntax of type expressions: `string`, `Address?`, `map<shared.Address?>[]`.
 *
 *     type   = ( name | "map" "<" [ name "," ] type ">" ) ( "[]" | "?" )*
 *
 * Spaces are allowed between the parts. A name consists of any characters but `< > [ ] ?`, and commas inside `< >`.
 */
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Report, TextPlace } from "../shape/shape.js";
import type { Range } from "../text/tree.js";

export type TypeExpression = NamedType | ArrayExpression | MapExpression | NullableExpression;

/** A built-in type or a model, with or without its namespace. */
export interface NamedType extends Range {
  readonly kind: "name";
  readonly name: string;
}

export interface ArrayExpression extends Range {
  readonly kind: "array";
  readonly items: TypeExpression;
}

export interface MapExpression extends Range {
  readonly kind: "map";
  /** The type of the keys, if it is declared. */
  readonly keys?: NamedType;
  readonly values: TypeExpression;
}

export interface NullableExpression extends Range {
  readonly kind: "nullable";
  readonly of: TypeExpression;
}

/** Matches the names that can appear in a type expression. */
export const typeName = "[^<>\\[\\]?\\s](?:[^<>\\[\\]?]*[^<>\\[\\]?\\s])?";

/** Matches every type expression, and some strings that are not: a regular expression cannot express nesting. */
export const typePattern = `\\s*(?:map\\s*<\\s*(?:${typeName}\\s*,\\s*)?)*${typeName}\\s*(?:(?:\\[\\s*\\]|[?>])\\s*)*`;

/** Parses a type expression, or reports where it is wrong. */
export function parseType(text: string, place: TextPlace, report: Report): TypeExpression | undefined {
  const type = isWord.test(text) ? named(text, 0) : new TypeParser(text).whole();
  if (!isMistake(type)) return placed(type, place);
  report(type.problem, place(type.start, type.end));
  return undefined;
}

/** A fast path for most types, which are a name only. */
const isWord = /^[\w.]+$/;

function named(name: string, start: number): NamedType {
  return { kind: "name", name, start, end: start + name.length };
}

interface Mistake extends Range {
  readonly problem: Problem;
}

function isMistake(result: TypeExpression | Mistake): result is Mistake {
  return "problem" in result;
}

const maxNesting = 20;

/** A recursive-descent parser; all ranges are within the expression. */
class TypeParser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
    this.#end = text.length;
  }

  whole(): TypeExpression | Mistake {
    const type = this.#type(0);
    const rest = this.#tokens[this.#next];
    return isMistake(type) || rest === undefined
      ? type
      : mistakeAt(rest, problem("invalid-type", "syntax", { expected: "the end of the type", token: rest.text }));
  }

  #type(depth: number): TypeExpression | Mistake {
    let type = this.#primary(depth);
    for (let level = depth; !isMistake(type); level++) {
      const suffix = this.#tokens[this.#next];
      if (suffix?.kind !== "[]" && suffix?.kind !== "?") return type;
      if (level > maxNesting) return mistakeAt(suffix, tooDeep());
      if (suffix.kind === "?" && type.kind === "nullable")
        return mistakeAt(suffix, problem("invalid-type", "doubleNullable"));
      this.#next++;
      const range = { start: type.start, end: suffix.end };
      type = suffix.kind === "?" ? { kind: "nullable", of: type, ...range } : { kind: "array", items: type, ...range };
    }
    return type;
  }

  #primary(depth: number): TypeExpression | Mistake {
    const token = this.#tokens[this.#next];
    if (token?.kind !== "name") return this.#expected("a type");
    this.#next++;
    if (this.#tokens[this.#next]?.kind === "<") return this.#map(token, depth);
    return named(token.text, token.start);
  }

  #map(word: Token, depth: number): TypeExpression | Mistake {
    if (word.text !== "map") {
      const message = isArrayWord.test(word.text) ? "arrayArgument" : "argument";
      return mistakeAt(word, problem("invalid-type", message, { name: word.text }));
    }
    if (depth > maxNesting) return mistakeAt(word, tooDeep());
    this.#next++;
    const first = this.#tokens[this.#next];
    const isKey = first?.kind === "name" && this.#tokens[this.#next + 1]?.kind === ",";
    if (isKey) this.#next += 2;
    const values = this.#type(depth + 1);
    if (isMistake(values)) return values;
    const closing = this.#tokens[this.#next];
    if (closing?.kind !== ">") return this.#expected('">"');
    this.#next++;
    const keys = isKey ? { keys: named(first.text, first.start) } : {};
    return { kind: "map", ...keys, values, start: word.start, end: closing.end };
  }

  #expected(expected: string): Mistake {
    const token = this.#tokens[this.#next];
    if (token !== undefined)
      return mistakeAt(token, problem("invalid-type", "syntax", { expected, token: token.text }));
    const end = { start: Math.max(0, this.#end - 1), end: this.#end };
    const isEmpty = this.#end === 0;
    return mistakeAt(end, isEmpty ? problem("invalid-type", "empty") : problem("invalid-type", "end", { expected }));
  }
}

function mistakeAt({ start, end }: Range, problem: Problem): Mistake {
  return { start, end, problem };
}

function tooDeep(): Problem {
  return problem("invalid-type", "depth", { limit: maxNesting });
}

/** Names of arrays in other languages. */
const isArrayWord = /^(?:array|list|set)$/i;

/** The same expression with its ranges in the file. */
function placed(type: TypeExpression, place: TextPlace): TypeExpression {
  const { kind } = type;
  const { start, end } = place(type.start, type.end);
  switch (kind) {
    case "name":
      return { kind, name: type.name, start, end };
    case "array":
      return { kind, items: placed(type.items, place), start, end };
    case "map": {
      const keys = type.keys === undefined ? {} : { keys: placed(type.keys, place) as NamedType };
      return { kind, ...keys, values: placed(type.values, place), start, end };
    }
    case "nullable":
      return { kind, of: placed(type.of, place), start, end };
  }
}

interface Token extends Range {
  readonly kind: "name" | "<" | ">" | "," | "[]" | "?" | "bracket";
  readonly text: string;
}

function tokenize(text: string): readonly Token[] {
  const inside = text.indexOf("<");
  return Array.from(text.matchAll(tokens), ({ 0: piece, index: start }) => ({ piece, start })).flatMap(
    ({ piece, start }) => (inside >= 0 && start > inside ? splitAtCommas(piece, start) : token(piece, start)),
  );
}

const tokens = /\[\s*\]|[<>?[\]]|[^<>?[\]\s]+(?:\s+[^<>?[\]\s]+)*/g;

function splitAtCommas(piece: string, start: number): readonly Token[] {
  return Array.from(piece.matchAll(/,|[^,\s]+(?:\s+[^,\s]+)*/g), (each) => token(each[0], start + each.index));
}

function token(piece: string, start: number): Token {
  return { kind: kindOf(piece), text: piece, start, end: start + piece.length };
}

function kindOf(piece: string): Token["kind"] {
  if (piece === "<" || piece === ">" || piece === "?" || piece === ",") return piece;
  if (piece === "[" || piece === "]") return "bracket";
  return piece.startsWith("[") ? "[]" : "name";
}
