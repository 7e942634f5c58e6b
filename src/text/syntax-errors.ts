/** Converts errors of the YAML parser to diagnostics. */
import type { Document, YAMLError } from "yaml";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";

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
  const [start, end] = error.pos;
  return { ...problemOf(error, source), span: { file: source.path, start, end: Math.max(start, end) } };
}

function problemOf({ code, message, pos: [start, end] }: YAMLError, { text }: SourceFile): Problem {
  switch (code) {
    case "UNEXPECTED_TOKEN": {
      const token = JSON.stringify(text.slice(start, Math.max(end, start + 1)));
      const type = /[^\s,{}[\]:"']+$/.exec(text.slice(Math.max(0, start - 60), start))?.[0];
      const isArrayType = text.startsWith("[]", start) && type !== undefined;
      return isArrayType ? problem("not-yaml", "brackets", { token, type }) : problem("not-yaml", "token", { token });
    }
    case "BLOCK_AS_IMPLICIT_KEY":
      return problem("not-yaml", "secondColon");
    case "TAB_AS_INDENT":
      return problem("not-yaml", "tab");
    case "TAG_RESOLVE_FAILED":
      return problem("not-yaml", "tag", { tag: text.slice(start, end) });
    case "BAD_INDENT":
    case "MISSING_CHAR": {
      const bracket = /sufficiently indented and end with a ([\]}])/.exec(message)?.[1];
      if (bracket !== undefined) return problem("not-yaml", "openBracket", { bracket });
      return problem("not-yaml", "syntax", { reason: asClause(message) });
    }
    default:
      return problem("not-yaml", "syntax", { reason: asClause(message) });
  }
}

function secondDocument(start: number, source: SourceFile): Diagnostic {
  return { ...problem("not-yaml", "secondDocument"), span: { file: source.path, start, end: start + 1 } };
}

function asClause(message: string): string {
  const clause = message.replace(/\.$/, "");
  return /^[A-Z][a-z ]/.test(clause) ? clause.charAt(0).toLowerCase() + clause.slice(1) : clause;
}
