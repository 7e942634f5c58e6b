/** Converts errors of the YAML parser to diagnostics. */
import type { Document, YAMLError } from "yaml";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Range } from "./tree.js";

/** The first error of a file with one document: later errors are mostly consequences of it. */
export function syntaxErrors(
  document: Document,
  others: readonly Document[],
  source: SourceFile,
): readonly Diagnostic[] {
  const [first] = [...document.errors, ...document.warnings.filter(isMistake)].sort((a, b) => a.pos[0] - b.pos[0]);
  if (first !== undefined) return [syntaxError(first, source)];
  const second = others[0]?.contents?.range?.[0] ?? others[0]?.range?.[0];
  return second === undefined ? [] : [secondDocument(second, source)];
}

/** All warnings, except for brackets with less indentation than the standard allows: all parsers accept them. */
function isMistake({ code }: YAMLError): boolean {
  return code !== "BAD_INDENT";
}

function syntaxError(error: YAMLError, source: SourceFile): Diagnostic {
  const { start, end, ...found } = { start: error.pos[0], end: error.pos[1], ...problemOf(error, source) };
  return { ...found, span: { file: source.path, start, end: Math.max(start, end) } };
}

/** A problem, with its place where that is another one than the parser's. */
type Found = Problem & Partial<Range>;

function problemOf({ code, message, pos: [start, end] }: YAMLError, { text }: SourceFile): Found {
  switch (code) {
    case "UNEXPECTED_TOKEN": {
      const token = JSON.stringify(text.slice(start, Math.max(end, start + 1)));
      const type = /[^\s,{}[\]:"']+$/.exec(text.slice(Math.max(0, start - 60), start))?.[0];
      const isArrayType = text.startsWith("[]", start) && type !== undefined;
      return isArrayType ? problem("not-yaml", "brackets", { token, type }) : problem("not-yaml", "token", { token });
    }
    case "BLOCK_AS_IMPLICIT_KEY":
      return keysBelowValue(text, start) ?? problem("not-yaml", "secondColon");
    case "BLOCK_IN_FLOW":
      return { ...problem("not-yaml", "noComma"), start, end: lineEnd(text, start) };
    case "TAB_AS_INDENT":
      return problem("not-yaml", "tab");
    case "TAG_RESOLVE_FAILED":
      return problem("not-yaml", "tag", { tag: text.slice(start, end) });
    case "MULTILINE_IMPLICIT_KEY":
      return noColon(text, start);
    case "BAD_INDENT":
    case "MISSING_CHAR": {
      if (message.startsWith("Implicit map keys")) return noColon(text, start);
      const bracket = /sufficiently indented and end with a ([\]}])/.exec(message)?.[1];
      if (bracket !== undefined) return problem("not-yaml", "openBracket", { bracket });
      const misplaced = message.startsWith("All mapping items") ? misplacedKey(text, end) : undefined;
      return misplaced ?? problem("not-yaml", "syntax", { reason: asClause(message) });
    }
    default:
      return problem("not-yaml", "syntax", { reason: asClause(message) });
  }
}

/** `Pet` without its colon, `name string` with none in between, `name:string` without a space behind it. */
function noColon(text: string, start: number): Found {
  const end = lineEnd(text, start);
  const line = text.slice(start, end);
  const [, key = line, glued, value] = /^([^\s:]+)(:?)\s*(\S.*)?$/.exec(line) ?? [];
  const parts = { key, text: value === undefined ? `${line}:` : `${key}: ${value}` };
  return { ...problem("not-yaml", glued === ":" ? "noSpace" : "noColon", parts), start, end };
}

/** A key that has a value on its line and others below it. */
function keysBelowValue(text: string, start: number): Found | undefined {
  const end = lineEnd(text, start);
  const [, indent = "", key] = /^([ -]*)([^\s:]+):\s/.exec(text.slice(text.lastIndexOf("\n", start) + 1, end)) ?? [];
  const [, below = ""] = /^(?:[ ]*\n)*([ ]*)\S/.exec(text.slice(end + 1)) ?? [];
  if (key === undefined || below.length <= indent.length || text.slice(start, end).includes(": ")) return undefined;
  return { ...problem("not-yaml", "keysBelowValue", { key, value: text.slice(start, end).trim() }), start, end };
}

/** A key that is indented like none of the keys around it. */
function misplacedKey(text: string, at: number): Found | undefined {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const columns = new Map<number, string>();
  for (const line of text.slice(0, lineStart).split("\n").reverse()) {
    const [, indent = "", key] = /^([ -]*)([^\s:#][^:]*):(?:\s|$)/.exec(line) ?? [];
    if (key !== undefined && indent.length < Math.min(Infinity, ...columns.keys())) columns.set(indent.length, key);
  }
  const [, indent = "", key] = /^([ ]*)([^\s:#][^:\n]*)/.exec(text.slice(lineStart)) ?? [];
  const distance = (column: number): number => Math.abs(column - indent.length);
  const [column, sibling] = [...columns].sort(([one], [other]) => distance(one) - distance(other))[0] ?? [];
  if (key === undefined || column === undefined || sibling === undefined) return undefined;
  const start = lineStart + indent.length;
  return { ...problem("not-yaml", "misplacedKey", { key, column, sibling }), start, end: start + key.length };
}

function lineEnd(text: string, start: number): number {
  const [line = ""] = /^[^\n]*/.exec(text.slice(start)) ?? [];
  return start + line.replace(/ #.*$/, "").trimEnd().length;
}

function secondDocument(start: number, source: SourceFile): Diagnostic {
  return { ...problem("not-yaml", "secondDocument"), span: { file: source.path, start, end: start + 1 } };
}

function asClause(message: string): string {
  const clause = message.replace(/\.$/, "");
  return /^[A-Z][a-z ]/.test(clause) ? clause.charAt(0).toLowerCase() + clause.slice(1) : clause;
}
