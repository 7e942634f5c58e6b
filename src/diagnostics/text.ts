/** Prints diagnostics for people: the place, the line with carets under it, the problem and how to fix it. */
import type { Diagnostic, SourceFile, Span } from "./diagnostic.js";
import { printable } from "./printable.js";

/** Functions that highlight; without colours they return their argument. */
export interface Colours {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

export const noColours: Colours = { error: same, warning: same, strong: same, faint: same };

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, as in editors. */
  readonly column: number;
}

/** The line and column of an offset; offsets beyond the end count as the end. */
export function position(source: SourceFile, offset: number): Position {
  const { number, start } = lineAt(source, offset);
  return { line: number, column: Math.min(offset, source.text.length) - start + 1 };
}

/**
 * One diagnostic, without a line feed at its end. Control and formatting characters of a source are replaced, so that
 * they cannot control the terminal.
 *
 * @param sources the files by their paths; a place whose file is missing is printed without its line
 */
export function diagnosticText(
  { severity, code, message, span, hint, related = [] }: Diagnostic,
  sources: ReadonlyMap<string, SourceFile>,
  colours: Colours = noColours,
): string {
  const place = span === undefined ? "" : `${colours.strong(placeText(span, sources))}: `;
  const lines = [`${place}${colours[severity](severity)} ${colours.faint(code)}: ${sentence(message)}`];
  if (span !== undefined) lines.push(...excerpt(span, sources, colours[severity], colours));
  if (hint !== undefined) lines.push(`${indent}${colours.faint("hint:")} ${sentence(hint)}`);
  for (const each of related) {
    lines.push(`${indent}${colours.strong(placeText(each.span, sources))}: ${sentence(each.message)}`);
    lines.push(...excerpt(each.span, sources, colours.faint, colours));
  }
  return lines.join("\n");
}

/** A place, and its line with carets under the span. */
export function placeWithLine(
  span: Span,
  sources: ReadonlyMap<string, SourceFile>,
  colours: Colours = noColours,
): { readonly place: string; readonly lines: readonly string[] } {
  return {
    place: colours.strong(placeText(span, sources)),
    lines: excerpt(span, sources, colours.warning, colours),
  };
}

const indent = "  ";

function same(text: string): string {
  return text;
}

function placeText({ file, start }: Span, sources: ReadonlyMap<string, SourceFile>): string {
  const source = sources.get(file);
  if (source === undefined) return shown(file);
  const { line, column } = position(source, start);
  return `${shown(file)}:${line}:${column}`;
}

/** The line, and carets under its part of the span. */
function excerpt(
  span: Span,
  sources: ReadonlyMap<string, SourceFile>,
  mark: (text: string) => string,
  colours: Colours,
): readonly string[] {
  const source = sources.get(span.file);
  if (source === undefined) return [];
  const { number, start, end } = lineAt(source, span.start);
  const window = clip(source.text.slice(start, end), span.start - start, Math.min(span.end, end) - start);
  const gutter = `${indent}${number} | `;
  const before = window.clippedStart ? "…" : "";
  const line = before + shown(window.before + window.marked + window.after) + (window.clippedEnd ? "…" : "");
  const spaces = " ".repeat(gutter.length + before.length + width(shown(window.before)));
  const carets = "^".repeat(Math.max(1, width(shown(window.marked))));
  return [`${colours.faint(gutter)}${line}`, `${spaces}${mark(carets)}`];
}

/** A sentence, shortened if a name in it is very long. */
function sentence(text: string): string {
  return shown(text.length > longestSentence ? `${text.slice(0, wholeCharacter(text, longestSentence))}…` : text);
}

const longestSentence = 500;

/** The number of characters of a line to show around the carets. */
const charactersShown = 100;
const charactersBefore = 40;

interface Window {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  readonly clippedStart: boolean;
  readonly clippedEnd: boolean;
}

function clip(line: string, start: number, end: number): Window {
  const tooLong = line.length > charactersShown;
  const from = tooLong && start > charactersBefore ? wholeCharacter(line, start - charactersBefore) : 0;
  const to = tooLong ? wholeCharacter(line, Math.min(line.length, from + charactersShown)) : line.length;
  const markedEnd = Math.min(Math.max(start, end), to);
  return {
    before: line.slice(from, start),
    marked: line.slice(start, markedEnd),
    after: line.slice(markedEnd, to),
    clippedStart: from > 0,
    clippedEnd: to < line.length,
  };
}

/** The offset, or the one before it where it would cut a surrogate pair in two. */
function wholeCharacter(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) && /[\uD800-\uDBFF]/.test(text.charAt(offset - 1))
    ? offset - 1
    : offset;
}

/** The line of an offset, from 1, and its text without the line end. */
function lineAt(
  source: SourceFile,
  offset: number,
): { readonly number: number; readonly start: number; readonly end: number } {
  const starts = lineStarts(source);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  const start = starts[low]!;
  const next = starts[low + 1] ?? source.text.length + 1;
  const end = source.text.charAt(next - 2) === "\r" ? next - 2 : next - 1;
  return { number: low + 1, start, end: Math.max(start, end) };
}

function lineStarts(source: SourceFile): readonly number[] {
  const known = startsKnown.get(source);
  if (known !== undefined) return known;
  const starts = [0, ...Array.from(source.text.matchAll(/\n/g), ({ index }) => index + 1)];
  startsKnown.set(source, starts);
  return starts;
}

/** A cache, since a file may have thousands of diagnostics. */
const startsKnown = new WeakMap<SourceFile, readonly number[]>();

/** Replaces tabs by spaces, since they would move the carets. */
function shown(text: string): string {
  return printable(text.replace(/\t/g, "  "));
}

/** The number of terminal columns of a string. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += narrowOrNone.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

/** Characters that combine with the one before them. */
const narrowOrNone = /[\p{Mn}\p{Me}\u200C\u200D\uFE0E\uFE0F]/u;

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303E\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
