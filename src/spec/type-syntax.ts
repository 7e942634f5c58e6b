/**
 * Types written as text: `string`, `Address?`, `map<shared.Address?>[]`.
 *
 *     type   = ( name | "map" "<" type ">" ) ( "[]" | "?" )*
 *
 * Blanks may stand between the parts. A name is any run of characters but `< > [ ] ?`.
 */
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
  readonly values: TypeExpression;
}

export interface NullableExpression extends Range {
  readonly kind: "nullable";
  readonly of: TypeExpression;
}

/** What a name must match for a type expression to be able to say it. */
export const typeName = "[^<>\\[\\]?\\s](?:[^<>\\[\\]?]*[^<>\\[\\]?\\s])?";

/** What every type expression matches: as much of the syntax as a regular expression can say. */
export const typePattern = `\\s*(?:map\\s*<\\s*)*${typeName}\\s*(?:(?:\\[\\s*\\]|[?>])\\s*)*`;

/** Reads a type, or reports where its text goes wrong. */
export function parseType(text: string, place: TextPlace, report: Report): TypeExpression | undefined {
  const type = isWord.test(text) ? named(text, 0) : new TypeParser(text).whole();
  if (!isProblem(type)) return placed(type, place);
  report("invalid-type", type.message, place(type.start, type.end), type.hint);
  return undefined;
}

/** As most types are: nothing but a name. */
const isWord = /^[\w.]+$/;

function named(name: string, start: number): NamedType {
  return { kind: "name", name, start, end: start + name.length };
}

interface Problem extends Range {
  readonly message: string;
  readonly hint?: string | undefined;
}

function isProblem(result: TypeExpression | Problem): result is Problem {
  return "message" in result;
}

const maxNesting = 20;
const syntaxHint = "types are written like string, Address, Address[], map<Address>, Address?";

/** Recursive descent over the tokens; all ranges are within the text. */
class TypeParser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
    this.#end = text.length;
  }

  whole(): TypeExpression | Problem {
    const type = this.#type(0);
    const rest = this.#tokens[this.#next];
    return isProblem(type) || rest === undefined
      ? type
      : problemAt(rest, `"${rest.text}" is not expected here`, syntaxHint);
  }

  #type(depth: number): TypeExpression | Problem {
    let type = this.#primary(depth);
    for (let level = depth; !isProblem(type); level++) {
      const suffix = this.#tokens[this.#next];
      if (suffix?.kind !== "[]" && suffix?.kind !== "?") return type;
      if (level > maxNesting) return problemAt(suffix, "This type is nested too deep");
      if (suffix.kind === "?" && type.kind === "nullable") return problemAt(suffix, 'One "?" is enough');
      this.#next++;
      const range = { start: type.start, end: suffix.end };
      type = suffix.kind === "?" ? { kind: "nullable", of: type, ...range } : { kind: "array", items: type, ...range };
    }
    return type;
  }

  #primary(depth: number): TypeExpression | Problem {
    const token = this.#tokens[this.#next];
    if (token?.kind !== "name") return this.#expected("a type");
    this.#next++;
    if (this.#tokens[this.#next]?.kind === "<") return this.#map(token, depth);
    return named(token.text, token.start);
  }

  #map(word: Token, depth: number): TypeExpression | Problem {
    if (word.text !== "map")
      return problemAt(word, `"${word.text}" takes no type in angle brackets`, angleHint(word.text));
    if (depth > maxNesting) return problemAt(word, "This type is nested too deep");
    this.#next++;
    const values = this.#type(depth + 1);
    if (isProblem(values)) return values;
    const closing = this.#tokens[this.#next];
    if (closing?.kind !== ">") return this.#expected('">"');
    this.#next++;
    return { kind: "map", values, start: word.start, end: closing.end };
  }

  #expected(what: string): Problem {
    const token = this.#tokens[this.#next];
    if (token !== undefined) return problemAt(token, `Here should stand ${what}, not "${token.text}"`, syntaxHint);
    const end = { start: Math.max(0, this.#end - 1), end: this.#end };
    return problemAt(end, this.#end === 0 ? "This type is empty" : `After this should come ${what}`, syntaxHint);
  }
}

function problemAt({ start, end }: Range, message: string, hint?: string): Problem {
  return { start, end, message, hint };
}

function angleHint(word: string): string {
  return /^(?:array|list|set)$/i.test(word) ? "an array is written like string[]" : "a map is written like map<string>";
}

/** The same expression with the ranges it has in the file. */
function placed(type: TypeExpression, place: TextPlace): TypeExpression {
  const { kind } = type;
  const { start, end } = place(type.start, type.end);
  switch (kind) {
    case "name":
      return { kind, name: type.name, start, end };
    case "array":
      return { kind, items: placed(type.items, place), start, end };
    case "map":
      return { kind, values: placed(type.values, place), start, end };
    case "nullable":
      return { kind, of: placed(type.of, place), start, end };
  }
}

interface Token extends Range {
  readonly kind: "name" | "<" | ">" | "[]" | "?" | "bracket";
  readonly text: string;
}

function tokenize(text: string): readonly Token[] {
  return Array.from(
    text.matchAll(/\[\s*\]|[<>?[\]]|[^<>?[\]\s]+(?:\s+[^<>?[\]\s]+)*/g),
    ({ 0: piece, index: start }) => {
      return { kind: kindOf(piece), text: piece, start, end: start + piece.length };
    },
  );
}

function kindOf(piece: string): Token["kind"] {
  if (piece === "<" || piece === ">" || piece === "?") return piece;
  if (piece === "[" || piece === "]") return "bracket";
  return piece.startsWith("[") ? "[]" : "name";
}
