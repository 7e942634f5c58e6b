/** What the YAML parser has to say, as diagnostics. */
import type { Document, YAMLError } from "yaml";
import type { Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";

/** The first error of a file that should hold one document: what follows it mostly follows from it. */
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

/** All warnings but those of brackets that stand left of where the standard wants them: all parsers take them. */
function isMistake({ code }: YAMLError): boolean {
  return code !== "BAD_INDENT";
}

function syntaxError(error: YAMLError, source: SourceFile): Diagnostic {
  const [start, end] = error.pos;
  const hint = hintFor(error, source);
  return {
    code: "not-yaml",
    severity: "error",
    message: `This is not valid YAML: ${reason(error, source)}`,
    span: { file: source.path, start, end: Math.max(start, end) },
    ...(hint === undefined ? {} : { hint }),
  };
}

function reason({ code, message, pos: [start, end] }: YAMLError, { text }: SourceFile): string {
  if (code === "UNEXPECTED_TOKEN")
    return `${JSON.stringify(text.slice(start, Math.max(end, start + 1)))} is not expected here`;
  if (code === "BLOCK_AS_IMPLICIT_KEY") return "there is a second colon in this line";
  return asClause(message);
}

function hintFor({ code, pos: [start] }: YAMLError, { text }: SourceFile): string | undefined {
  const before = /[^\s,{}[\]:"']+$/.exec(text.slice(Math.max(0, start - 60), start))?.[0];
  if (code === "UNEXPECTED_TOKEN" && text.startsWith("[]", start) && before !== undefined) {
    return `inside of { } write it in quotes: "${before}[]"`;
  }
  return hints[code];
}

const hints: Partial<Record<YAMLError["code"], string>> = {
  TAB_AS_INDENT: "indent with blanks",
  TAG_RESOLVE_FAILED: "leave the tag away",
  BLOCK_AS_IMPLICIT_KEY: "put a text with a colon and a blank in quotes",
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
