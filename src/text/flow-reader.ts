/** Reads keys, plain and quoted scalars, and flow collections. */
import { maxDepth } from "./depth.js";
import { plainValue } from "./plain-value.js";
import type { MappingEntry, MappingNode, Node, ScalarNode, SequenceNode } from "./tree.js";

export interface Key {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
}

/** Reads from a given offset, and returns undefined for any syntax that it does not support. */
export class FlowReader {
  /** The offset after what was read last. */
  at = 0;
  /** The end of that line. */
  lineEnd = 0;
  readonly #text: string;
  /**
   * Continuation lines of a flow collection are indented more than this, except for the bracket that closes the
   * outermost.
   */
  #indent = 0;
  /** The number of open flow collections. */
  #level = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads a value in a block with this indentation; only a flow collection may continue on the next line. */
  value(start: number, lineEnd: number, indent: number, depth: number): Node | undefined {
    this.at = start;
    this.lineEnd = lineEnd;
    this.#indent = indent;
    this.#level = 0;
    return this.#value(false, depth);
  }

  /** Reads a key with its colon, followed by a space or the end of the line. */
  key(start: number, lineEnd: number): Key | undefined {
    const first = this.#text.charAt(start);
    if (first === '"' || first === "'") {
      const key = this.#quotedKey(start, lineEnd);
      return key !== undefined && this.#isColon(key.keyEnd, lineEnd) ? key : undefined;
    }
    if (!mayBegin.test(first) && !(first === "-" && !this.isItem(start, lineEnd))) return undefined;
    for (let at = start; at < lineEnd; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === hash && this.#text.charCodeAt(at - 1) === blank) return undefined;
      if (code === colon && this.#isColon(at, lineEnd)) return this.#plainKey(start, at);
    }
    return undefined;
  }

  /** Whether the line continues with an item of a sequence. */
  isItem(start: number, lineEnd: number): boolean {
    return (
      this.#text.charCodeAt(start) === dash && (start + 1 === lineEnd || this.#text.charCodeAt(start + 1) === blank)
    );
  }

  /** Whether only spaces and a comment follow on the line. */
  isLineEnd(at: number, lineEnd: number): boolean {
    const next = this.skipSpaces(at);
    return next >= lineEnd || (this.#text.charCodeAt(next) === hash && this.#text.charCodeAt(next - 1) === blank);
  }

  skipSpaces(at: number): number {
    while (this.#text.charCodeAt(at) === blank) at++;
    return at;
  }

  #value(inFlow: boolean, depth: number): Node | undefined {
    if (depth > maxDepth) return undefined;
    switch (this.#text.charAt(this.at)) {
      case "[":
        return this.#sequence(depth);
      case "{":
        return this.#mapping(depth);
      case '"':
      case "'":
        return this.#quoted(this.at, this.lineEnd);
      default:
        return this.#plain(inFlow);
    }
  }

  #sequence(depth: number): SequenceNode | undefined {
    const start = this.at++;
    this.#level++;
    const items: Node[] = [];
    while (!this.#closes("]")) {
      const item = this.#value(true, depth + 1);
      if (item === undefined || !this.#separates("]")) return undefined;
      items.push(item);
    }
    return { kind: "sequence", items, start, end: this.at };
  }

  #mapping(depth: number): MappingNode | undefined {
    const start = this.at++;
    this.#level++;
    const entries: MappingEntry[] = [];
    const keys = new Set<string>();
    while (!this.#closes("}")) {
      const key = this.#flowKey(this.at, this.lineEnd);
      if (key === undefined || keys.has(key.key)) return undefined;
      keys.add(key.key);
      this.at = key.keyEnd + 1;
      this.#skip();
      const value = this.#value(true, depth + 1);
      if (value === undefined || !this.#separates("}")) return undefined;
      entries.push({ key: key.key, keyStart: key.keyStart, keyEnd: key.keyEnd, value });
    }
    return { kind: "mapping", entries, start, end: this.at };
  }

  /** As in JSON, a value may directly follow the colon of a quoted key. */
  #flowKey(start: number, lineEnd: number): Key | undefined {
    const key = this.#quotedKey(start, lineEnd) ?? this.key(start, lineEnd);
    if (key === undefined || this.#text.charCodeAt(key.keyEnd) !== colon) return undefined;
    return flowIndicator.test(key.key) ? undefined : key;
  }

  #quotedKey(start: number, lineEnd: number): Key | undefined {
    const first = this.#text.charAt(start);
    if (first !== '"' && first !== "'") return undefined;
    const quoted = this.#quoted(start, lineEnd);
    if (quoted === undefined || quoted.end - start > longestKey) return undefined;
    return { key: String(quoted.value), keyStart: start, keyEnd: quoted.end };
  }

  /** Whether the flow collection ends here; consumes its bracket if so. */
  #closes(bracket: "]" | "}"): boolean {
    this.#skip();
    if (this.#text.charAt(this.at) !== bracket) return false;
    this.at++;
    this.#level--;
    return true;
  }

  /** Whether an item ends here: with a comma, which is consumed, or the end of the collection, which is not. */
  #separates(bracket: "]" | "}"): boolean {
    this.#skip();
    return this.#text.charAt(this.at) === bracket || this.#text.charAt(this.at++) === ",";
  }

