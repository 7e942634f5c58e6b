/**
 * Writes doc comments: frames and wraps them. A dialect holds what differs by language. The text is escaped already:
 * each language escapes what an author wrote.
 */
import { Block } from "./blocks.js";

/** The content of a comment, escaped. */
export interface CommentText {
  /** Lines of text. */
  readonly text: readonly string[];
  /** Block tags with their text, each on one line: `@see https://example.com`. */
  readonly tags: readonly string[];
}

export interface CommentDialect {
  /** The maximum width of a line, including its indentation. */
  readonly lineWidth: number;
  /** The start of each line: ` * `. */
  readonly prefix: string;
  /** The first and last line, for comments that have an end. */
  readonly brackets?: {
    readonly open: string;
    readonly close: string;
    /** Whether a comment with a tag may be on one line. */
    readonly holdTagOnOneLine: boolean;
  };
  /** The indentation of the continuation lines of a tag. */
  readonly tagIndentation: string;
  /** Matches the spaces at which a line may be wrapped. */
  readonly breakBetween: RegExp;
  /** Escapes the start of a line: wrapping can move a word there that would have a meaning at the start of a line. */
  guard?(line: string): string;
  /** Whether spaces are significant in a line, so that it must not be wrapped. */
  isPreformatted(line: string): boolean;
  /** The indentation of the continuation lines of a line of text, as spaces: that of a list item. */
  hangingIndentation(line: string): string;
}

/** A comment that is laid out where a template puts it; it has no lines if it is empty. */
export function commentBlock(comment: CommentText, dialect: CommentDialect): Block {
  return new Block((indentation) => commentLines(comment, dialect, indentation));
}

/** The lines of a comment at a column, counted from 0. */
export function commentLines(
  { text, tags }: CommentText,
  dialect: CommentDialect,
  indentation: number,
): readonly string[] {
  const { lineWidth, prefix, brackets, tagIndentation, breakBetween, guard = same } = dialect;
  const width = lineWidth - indentation - prefix.length;
  const lines: string[] = [];
  for (const line of wrapText(text, width, dialect)) lines.push(guard(line));
  if (lines.length > 0 && tags.length > 0) lines.push("");
  for (const tag of tags) {
    const [first = "", ...others] = wrap(tag, width, tagIndentation, breakBetween);
    lines.push(first, ...others.map(guard));
  }
  if (lines.length === 0) return [];
  if (lines.length === 1 && brackets !== undefined && (brackets.holdTagOnOneLine || tags.length === 0)) {
    const short = `${brackets.open} ${lines[0]} ${brackets.close.trimStart()}`;
    if (indentation + short.length <= lineWidth) return [short];
  }
  for (let index = 0; index < lines.length; index++) lines[index] = (prefix + lines[index]!).trimEnd();
  return brackets === undefined ? lines : [brackets.open, ...lines, brackets.close];
}

/** Wraps lines, except where spaces are significant: inside code fences, and where the dialect forbids it. */
function wrapText(lines: readonly string[], width: number, dialect: CommentDialect): readonly string[] {
  if (lines.every((line) => line.length <= width)) return lines;
  let isFenced = false;
  return lines.flatMap((line) => {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    if (isFence) isFenced = !isFenced;
    if (isFence || isFenced || dialect.isPreformatted(line)) return [line];
    return wrap(line, width, dialect.hangingIndentation(line), dialect.breakBetween);
  });
}

function wrap(line: string, width: number, indentation: string, breakBetween: RegExp): readonly string[] {
  if (line.length <= width) return [line];
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(breakBetween)) {
    if (current === "") current = word;
    else if (current.length + 1 + word.length <= width) current = `${current} ${word}`;
    else {
      lines.push(current.trimEnd());
      current = `${indentation}${word}`;
    }
  }
  return [...lines, current.trimEnd()];
}

function same(line: string): string {
  return line;
}
