/**
 * Makes a string safe to print: characters that could control a terminal or end a line become replacement characters.
 * These are control characters, line separators, invisible formatting (except the joiners that scripts and emoji need)
 * and lone surrogates. Tabs are kept.
 */
export function printable(text: string): string {
  return text.replace(/(?!\t)[\p{Cc}\u2028\u2029]|(?![\u200C\u200D])\p{Cf}|\p{Cs}/gu, "\u{FFFD}");
}

/** The same for a string of several lines. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
