/** Markdown in which nothing of a spec takes effect. */
import { escapeCell } from "../docs/table.js";
import { codeSpan, verbatim } from "../docs/verbatim.js";
import { inLog } from "./diff-text.js";

export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => "-"), ...rows].map(tableRow);
}

export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A section that is folded in. @param summary without line breaks */
export function folded(summary: string, lines: readonly string[]): readonly string[] {
  return ["", `<details><summary>${summary}</summary>`, "", ...lines, "", "</details>"];
}

/** Text with code between backticks, which the report writes around everything that comes from a spec. */
export function sentence(reason: string, within: Within = "table"): string {
  return reason
    .split("`")
    .map((part, index) => (index % 2 === 1 ? code(part, within) : text(part)))
    .join("");
}

export type Within = "table" | "text";

/** A code span. In a table, a pipe would end the cell, and GitHub honors a backslash before it even in code. */
export function code(value: string, within: Within = "table"): string {
  const oneLine = inLog(value.replace(/\s+/g, " ").trim());
  const shown = oneLine.length > longest ? `${oneLine.slice(0, longest).toWellFormed()}…` : oneLine;
  const span = shown === "" ? "" : codeSpan(shown);
  return within === "table" ? escapeCell(span) : span;
}

/** So that one value cannot take the space of all others. */
const longest = 300;

export function text(value: string): string {
  const [, start = "", inner = "", end = ""] = /^(\s*)(.*?)(\s*)$/s.exec(value.replace(/\s+/g, " ")) ?? [];
  const escaped = escapeCell(verbatim(inLog(inner)));
  return start + escaped.replaceAll(reference, "$&<!-- -->") + end;
}

/** The start of what GitHub makes a link to a person, an issue or a page; a comment after it prevents that. */
const reference = /[@#]|www(?=\.)|(?:https?|ftp)(?=:)/gi;

/** Code as a link. */
export function linked(value: string, url: string | undefined, within: Within = "table"): string {
  const shown = code(value, within);
  return url === undefined ? shown : `[${shown}](${url})`;
}
