/**
 * A fast parser for the part of YAML that most files use: block mappings and sequences, flow collections, scalars on
 * one line, simple block scalars. It is many times faster than the `yaml` package, and gives up on any other syntax and
 * on mistakes. Its trees are the same as with the `yaml` package (tested).
 */
import { maxDepth } from "./depth.js";
import { blank, FlowReader, hash, type Key } from "./flow-reader.js";
import { readBlockScalar } from "./read-block-scalar.js";
import type { MappingEntry, MappingNode, Node, SequenceNode } from "./tree.js";

/** The tree of a text; undefined if it has syntax that this parser does not support. */
export function readPlain(text: string): Node | undefined {
  return unusual.test(text) ? undefined : new BlockReader(text).document();
}

/** Tabs, carriage returns, controls, byte order marks; directives and document markers. */
const unusual = /[^\n\x20-\x7e\xa0-\ufefe\uff00-\uffff]|^(?:---|\.\.\.|%)/m;

interface Line {
  /** The column of its first character that is not a space. */
  readonly indent: number;
  /** The offset of that character. */
  readonly start: number;
  readonly end: number;
}

class BlockReader {
  readonly #text: string;
  readonly #flow: FlowReader;
  /** The next line with content; undefined at the end. */
  #line: Line | undefined;
  #nextStart = 0;

  constructor(text: string) {
    this.#text = text;
    this.#flow = new FlowReader(text);
  }

  document(): Node | undefined {
    this.#advance();
    if (this.#line?.indent !== 0) return undefined;
    const root = this.#block(this.#line, 0);
    return this.#line === undefined ? root : undefined;
  }

  /** Skips to the next line that is neither blank nor a comment. */
  #advance(): void {
    while (this.#nextStart < this.#text.length) {
      const lineStart = this.#nextStart;
      let start = lineStart;
      while (this.#text.charCodeAt(start) === blank) start++;
      const newline = this.#text.indexOf("\n", start);
      const end = newline === -1 ? this.#text.length : newline;
      this.#nextStart = end + 1;
      if (start === end || this.#text.charCodeAt(start) === hash) continue;
      this.#line = { indent: start - lineStart, start, end };
      return;
    }
    this.#line = undefined;
  }

  /** Reads the collection that starts at a line, or at the rest of a line. */
  #block(line: Line, depth: number): Node | undefined {
    if (depth > maxDepth) return undefined;
    this.#line = line;
    return this.#isItem(line) ? this.#sequence(line, depth) : this.#mapping(line, depth);
  }

  #mapping({ indent, start }: Line, depth: number): MappingNode | undefined {
    const entries: MappingEntry[] = [];
    const keys = new Set<string>();
    while (this.#line !== undefined && this.#line.indent >= indent) {
      const line = this.#line;
      if (line.indent > indent || this.#isItem(line)) return undefined;
      const key = this.#flow.key(line.start, line.end);
      if (key === undefined || keys.has(key.key)) return undefined;
      keys.add(key.key);
      const value = this.#valueOf(key, line, depth + 1);
      if (value === undefined) return undefined;
      entries.push({ key: key.key, keyStart: key.keyStart, keyEnd: key.keyEnd, value });
    }
    return { kind: "mapping", entries, start, end: entries.at(-1)!.value.end };
  }

  #valueOf({ keyEnd }: Key, line: Line, depth: number): Node | undefined {
    const start = this.#flow.skipSpaces(keyEnd + 1);
    if (!this.#flow.isLineEnd(start, line.end)) return this.#inline(start, line, line.indent, depth);
    this.#advance();
    const next = this.#line;
    if (next !== undefined && next.indent > line.indent) return this.#below(next, line.indent, depth);
    if (next !== undefined && next.indent === line.indent && this.#isItem(next)) return this.#sequence(next, depth);
    return { kind: "scalar", value: null, start: keyEnd, end: keyEnd, textStart: undefined };
  }

  /** Reads a value that starts on a line below its key. */
  #below(line: Line, indent: number, depth: number): Node | undefined {
    const isBlock = this.#isItem(line) || this.#flow.key(line.start, line.end) !== undefined;
    return isBlock ? this.#block(line, depth) : this.#inline(line.start, line, indent, depth);
  }

  #sequence({ indent, start }: Line, depth: number): SequenceNode | undefined {
    const items: Node[] = [];
    while (this.#line !== undefined && this.#line.indent === indent && this.#isItem(this.#line)) {
      const item = this.#item(this.#line, depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    if (this.#line !== undefined && this.#line.indent > indent) return undefined;
    return { kind: "sequence", items, start, end: items.at(-1)!.end };
  }

  #item(line: Line, depth: number): Node | undefined {
    const start = this.#flow.skipSpaces(line.start + 1);
    if (this.#flow.isLineEnd(start, line.end)) {
      this.#advance();
      const next = this.#line;
      return next !== undefined && next.indent > line.indent ? this.#below(next, line.indent, depth) : undefined;
    }
    const inner = { indent: line.indent + start - line.start, start, end: line.end };
    const isBlock = this.#isItem(inner) || this.#flow.key(start, line.end) !== undefined;
    return isBlock ? this.#block(inner, depth) : this.#inline(start, line, line.indent, depth);
  }

  /**
   * Reads a value that is not a block collection; gives up if lines with more indentation follow, as they would belong
   * to it.
   */
  #inline(start: number, line: Line, indent: number, depth: number): Node | undefined {
    const value = this.#blockScalar(start, line, indent) ?? this.#flow.value(start, line.end, indent, depth);
    if (value === undefined || !this.#flow.isLineEnd(this.#flow.at, this.#flow.lineEnd)) return undefined;
    this.#nextStart = this.#flow.lineEnd + 1;
    this.#advance();
    return this.#line !== undefined && this.#line.indent > indent ? undefined : value;
  }

  #blockScalar(start: number, line: Line, indent: number): Node | undefined {
    const header = this.#text.charAt(start);
    if (header !== "|" && header !== ">") return undefined;
    const scalar = readBlockScalar(this.#text, start, line.end, indent);
    if (scalar === undefined) return undefined;
    this.#flow.at = this.#flow.lineEnd = scalar.end;
    return scalar;
  }

  #isItem({ start, end }: Line): boolean {
    return this.#flow.isItem(start, end);
  }
}