  /** Skips spaces, and line ends inside a flow collection. */
  #skip(): void {
    this.at = this.skipSpaces(this.at);
    if (this.at !== this.lineEnd || this.at === this.#text.length) return;
    const start = this.skipSpaces(this.at + 1);
    const indent = start - this.at - 1;
    const closes = this.#text.charAt(start) === "]" || this.#text.charAt(start) === "}";
    if (indent < this.#indent || (indent === this.#indent && !(closes && this.#level === 1))) return;
    const newline = this.#text.indexOf("\n", start);
    this.at = start;
    this.lineEnd = newline === -1 ? this.#text.length : newline;
  }

  #plainKey(keyStart: number, keyEnd: number): Key | undefined {
    const key = this.#text.slice(keyStart, keyEnd);
    return key.endsWith(" ") || key === "<<" || key.length > longestKey ? undefined : { key, keyStart, keyEnd };
  }

  #quoted(start: number, lineEnd: number): ScalarNode | undefined {
    const end = this.#text.charAt(start) === "'" ? this.#singleQuoteEnd(start) : this.#doubleQuoteEnd(start);
    if (end === -1 || end >= lineEnd) return undefined;
    this.at = end + 1;
    const source = this.#text.slice(start, this.at);
    const value = unquoted(source);
    if (value === undefined) return undefined;
    const isLiteral = value.length === source.length - 2;
    return { kind: "scalar", value, start, end: this.at, textStart: isLiteral ? start + 1 : undefined };
  }

  #singleQuoteEnd(start: number): number {
    let end = this.#text.indexOf("'", start + 1);
    while (end !== -1 && this.#text.charAt(end + 1) === "'") end = this.#text.indexOf("'", end + 2);
    return end;
  }

  #doubleQuoteEnd(start: number): number {
    let end = this.#text.indexOf('"', start + 1);
    while (end !== -1 && this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1);
    return end;
  }

  #isEscaped(at: number): boolean {
    let start = at;
    while (this.#text.charCodeAt(start - 1) === backslash) start--;
    return (at - start) % 2 === 1;
  }

  #plain(inFlow: boolean): ScalarNode | undefined {
    const start = this.at;
    const end = this.#plainEnd(start, inFlow);
    if (end === undefined) return undefined;
    this.at = end;
    let last = end;
    while (this.#text.charCodeAt(last - 1) === blank) last--;
    const source = this.#text.slice(start, last);
    const first = source.charAt(0);
    if (!mayBegin.test(first) && !(first === "-" && /^-[^\s,[\]{}]/.test(source))) return undefined;
    const value = plainValue(source);
    if (value === undefined) return undefined;
    if (typeof value === "string") return { kind: "scalar", value, start, end: last, textStart: start };
    const written = String(value) === source ? undefined : { source };
    return { kind: "scalar", value, start, end: last, textStart: undefined, ...written };
  }

  #plainEnd(start: number, inFlow: boolean): number | undefined {
    for (let at = start; at < this.lineEnd; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === hash && this.#text.charCodeAt(at - 1) === blank) return at;
      if (inFlow && flowIndicator.test(this.#text.charAt(at))) return at;
      if (code !== colon) continue;
      if (this.#isColon(at, this.lineEnd) || (inFlow && flowIndicator.test(this.#text.charAt(at + 1))))
        return undefined;
    }
    return this.lineEnd;
  }

  #isColon(at: number, lineEnd: number): boolean {
    return this.#text.charCodeAt(at) === colon && (at + 1 === lineEnd || this.#text.charCodeAt(at + 1) === blank);
  }
}

export const blank = 0x20;
export const hash = 0x23;
const colon = 0x3a;
const dash = 0x2d;
const backslash = 0x5c;
/** The most characters of an implicit key. */
const longestKey = 1000;
/** The characters that a plain scalar may start with, apart from a dash followed by another character. */
const mayBegin = /[^\s\-?:,[\]{}#&*!|>'"%@`]/;
const flowIndicator = /[,[\]{}]/;

/** The string between quotes; undefined for escapes that JSON does not have. */
function unquoted(source: string): string | undefined {
  if (source.startsWith("'")) return source.slice(1, -1).replaceAll("''", "'");
  if (!source.includes("\\")) return source.slice(1, -1);
  return jsonString.test(source) ? (JSON.parse(source) as string) : undefined;
}

const jsonString = /^"(?:[^"\\\0-\x1f]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*"$/;
