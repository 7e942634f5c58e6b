/** What is wrong in a template, and where. */
import { hint } from "../diagnostics/asides.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { nearest } from "../shape/suggest.js";
import type { View } from "./page.js";
import type { TemplateFile } from "./template-files.js";

/** Lines count from 1, columns from 0, as Handlebars counts. */
export interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** A block helper got a key that the view does not have. */
export class UnknownKey extends Error {
  constructor(readonly location: Location | undefined) {
    super("unknown key");
  }
}

/** A failure, and the innermost template it happened in. */
export class LocatedError extends Error {
  constructor(
    readonly problem: Problem,
    readonly file: TemplateFile,
    readonly location: Location | undefined,
    /** Whether a key is not in the view. */
    readonly isKey = false,
  ) {
    super(problem.message);
  }
}

/** What Handlebars threw, with its place. */
export function located(error: Error, file: TemplateFile): LocatedError {
  const key = /^"(?<key>.*)" not defined in /s.exec(error.message)?.groups?.["key"];
  if (key !== undefined) return new LocatedError(unknownKey(key), file, locationOf(error), true);
  if (error instanceof UnknownKey) return new LocatedError(unknownKey(""), file, error.location, true);
  const syntax = /^(?:Parse|Lexical) error on line (\d+)[^\n]*\n([^\n]*)\n(-*)\^(?:\n(.*))?$/s.exec(error.message);
  if (syntax === null) return new LocatedError(problemOf(error), file, locationOf(error));
  const [, line, shown = "", dashes = "", reason = ""] = syntax;
  const place = { line: Number(line), column: columnIn(file.text, Number(line), shown.slice(0, dashes.length)) };
  const found = problem("template-error", "syntax", { reason: reasonOf(reason) });
  return new LocatedError(found, file, { start: place, end: { ...place, column: place.column + 1 } });
}

export function unknownKey(key: string): Problem {
  return problem("template-error", "unknownKey", { key });
}

/** Where a line of the template goes on after what the parser shows of it, which may begin with other lines. */
function columnIn(text: string, number: number, before: string): number {
  const line = text.split("\n")[number - 1] ?? "";
  for (let length = before.length; length > 0; length--) {
    const at = line.indexOf(before.slice(-length));
    if (at !== -1) return at + length;
  }
  return 0;
}

/** The parser's reason, in the characters of the template. */
function reasonOf(message: string): string {
  const [, expecting = "", got = ""] = /^Expecting (.*), got '(\w+)'$/s.exec(message) ?? [];
  const found = tokens[got] ?? "something else";
  const expected = Object.keys(expectations).find((token) => expecting.includes(`'${token}'`));
  return expected === undefined ? `unexpected ${found}` : `expected ${expectations[expected]}, found ${found}`;
}

/** What the parser expects, the most helpful first. */
const expectations: Readonly<Record<string, string>> = {
  OPEN_ENDBLOCK: "the end of a block, such as {{/if}}",
  CLOSE: '"}}"',
  CLOSE_UNESCAPED: '"}}}"',
  ID: "a key",
};

const tokens: Readonly<Record<string, string>> = {
  EOF: "the end of the template",
  INVALID: "a character that cannot be here",
  CLOSE: '"}}"',
  CLOSE_UNESCAPED: '"}}}"',
  OPEN_ENDBLOCK: "the end of a block that is not open",
  INVERSE: "{{else}}",
  ID: "a key",
  STRING: "a string",
};

interface HandlebarsPosition {
  readonly lineNumber: number;
  readonly column: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

function locationOf(error: Error): Location | undefined {
  const { lineNumber, column, endLineNumber, endColumn } = error as Partial<HandlebarsPosition>;
  if (lineNumber === undefined || column === undefined) return undefined;
  return {
    start: { line: lineNumber, column },
    end: { line: endLineNumber ?? lineNumber, column: endColumn ?? column + 1 },
  };
}

/** Handlebars' messages without their own position and picture of it. */
function problemOf(error: Error): Problem {
  if (error instanceof TypeError) return problem("template-error", "blockPath");
  const reason = error.message.replace(/ - \d+:\d+$/, "").replace(/^You specified knownHelpersOnly, but used the /, "");
  return problem("template-error", "other", { reason });
}

/** The key that was looked up last without being there, and the keys that are. */
export interface Miss {
  readonly key: string;
  readonly known: readonly string[];
}

/** A view that reports each key that is looked up and not there. */
export function watched<T extends object>(view: T, report: (miss: Miss) => void): T {
  const missing = (target: object, key: string | symbol): boolean => {
    const isMissing = typeof key === "string" && !Object.hasOwn(target, key) && !(key in Object.prototype);
    if (isMissing) report({ key, known: Object.keys(target) });
    return isMissing;
  };
  return new Proxy(view, {
    has: (target, key) => !missing(target, key) && Reflect.has(target, key),
    get(target, key): unknown {
      const value: unknown = Reflect.get(target, key);
      if (typeof value === "object" && value !== null) return watched(value, report);
      missing(target, key);
      return value;
    },
  });
}

/** `did you mean "title"?`, also for a key of the whole view where a block is inside something else. */
export function keyHint({ key, known }: Miss, view: View): string | undefined {
  if (Object.hasOwn(view, key)) return hint("didYouMean", { name: `@root.${key}` });
  const name = nearest(key, known);
  return name === undefined ? undefined : hint("didYouMean", { name });
}
