/**
 * A value as JSON on several lines, with a newline at the end. Characters that could control a terminal, or act as a workflow
 * command in a log, are escaped: a JSON parser reads the same value.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2).replaceAll("##[", "#\\u0023[");
  return `${text.replace(/[\u007F-\u009F\u2028\u2029]|(?![\u200C\u200D])\p{Cf}/gu, escaped)}\n`;
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }).join("");
}
