/** What people wrote about a thing, as the lines of a TSDoc comment. Whatever the text says, it stays text. */
import { type CommentDialect, commentLines } from "../../code/comments.js";
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
  /** All lines of the comment. */
  readonly lines: readonly string[];
};

const dialect: CommentDialect = {
  lineWidth: 80,
  prefix: " * ",
  brackets: { open: "/**", close: " */", holdTagOnOneLine: true },
  tagIndentation: "  ",
  // Where the next word cannot be taken for the start of something else.
  breakBetween: /(?<=\S) (?=["'`(\[{]?[\p{L}\p{N}])(?!\d+[.)])/u,
  isPreformatted: (line) => /^(?: {4}|\t|\s*[|#])/.test(line),
  hangingIndentation: (line) => (/^\s*(?:[-*+] |\d+[.)] )?/.exec(line)?.[0] ?? "").replace(/\S/g, " "),
};

/** The comment of a thing at an indentation. */
export function comment(indent: number, commented: Commented): CommentView {
  const { description = "", externalDocs, deprecated, default: initial } = commented;
  const tagged = [externalDocs, deprecated, initial];
  if (description === "" && tagged.every((each) => each === undefined)) return nothing;
  const tags = [
    ...(initial === undefined ? [] : [`@defaultValue ${codeSpan(defused(literal(initial).flat))}`]),
    ...(externalDocs === undefined ? [] : [seeTag(externalDocs)]),
    ...(deprecated === undefined ? [] : [`@deprecated ${oneLine(deprecationText(deprecated))}`]),
  ];
  const text = description.trim() === "" ? [] : linesOf(description).map(defused);
  const lines = commentLines({ text, tags }, dialect, indent);
  return { hasText: lines.length > 0, lines };
}

const nothing: CommentView = { hasText: false, lines: [] };

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
