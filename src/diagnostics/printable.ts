/**
 * A string that can be printed: whatever would steer a terminal or end a line is shown as a replacement character. These are
 * controls, line separators, invisible formatting (except the joiners that scripts and emoji need) and lone surrogates. Tabs
 * stay.
 */
export function printable(text: string): string {
  return text.replace(/(?!\t)[\p{Cc}\u2028\u2029]|(?![\u200C\u200D])\p{Cf}|\p{Cs}/gu, "\u{FFFD}");
}

/** The same for a string of several lines. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
