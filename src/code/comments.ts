/**
 * The one writer of doc comments. It knows how comments are framed and wrapped; a dialect says what differs by language. The
 * text it is given is text of the comment already: each language escapes what an author wrote.
 */
import { Block } from "./blocks.js";

/** What a comment says, escaped. */
export interface CommentText {
  /** Lines of text. */
  readonly text: readonly string[];
  /** Block tags with their text, each on one line: `@see https://example.com`. */
  readonly tags: readonly string[];
}

export interface CommentDialect {
  /** The most columns of a line, with its indentation. */
  readonly lineWidth: number;
  /** What each line begins with: ` * `. */
  readonly prefix: string;
  /** What surrounds the lines, for comments that have an end. */
  readonly brackets?: {
    readonly open: string;
    readonly close: string;
    /** Whether tags may share one line with the brackets. */
    readonly holdTagOnOneLine: boolean;
  };
  /** How far lines that continue a tag are indented. */
  readonly tagIndentation: string;
  /** The space between two words where a line may be wrapped. */
  readonly breakBetween: RegExp;
  /** A line of text as it may begin: wrapping can bring a word to its start that would be an order there. */
  guard?(line: string): string;
  /** Whether spaces mean something in a line, so that it must not be wrapped. */
  isPreformatted(line: string): boolean;
  /** How far lines that continue a line of text are indented, as that many spaces: those of a list item. */
  hangingIndentation(line: string): string;
}

/** A comment that is laid out where a template puts it; no lines where it says nothing. */
export function commentBlock(comment: CommentText, dialect: CommentDialect): Block {
  return new Block((indentation) => commentLines(comment, dialect, indentation));
}

/** The lines of a comment that begins in a column, counted from 0. */
export function commentLines(
  { text, tags }: CommentText,
  dialect: CommentDialect,
  indentation: number,
): readonly string[] {
  const { lineWidth, prefix, brackets, tagIndentation, breakBetween, guard = same } = dialect;
  const width = lineWidth - indentation - prefix.length;
  const wrappedText = wrapText(text, width, dialect).map(guard);
  const wrappedTags = tags.flatMap((tag) => {
    const [first = "", ...others] = wrap(tag, width, tagIndentation, breakBetween);
    return [first, ...others.map(guard)];
  });
  const separator = wrappedText.length > 0 && wrappedTags.length > 0 ? [""] : [];
  const lines = [...wrappedText, ...separator, ...wrappedTags];
  if (lines.length === 0) return [];
  const framed = lines.map((line) => `${prefix}${line}`.trimEnd());
  if (brackets === undefined) return framed;
  const { open, close, holdTagOnOneLine } = brackets;
  const short = `${open} ${lines[0]} ${close.trimStart()}`;
  const isShort = lines.length === 1 && (holdTagOnOneLine || tags.length === 0);
  return isShort && indentation + short.length <= lineWidth ? [short] : [open, ...framed, close];
}

/** Lines that are not too long, except where spaces mean something: inside code fences, and as the dialect says. */
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
