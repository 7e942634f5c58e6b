/** Prints strings as YAML: plain if every parser reads them as strings, else quoted or as a block. */

/** A string on one line. */
export function inline(text: string, place: "block" | "flow"): string {
  return isPlain(text, place) ? text : quoted(text);
}

/**
 * A string on several lines: the first line, and the others without indentation; undefined if one line is better.
 */
export function block(text: string, width: number): readonly [string, ...string[]] | undefined {
  if (hasUnprintable(text)) return undefined;
  if (text.includes("\n")) return literal(text);
  if (/^ | $| {2}/.test(text)) return undefined;
  const lines = folded(text, width);
  return lines.length > 1 ? [">-", ...lines] : undefined;
}

/**
 * A literal block keeps each line; a string that starts with a space or ends with several line feeds is quoted instead.
 */
function literal(text: string): readonly [string, ...string[]] | undefined {
  if (/^[ \n]/.test(text) || /\n\n$/.test(text)) return undefined;
  const ends = text.endsWith("\n");
  const lines = (ends ? text.slice(0, -1) : text).split("\n");
  return [ends ? "|" : "|-", ...lines];
}

/** In a folded block, each line feed is read as a space. */
function folded(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function isPlain(text: string, place: "block" | "flow"): boolean {
  if (text === "" || text !== text.trim() || hasUnprintable(text) || text.includes("\n")) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`=<~]/.test(text) || /^\.\.\./.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  if (place === "flow" && /[,[\]{}]/.test(text)) return false;
  return !looksLikeAnotherType(text);
}

/** Words, numbers and dates of YAML 1.2, and of 1.1, which many parsers still implement. */
function looksLikeAnotherType(text: string): boolean {
  return anotherType.some((pattern) => pattern.test(text));
}

const anotherType = [
  /^(?:null|true|false|yes|no|on|off|y|n)$/i,
  /^[-+]?(?:\.[0-9_]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:e[-+]?[0-9]+)?$/i,
  /^[-+]?0(?:x[0-9a-f_]+|o?[0-7_]+|b[01_]+)$/i,
  /^[-+]?\.(?:inf|nan)$/i,
  /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt\s])/,
];

/**
 * JSON strings are YAML too, except for characters that YAML treats as line ends or does not allow. Single quotes are
 * easier to read if only double quotes would be escaped.
 */
function quoted(text: string): string {
  if (text.includes('"') && !/[\\\n]/.test(text) && !hasUnprintable(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function hasUnprintable(text: string): boolean {
  return /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u.test(text);
}
