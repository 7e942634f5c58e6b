/** What the YAML parser has to say, as diagnostics. */
import type { Document, YAMLError } from "yaml";
import type { Diagnostic, SourceFile } from "../diagnostics.js";

/** The errors of a file that should hold one document; only the first of those that begin at the same place. */
export function syntaxErrors(
  document: Document,
  others: readonly Document[],
  source: SourceFile,
): readonly Diagnostic[] {
  const seen = new Set<number>();
  const diagnostics: Diagnostic[] = [];
  for (const error of [...document.errors, ...document.warnings]) {
    if (seen.has(error.pos[0])) continue;
    seen.add(error.pos[0]);
    diagnostics.push(syntaxError(error, source));
  }
  const second = others[0]?.contents?.range?.[0] ?? others[0]?.range?.[0];
  if (second !== undefined) diagnostics.push(secondDocument(second, source));
  return diagnostics;
}

function syntaxError(error: YAMLError, source: SourceFile): Diagnostic {
  const hint = hints[error.code];
  return {
    code: "not-yaml",
    severity: "error",
    message: `This is not valid YAML: ${asClause(error.message)}`,
    span: { file: source.path, start: error.pos[0], end: Math.max(error.pos[1], error.pos[0]) },
    ...(hint === undefined ? {} : { hint }),
  };
}

const hints: Partial<Record<YAMLError["code"], string>> = {
  TAB_AS_INDENT: "indent with blanks",
  TAG_RESOLVE_FAILED: "leave the tag away",
  BLOCK_AS_IMPLICIT_KEY: "put a text that holds a colon and a blank in quotes",
};

function secondDocument(start: number, source: SourceFile): Diagnostic {
  return {
    code: "not-yaml",
    severity: "error",
    message: "A file must hold one YAML document only",
    span: { file: source.path, start, end: start + 1 },
    hint: "put what follows `---` in a file of its own",
  };
}

function asClause(message: string): string {
  const clause = message.replace(/\.$/, "");
  return /^[A-Z][a-z ]/.test(clause) ? clause.charAt(0).toLowerCase() + clause.slice(1) : clause;
}
