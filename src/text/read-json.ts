/** Parses JSON into the same tree as YAML, many times faster than a YAML parser. */
import { relatedPlace } from "../diagnostics/asides.js";
import type { Checked, Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { maxDepth, tooDeep } from "./depth.js";
import { exactNumber } from "./numbers.js";
import type { MappingEntry, Node } from "./tree.js";

/** More values than any API description has; a larger document would only use up memory. */
const maxValues = 4_000_000;

/**
 * Parses one JSON document (RFC 8259). Diagnostics: not-json and too-deep, without a value; duplicate-key; the warning
 * inexact-number for a number that is rounded, because a double cannot represent it.
 */
export function parseJson(source: SourceFile): Checked<Node> {
  const reader = new JsonReader(source);
  try {
    return { value: reader.document(), diagnostics: reader.diagnostics };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { value: undefined, diagnostics: [...reader.diagnostics, error.diagnostic] };
  }
}

/** Thrown at the first syntax error of a document. */
class Unreadable extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

class JsonReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #text: string;
  readonly #file: string;
  #at = 0;
  #values = 0;

  constructor({ path, text }: SourceFile) {
    this.#file = path;
    this.#text = text;
  }

  document(): Node {
    this.#whitespace();
    const node = this.#value(0);
    this.#whitespace();
    if (this.#at < this.#text.length) this.#fail(problem("not-json", "afterEnd"));
    return node;
  }

  #value(depth: number): Node {
    if (depth > maxDepth) throw new Unreadable(tooDeep(this.#file, this.#at, this.#at + 1));
    if (++this.#values > maxValues) this.#fail(problem("not-json", "tooLarge", { limit: maxValues }));
    switch (this.#text.charCodeAt(this.#at)) {
      case openBrace:
        return this.#object(depth);
      case openBracket:
        return this.#array(depth);
      case quote:
        return this.#string();
      default:
        return this.#word() ?? this.#number();
    }
  }

  #object(depth: number): Node {
    const start = this.#at++;
    const entries: MappingEntry[] = [];
    this.#whitespace();
    while (this.#text.charCodeAt(this.#at) !== closeBrace) {
      if (entries.length > 0) this.#expect(comma, "a comma or a closing brace");
      if (this.#text.charCodeAt(this.#at) !== quote) this.#fail(expected("a key in double quotes"));
      const key = this.#string();
      this.#whitespace();
      this.#expect(colon, "a colon");
      entries.push({ key: key.value, keyStart: key.start, keyEnd: key.end, value: this.#value(depth + 1) });
      this.#whitespace();
    }
    this.#at++;
    return { kind: "mapping", entries: this.#distinct(entries), start, end: this.#at };
  }

  #array(depth: number): Node {
    const start = this.#at++;
    const items: Node[] = [];
    this.#whitespace();
    while (this.#text.charCodeAt(this.#at) !== closeBracket) {
      if (items.length > 0) this.#expect(comma, "a comma or a closing bracket");
      items.push(this.#value(depth + 1));
      this.#whitespace();
    }
    this.#at++;
    return { kind: "sequence", items, start, end: this.#at };
  }

  #string() {
    const start = this.#at;
    let end = this.#text.indexOf('"', start + 1);
    while (end !== -1 && isEscaped(this.#text, end, start)) end = this.#text.indexOf('"', end + 1);
    if (end === -1) this.#fail(problem("not-json", "openString"));
    const inner = this.#text.slice(start + 1, end);
    this.#at = end + 1;
    if (!special.test(inner))
      return { kind: "scalar", value: inner, start, end: end + 1, textStart: start + 1 } as const;
    const value = this.#unescaped(start, end + 1);
    return { kind: "scalar", value, start, end: end + 1, textStart: undefined } as const;
  }

  #unescaped(start: number, end: number): string {
    try {
      return JSON.parse(this.#text.slice(start, end)) as string;
    } catch {
      this.#at = start;
      return this.#fail(problem("not-json", "badString"));
    }
  }

  #word(): Node | undefined {
    const start = this.#at;
    for (const [word, value] of words) {
      if (!this.#text.startsWith(word, start)) continue;
      this.#at += word.length;
      return { kind: "scalar", value, start, end: this.#at, textStart: undefined };
    }
    return undefined;
  }

  #number(): Node {
    const start = this.#at;
    number.lastIndex = start;
    const source = number.exec(this.#text)?.[0];
    if (source === undefined) this.#fail(expected("a value"));
    this.#at += source.length;
    const value = Number(source);
    const exact = exactNumber(value, source);
    if (exact === undefined)
      this.diagnostics.push(this.#diagnostic(problem("inexact-number", "json"), start, this.#at));
    const written = String(exact ?? value) === source ? undefined : { source };
    return { kind: "scalar", value: exact ?? value, start, end: this.#at, textStart: undefined, ...written };
  }

  #whitespace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at++;
    }
  }

  /** Reads a separator and the whitespace after it. */
  #expect(code: number, title: string): void {
    if (this.#text.charCodeAt(this.#at) !== code) this.#fail(expected(title));
    this.#at++;
    this.#whitespace();
  }

  /** Keeps the first of several entries with the same key, and reports the others. */
  #distinct(entries: MappingEntry[]): readonly MappingEntry[] {
    if (entries.length < 2) return entries;
    const first = new Map<string, MappingEntry>();
    for (const entry of entries) {
      const other = first.get(entry.key);
      if (other === undefined) first.set(entry.key, entry);
      else this.#duplicate(entry, other);
    }
    return first.size === entries.length ? entries : [...first.values()];
  }

  #duplicate({ key, keyStart, keyEnd }: MappingEntry, first: MappingEntry): void {
    this.diagnostics.push({
      ...this.#diagnostic(problem("duplicate-key", "key", { key }), keyStart, keyEnd),
      related: [relatedPlace("first", { file: this.#file, start: first.keyStart, end: first.keyEnd })],
    });
  }

  #fail(reason: Problem): never {
    const start = Math.min(this.#at, this.#text.length);
    const end = Math.min(start + 1, this.#text.length);
    throw new Unreadable(this.#diagnostic(start < end ? reason : problem("not-json", "end"), start, end));
  }

  #diagnostic(problem: Problem, start: number, end: number): Diagnostic {
    return { ...problem, span: { file: this.#file, start, end } };
  }
}

function expected(what: string): Problem {
  return problem("not-json", "expected", { expected: what });
}

const [quote, comma, colon, openBracket, closeBracket, openBrace, closeBrace] = [
  0x22, 0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d,
];
const words = [
  ["true", true],
  ["false", false],
  ["null", null],
] as const;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const special = /[\\\u0000-\u001f]/;

/** Whether an odd number of backslashes precedes a quote. */
function isEscaped(text: string, at: number, start: number): boolean {
  let backslashes = 0;
  while (at - 1 - backslashes > start && text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++;
  return backslashes % 2 === 1;
}
