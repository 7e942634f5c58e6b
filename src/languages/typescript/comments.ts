/** What people wrote about a thing, as the lines of a TSDoc comment. Whatever the text says, it stays text. */
import { deprecationText } from "../../docs/texts.js";
import type { Json } from "../../text/json.js";
import type { Deprecation, Documented } from "../../spec/spec.js";
import { literal, unicodeEscape } from "./literals.js";

export interface Commented extends Partial<Pick<Documented, "description" | "externalDocs">> {
  readonly deprecated?: Deprecation | undefined;
  readonly default?: Json | undefined;
}

export type CommentView = {
  /** Whether there is anything to say. */
  readonly hasText: boolean;
  /** Whether all of it stands on one line with the marks of the comment. */
  readonly isShort: boolean;
  /** Each line as it follows the star: with a blank before it unless it is empty. */
  readonly lines: readonly string[];
};

/** The comment of a thing at an indentation. */
export function comment(indent: number, commented: Commented): CommentView {
  const { description = "", externalDocs, deprecated, default: initial } = commented;
  if (description === "" && (externalDocs ?? deprecated ?? initial) === undefined) return nothing;
  const width = 80 - indent - " * ".length;
  const tags = [
    ...(initial === undefined ? [] : [`@defaultValue ${codeSpan(defused(literal(initial).flat))}`]),
    ...(externalDocs === undefined ? [] : [seeTag(externalDocs)]),
    ...(deprecated === undefined ? [] : [`@deprecated ${oneLine(deprecationText(deprecated))}`]),
  ].flatMap((tag) => wrap(tag, width, "  "));
  const text = wrapText(linesOf(description).map(defused), width);
  const lines = [...text, ...(text.length > 0 && tags.length > 0 ? [""] : []), ...tags];
  const isShort = lines.length === 1 && (lines[0] ?? "").length <= width - "/**  */".length + " * ".length;
  return { hasText: lines.length > 0, isShort, lines: lines.map((line) => (line === "" ? "" : ` ${line}`)) };
}

const nothing: CommentView = { hasText: false, isShort: false, lines: [] };

/** A text that a line comment can hold. */
export function oneLine(text: string): string {
  return linesOf(text).map(defused).join(" ");
}

/** Text as Markdown code, where that is possible. */
function codeSpan(text: string): string {
  return text.includes("`") ? text : `\`${text}\``;
}

function seeTag({ url, description }: NonNullable<Documented["externalDocs"]>): string {
  const address = oneLine(url).replace(/[\s{}|]/g, encodeURIComponent);
  return description === undefined ? `@see ${address}` : `@see {@link ${address} | ${oneLine(description)}}`;
}

function linesOf(text: string): readonly string[] {
  return text
    .trim()
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)
    .map((line) => line.trimEnd());
}

/** A line that neither ends the comment nor starts a tag, with what a reader would not see written out. */
function defused(line: string): string {
  if (harmless.test(line)) return line;
  return line
    .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (each) =>
      each === "\t" ? each : unicodeEscape(each),
    )
    .replaceAll("*/", "*\\/")
    .replace(/^(\s*)@/, "$1\\@");
}

/** Most lines there are. */
const harmless = /^[\x20-\x29\x2b-\x3f\x41-\x7e]*$/;

/** Lines that are not too long, apart from those whose blanks mean something. */
function wrapText(lines: readonly string[], width: number): readonly string[] {
  let isFenced = false;
  const wrapped = lines.flatMap((line) => {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    if (isFence) isFenced = !isFenced;
    const isLaidOut = isFence || isFenced || /^(?: {4}|\t|\s*[|#])/.test(line);
    return isLaidOut ? [line] : wrap(line, width, continuation(line));
  });
  return wrapped.length === 1 && wrapped[0] === "" ? [] : wrapped;
}

/** How far the following lines of a list's item are indented. */
function continuation(line: string): string {
  return (/^\s*(?:[-*+] |\d+[.)] )?/.exec(line)?.[0] ?? "").replace(/\S/g, " ");
}

/** A line as several, broken where the next word cannot be taken for the start of something else. */
function wrap(line: string, width: number, indentation: string): readonly string[] {
  if (line.length <= width) return [line];
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/(?<=\S) (?=["'`(\[{]?[\p{L}\p{N}])(?!\d+[.)])/u)) {
    if (current === "") current = word;
    else if (current.length + 1 + word.length <= width) current = `${current} ${word}`;
    else {
      lines.push(current);
      current = indentation + word;
    }
  }
  return [...lines, current];
}
