/**
 * Types written as text: `string`, `Address?`, `map<shared.Address?>[]`.
 *
 *     type   = ( name | "map" "<" type ">" ) ( "[]" | "?" )*
 *
 * Blanks may stand between the parts. A name is any run of characters but `< > [ ] ?`.
 */
import type { Report, TextPlace } from "../shape/shape.js";
import type { Range } from "../yaml/tree.js";

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
  const parser = new TypeParser(text, place);
  const problem = parser.problem();
  if (problem === undefined) return parser.result;
  report("invalid-type", problem.message, place(problem.start, problem.end), problem.hint);
  return undefined;
}

interface Problem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly hint?: string;
}

const maxNesting = 100;

class TypeParser {
  result: TypeExpression | undefined;
  readonly #tokens: readonly Token[];
  readonly #place: TextPlace;
  readonly #length: number;
  #next = 0;

  constructor(text: string, place: TextPlace) {
    this.#tokens = tokenize(text);
    this.#place = place;
    this.#length = text.length;
  }

  problem(): Problem | undefined {
    const read = this.#type(0);
    if (!("kind" in read)) return read;
    const rest = this.#tokens[this.#next];
    if (rest !== undefined) return { ...rest, message: `"${rest.text}" is not expected here`, hint: syntaxHint };
    this.result = read;
    return undefined;
  }

  #type(depth: number): TypeExpression | Problem {
    if (depth > maxNesting) return this.#unexpected("a type that is nested less deep");
    const primary = this.#primary(depth);
    if (!("kind" in primary)) return primary;
    const first = this.#tokens[this.#next - 1]!;
    return this.#suffixes(primary, depth, first);
  }

  #primary(depth: number): (TypeExpression & { readonly from: number }) | Problem {
    const token = this.#tokens[this.#next];
    if (token === undefined || token.kind !== "name") return this.#unexpected("a type");
    this.#next++;
    const opening = this.#tokens[this.#next];
    if (opening?.kind !== "<") {
      return { kind: "name", name: token.text, ...this.#place(token.start, token.end), from: token.start };
    }
    if (token.text !== "map")
      return {
        ...token,
        message: `Only a map takes a type in angle brackets, not "${token.text}"`,
        ...listHint(token.text),
      };
    this.#next++;
    const values = this.#type(depth + 1);
    if (!("kind" in values)) return values;
    const closing = this.#tokens[this.#next];
    if (closing?.kind !== ">") return this.#unexpected('">"');
    this.#next++;
    return { kind: "map", values, ...this.#place(token.start, closing.end), from: token.start };
  }

  #suffixes(
    primary: TypeExpression & { readonly from: number },
    depth: number,
    _first: Token,
  ): TypeExpression | Problem {
    const { from, ...rest } = primary;
    let type: TypeExpression = rest as TypeExpression;
    for (let count = depth; ; count++) {
      const token = this.#tokens[this.#next];
      if (token?.kind !== "[]" && token?.kind !== "?") return type;
      if (count > maxNesting) return this.#unexpected("a type that is nested less deep");
      if (token.kind === "?" && type.kind === "nullable") return { ...token, message: 'One "?" is enough' };
      this.#next++;
      const range = this.#place(from, token.end);
      type = token.kind === "?" ? { kind: "nullable", of: type, ...range } : { kind: "array", items: type, ...range };
    }
  }

  #unexpected(wanted: string): Problem {
    const token = this.#tokens[this.#next];
    if (token !== undefined)
      return { ...token, message: `Here should stand ${wanted}, not "${token.text}"`, hint: syntaxHint };
    return {
      start: Math.max(0, this.#length - 1),
      end: this.#length,
      message: `After this should come ${wanted}`,
      hint: syntaxHint,
    };
  }
}

const syntaxHint = "types are written like string, Address, Address[], map<Address>, Address?";

function listHint(name: string): { hint?: string } {
  return /^(?:array|list|set)$/i.test(name) ? { hint: "an array is written like string[]" } : {};
}

interface Token {
  readonly kind: "name" | "<" | ">" | "[]" | "?" | "other";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/\s+|\[\s*\]|[<>?[\]]|[^<>?[\]\s]+(?:\s+[^<>?[\]\s]+)*/g)) {
    const [piece] = match;
    if (piece.trim() === "") continue;
    const kind =
      piece.startsWith("[") && piece.endsWith("]")
        ? "[]"
        : piece === "<" || piece === ">" || piece === "?"
          ? piece
          : null;
    const start = match.index;
    tokens.push({
      kind: kind ?? (/[[\]]/.test(piece) ? "other" : "name"),
      text: piece,
      start,
      end: start + piece.length,
    });
  }
  return tokens;
}
