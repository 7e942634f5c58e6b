/** An author's documentation as a comment for YARD. */
import type { Block } from "../../code/blocks.js";
import { commentBlock, type CommentDialect } from "../../code/comments.js";
import { deprecationText } from "../../docs/texts.js";
import type { Documented } from "../../spec/spec.js";
import { dialect } from "./dialect.js";

const commentDialect: CommentDialect = {
  lineWidth: dialect.lineWidth,
  prefix: "# ",
  tagIndentation: "  ",
  // Break only before a word that cannot start another construct.
  breakBetween: / (?=["'`(\[]?\p{L})/u,
  guard: defused,
  // Code and tables.
  isPreformatted: (line) => /^(?: {4}|\t|\s*(?:\||```|~~~))/.test(line),
  hangingIndentation: (line) => /^\s*(?:[-*+] |\d+[.)] )?/.exec(line)?.[0].replace(/\S/g, " ") ?? "",
};

/**
 * A comment. Its text stays text: it cannot act as a YARD tag, a directive of RDoc, or a magic comment of Ruby or its tools.
 *
 * @param tags the generator's tags at the end of the comment, without `@`
 */
export function docComment(documented: Partial<Documented>, tags: readonly string[] = []): Block {
  const { description = "", deprecated, externalDocs } = documented;
  const allTags = [
    ...(externalDocs === undefined ? [] : [tag("see", seeText(externalDocs))]),
    ...(deprecated === undefined ? [] : [tag("deprecated", deprecationText(deprecated))]),
    ...tags.map((each) => `@${each}`),
  ];
  return commentBlock({ text: linesOf(withoutLinks(description)), tags: allTags }, commentDialect);
}

function seeText({ url, description = "" }: NonNullable<Documented["externalDocs"]>): string {
  return `${url.replace(/\s/g, encodeURIComponent)} ${description}`;
}

/** A string as lines that are safe in any kind of comment, including `=begin`. */
export function plainLines(text: string): readonly string[] {
  return linesOf(text).map((line) => defused(line).replace(/^=end\b/, "\\$&"));
}

/** A string as part of a comment line. */
export function inComment(text: string): string {
  return linesOf(text).join(" ");
}

function tag(name: string, text: string): string {
  return `@${name} ${withoutMarker(inComment(withoutLinks(text)))}`;
}

function linesOf(text: string): readonly string[] {
  if (oneLine.test(text)) return [text];
  const lines = text.split(lineEnd).map((line) => line.replace(unseen, escaped).trimEnd());
  const first = lines.findIndex((line) => line !== "");
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== "") + 1);
}

/** Strings that need no change, as most do not. */
const oneLine = /^[!-~](?:[ -~]*[!-~])?$/;

/** Everything that some tool treats as a line end. */
const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/** Characters that are invisible or change the order of text: controls, directional marks, lone surrogates. */
const unseen = /[\p{Cs}\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A line that YARD, RDoc, Ruby, Sorbet and RuboCop treat as plain text. */
function defused(line: string): string {
  if (!special.test(line)) return line;
  return withoutMarker(line)
    .replace(/^\s*(?=@)/, "$&\\")
    .replace(order, "$1\\$2")
    .replace(directive, "$&\\")
    .replace(inlineCommand, "!$&")
    .replace(/(#\s*)(rubocop\s*:)/gi, "$1\\$2");
}

/** What every construct has that is not plain text. */
const special = /[@:=]|-\*-|^[\s#*/]*(?:--|\+\+)/;

function withoutMarker(line: string): string {
  return line.replaceAll("-*-", "-\\*-");
}

/**
 * What stands before the name of a directive of RDoc (`:include: file`) or before `--` and `++`. RDoc removes a backslash before
 * the colon, and then may read the line again.
 */
const directive = /^[\s#*/]*(?::(?=[\w-]+:)|(?=call-seq:|--|\+\+))/i;

/** Code in Markdown, where YARD reads no links, or a link of YARD, which loses its braces unless `!` is before them. */
const codeOrLink =
  /^ {0,3}(```+|~~~+)[^]*?(?:^ {0,3}\1|$(?![^]))|^(?: {4}|\t).*|(`+)(?!`)[^]*?(?<!`)\2(?!`)|\{(?!\})\S{1,200}?(?:\s[^}]{0,200}?\S)?\}/gm;

/** Markdown in which braces are plain text: `/pets/{id}` is `/pets/!{id}`. */
function withoutLinks(markdown: string): string {
  return markdown.replace(codeOrLink, (found) => (found.startsWith("{") ? `!${found}` : found));
}

/** Braces in which YARD inserts a file or the documentation of something else, even in code, unless `!` is before them. */
const inlineCommand = /(?<!!)\{(?=(?:file|include|render):)/g;

/** Magic comments of Ruby and its tools, split before the name. */
const order =
  /^([\s#]*)((?:(?:en)?coding|frozen[_-]string[_-]literal|shareable[_-]constant[_-]value|warn[_-]\w+|typed|rubocop|steep)\s*[:=])/i;
