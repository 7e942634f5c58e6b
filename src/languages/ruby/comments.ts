/** What people wrote about a thing, as the lines of a comment that YARD reads. */
import { deprecationText } from "../../docs/texts.js";
import type { Documented } from "../../spec/spec.js";

/** The most characters of a line, if its words allow it. */
export const lineWidth = 120;

/**
 * A comment's lines, each with its `#`, for code that is indented by so many blanks. Nothing in them is read as anything
 * but text: not as a tag, nor as one of the comments that give orders to Ruby or its tools.
 *
 * @param tags tags of ours that end it, without `@`
 */
export function docComment(
  documented: Partial<Documented>,
  indentation: number,
  tags: readonly string[] = [],
): readonly string[] {
  const { description = "", deprecated, externalDocs } = documented;
  if (description === "" && (deprecated ?? externalDocs) === undefined) return tags.map((each) => `# @${each}`);
  const width = lineWidth - indentation - "# ".length;
  const text = linesOf(description);
  const wrapped = text.some((line) => /^\s*(?:```|~~~)/.test(line)) ? text : text.flatMap((line) => wrap(line, width));
  const tagLines = [
    ...(externalDocs === undefined ? [] : tag("see", seeText(externalDocs), width)),
    ...(deprecated === undefined ? [] : tag("deprecated", deprecationText(deprecated), width)),
    ...tags.map((each) => `@${each}`),
  ];
  const separator = text.length > 0 && tagLines.length > 0 ? [""] : [];
  return [...wrapped.map(defused), ...separator, ...tagLines].map((line) => `# ${line}`.trimEnd());
}

function seeText({ url, description = "" }: NonNullable<Documented["externalDocs"]>): string {
  return `${url.replace(/\s/g, encodeURIComponent)} ${description}`;
}

/** A text as part of a comment's line. */
export function inComment(text: string): string {
  return linesOf(text).join(" ");
}

/** A tag's text goes on in indented lines. */
function tag(name: string, text: string, width: number): readonly string[] {
  const lines = linesOf(text)
    .filter((line) => line !== "")
    .flatMap((line) => wrap(line, width - name.length - 2));
  return lines.map((line, index) => (index === 0 ? `@${name} ${withoutMarker(line)}` : `  ${defused(line)}`));
}

function linesOf(text: string): readonly string[] {
  if (oneLine.test(text)) return [text];
  const lines = text.split(lineEnd).map((line) => line.replace(unseen, escaped).trimEnd());
  const first = lines.findIndex((line) => line !== "");
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== "") + 1);
}

/** Most texts there are. */
const oneLine = /^[!-~](?:[ -~]*[!-~])?$/;

/** Everything that some tool takes for the end of a line. */
const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/** What a reader does not see, or sees in another order than the computer: controls, marks of direction, lone surrogates. */
const unseen = /[\p{Cs}\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A line that is text to YARD, Ruby, Sorbet and RuboCop. */
function defused(line: string): string {
  return withoutMarker(line)
    .replace(/^\s*(?=@)/, "$&\\")
    .replace(order, "$1\\$2");
}

function withoutMarker(line: string): string {
  return line.replaceAll("-*-", "-\\*-");
}

/** Comments that tell Ruby or a tool what to do, up to their name and from there. */
const order =
  /^([\s#]*)((?:(?:en)?coding|frozen[_-]string[_-]literal|shareable[_-]constant[_-]value|warn[_-]\w+|typed|rubocop|steep)\s*[:=])/i;

/** A line as several that are not too long, broken where the next one does not look like the start of something else. */
function wrap(line: string, width: number): readonly string[] {
  if (line.length <= width || laidOut.test(line)) return [line];
  const indentation = /^\s*(?:[-*+] |\d+[.)] )?/.exec(line)?.[0].replace(/\S/g, " ") ?? "";
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/ (?=["'`(\[]?\p{L})/u)) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = `${indentation}${word}`;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}

/** Lines whose blanks mean something: code, tables. */
const laidOut = /^(?: {4}|\t|\s*(?:\||```|~~~))/;
