/** An author's documentation as the lines of a TSDoc comment. Its text stays text. */
import { Block } from "../../code/blocks.js";
import { commentBlock, type CommentDialect } from "../../code/comments.js";
import type { ExternalDocs } from "../../spec/spec.js";
import type { Json } from "../../text/json.js";
import type { DocumentedFacts } from "../facts.js";
import { literal, unicodeEscape } from "./literals.js";

const dialect: CommentDialect = {
  lineWidth: 80,
  prefix: " * ",
  brackets: { open: "/**", close: " */", holdTagOnOneLine: true },
  tagIndentation: "  ",
  // Break only before a word that cannot start another construct.
  breakBetween: /(?<=\S) (?=["'`(\[{]?[\p{L}\p{N}])(?!\d+[.)])/u,
  isPreformatted: (line) => /^(?: {4}|\t|\s*[|#])/.test(line),
  hangingIndentation: (line) => (/^\s*(?:[-*+] |\d+[.)] )?/.exec(line)?.[0] ?? "").replace(/\S/g, " "),
};

/**
 * The comment of a definition or field.
 *
 * @param more the content of further tags, with the default as JSON
 */
export function comment(
  { commentLines, isDeprecated, deprecation }: Pick<DocumentedFacts, "commentLines" | "isDeprecated" | "deprecation">,
  { externalDocs, default: initial }: { externalDocs?: ExternalDocs | undefined; default?: Json | undefined } = {},
): Block {
  const tags = [
    ...(initial === undefined ? [] : [`@defaultValue ${codeSpan(defused(literal(initial).flat))}`]),
    ...(externalDocs === undefined ? [] : [seeTag(externalDocs)]),
    ...(isDeprecated ? [`@deprecated ${oneLine(deprecation)}`] : []),
  ];
  return commentLines.length + tags.length === 0 ? noComment : commentBlock({ text: commentLines, tags }, dialect);
}

/** The comment of a name that something had before. */
export function replacedBy(name: string): Block {
  return commentBlock({ text: [], tags: [`@deprecated Use \`${name}\`.`] }, dialect);
}

const noComment = new Block(() => []);

/** Text as lines that are safe in a comment. */
export function commentLines(text: string): readonly string[] {
  return text.trim() === "" ? [] : linesOf(text).map(defused);
}

/** A string that is safe in a line comment. */
export function oneLine(text: string): string {
  return linesOf(text).map(defused).join(" ");
}

/** Text as Markdown code, if possible. */
function codeSpan(text: string): string {
  return text.includes("`") ? text : `\`${text}\``;
}

function seeTag({ url, description }: ExternalDocs): string {
  const address = oneLine(url).replace(/[\s{}|]/g, encodeURIComponent);
  return description === undefined ? `@see ${address}` : `@see {@link ${address} | ${oneLine(description)}}`;
}

function linesOf(text: string): readonly string[] {
  return text
    .trim()
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)
    .map((line) => line.trimEnd());
}

/** A line that neither begins nor ends a comment and commands no tool; invisible characters are escaped. */
function defused(line: string): string {
  if (harmless.test(line)) return line;
  return line
    .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (each) =>
      each === "\t" ? each : unicodeEscape(each),
    )
    .replaceAll("*/", "*\\/")
    .replaceAll("/*", "/\\*")
    .replace(directive, (each) => (each === "@" ? "&#64;" : "&#35;"))
    .replace(/^\s*(?=@)|[\s{(*](?=@[a-z])/gi, "$&\\");
}

/** The first character of words that a compiler, minifier or debugger looks for anywhere in a comment, also after a backslash. */
const directive = /[@#](?=(?:internal|jsx\w*|license|preserve|cc_on)\b|__[A-Z_]+__|\s*source(?:Mapping)?URL=)/gi;

/** Lines that need no change, as most do not. */
const harmless = /^[\x20-\x22\x24-\x29\x2b-\x3f\x41-\x7e]*$/;
