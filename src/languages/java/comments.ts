/** Strings as Javadoc. An author's text stays text: it cannot end a comment or act as a tag, HTML or an escape. */
import { Block } from "../../code/blocks.js";
import { commentBlock, type CommentDialect, type CommentText } from "../../code/comments.js";
import { deprecationText } from "../../docs/texts.js";
import type { Deprecation, Documented, ExternalDocs } from "../../spec/spec.js";
import { lineWidth } from "./dialect.js";

export interface Comment extends Partial<Pick<Documented, "description" | "deprecated" | "externalDocs">> {
  /** Javadoc that is added to the author's description. */
  readonly notes?: readonly string[] | undefined;
  /** The replacement of a deprecated element as a Javadoc reference: `#lastName()`; undefined if it is not an element. */
  readonly replacement?: string | undefined;
  /** Block tags, as Javadoc. */
  readonly tags?: readonly string[];
}

const dialect: CommentDialect = {
  lineWidth,
  prefix: " * ",
  brackets: { open: "/**", close: " */", holdTagOnOneLine: false },
  tagIndentation: "    ",
  breakBetween: / /,
  isPreformatted: () => false,
  hangingIndentation: () => "",
};

/** A Javadoc comment; no lines if it is empty. */
export function javadocBlock(comment: Comment): Block {
  return isEmpty(comment) ? noLines : commentBlock(javadoc(comment), dialect);
}

const noLines = new Block(() => []);

/** A string as lines of any kind of comment. */
export function textLines(text: string): readonly string[] {
  if (harmless.test(text)) return [text.trimEnd()];
  return text.split(lineBreak).map((line) => plainText(line).trimEnd());
}

/** Whether a description has any text. */
export function hasText(description: string | undefined): description is string {
  return description !== undefined && textLines(description).some((line) => line !== "");
}

/** A name of the spec in quotes, as Javadoc inside or outside a tag. */
export function quoted(name: string): string {
  if (harmless.test(name)) return `"${name}"`;
  return `"${plainText(name).replaceAll("{", "&#123;").replaceAll("}", "&#125;")}"`;
}

const lineBreak = /\r\n|[\n\r\u0085\u2028\u2029]/;

function javadoc(comment: Comment): CommentText {
  const { description = "", notes = [] } = comment;
  const text: string[] = [];
  let startsParagraph = false;
  const add = (line: string): void => {
    if (startsParagraph && text.length > 0) text.push("", `<p>${line}`);
    else text.push(line);
    startsParagraph = false;
  };
  for (const line of description === "" ? [] : textLines(description)) {
    if (line === "") startsParagraph = true;
    else add(line);
  }
  for (const note of notes) {
    startsParagraph = true;
    add(note);
  }
  return { text, tags: tagsOf(comment) };
}

/** Whether there is nothing to document, as for most fields. */
function isEmpty({ description, notes, tags, externalDocs, deprecated }: Comment): boolean {
  const hasText = description !== undefined || notes !== undefined || tags !== undefined;
  return !hasText && externalDocs === undefined && deprecated === undefined;
}

/** A string as Javadoc that shows exactly this string, line by line. */
export function plainText(text: string): string {
  if (harmless.test(text)) return text;
  return text.replace(special, (character, at: number) => {
    switch (character) {
      case "&":
        return "&amp;";
      case "<":
        return "&lt;";
      case ">":
        return "&gt;";
      case "@":
        return at === 0 || beforeTag.test(text[at - 1]!) ? "&#64;" : character;
      case "/":
        return text[at - 1] === "*" ? "&#47;" : character;
      case "\\":
        return text[at + 1] === "u" ? "&#92;" : character;
      case "\t":
        return " ";
      default:
        return invisible(character);
    }
  });
}

/** Strings without special characters, as most are. */
const harmless = /^[\w ,.;:()'"!?%+=-]*$/;

/**
 * Characters that Javadoc or the compiler would interpret, and invisible characters other than the joiners that words need.
 * Javadoc of Java 17 has no entities for characters added in Unicode 14 and 15; the format characters among them do not change
 * the direction of text.
 */
const special = /[&<>@/\\\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d\u0890\u0891\u{13439}-\u{1343f}])\p{Cf}/gu;

const beforeTag = /[\s{*]/;

function invisible(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  const isText = code >= 0xa0 && (code < 0xd800 || code > 0xdfff);
  return isText ? `&#x${code.toString(16)};` : "\ufffd";
}

function tagsOf({ externalDocs, deprecated, replacement, tags = [] }: Comment): readonly string[] {
  if (externalDocs === undefined && deprecated === undefined) return tags;
  return [
    ...tags,
    ...(externalDocs === undefined ? [] : [`@see ${linkTo(externalDocs)}`]),
    ...(deprecated === undefined ? [] : [`@deprecated ${deprecationLine(deprecated, replacement)}`]),
  ];
}

function deprecationLine({ message, use }: Deprecation, replacement: string | undefined): string {
  const why = oneLine(deprecationText({ message, use: undefined }).replace(/([.!?])\.$/, "$1"));
  if (use === undefined) return why;
  return `${why} Use ${replacement === undefined ? oneLine(use) : `{@link ${replacement}}`} instead.`;
}

function linkTo({ url, description }: ExternalDocs): string {
  const title = oneLine(description ?? url);
  // Javadoc rejects an invalid URL.
  return webAddress.test(url)
    ? `<a href="${plainText(url)}">${title}</a>`
    : `"${`${title}, ${oneLine(url)}`.replaceAll('"', "&quot;")}"`;
}

const webAddress =
  /^https?:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(?::\d+)?(?:\/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?$/;

function oneLine(text: string): string {
  return plainText(text.trim().split(/\s+/).join(" "));
}
