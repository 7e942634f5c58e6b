/** The columns of a table of changes: one for JSON and one for each language, so that a comment of GitHub has space for them. */
import type { Severity } from "../diff/change.js";
import { languages } from "../languages/index.js";
import type { PlacedChange } from "./diff-places.js";
import { cellTitle } from "./diff-text.js";

export interface Column {
  readonly title: string;
  readonly cells: readonly string[];
}

/** @param cells those of the report; pages have no column, as they do not count */
export function columnsOf(cells: readonly string[]): readonly Column[] {
  const columns = new Map<string, string[]>();
  for (const cell of cells) {
    if (cell === "docs") continue;
    const title = cell.startsWith("wire") ? "JSON" : languageOf(cell);
    columns.set(title, [...(columns.get(title) ?? []), cell]);
  }
  return [...columns].map(([title, own]) => ({ title, cells: own }));
}

function languageOf(cell: string): string {
  return languages.find(({ compatibility }) => compatibility.cells.includes(cell))?.title ?? cell;
}

/** The severity of all cells of a column, or of each that is affected. */
export function columnText({ title, cells: names }: Column, cells: PlacedChange["cells"]): string {
  const affected = names.filter((name) => cells[name] !== "none");
  if (affected.length === 0) return "–";
  const isSame = names.every((name) => cells[name] === cells[names[0]!]);
  if (isSame) return severityText(cells[names[0]!]);
  return affected.map((name) => `${partTitle(name, title)}: ${severityText(cells[name])}`).join("<br>");
}

/** `received` of "received JSON", `class files` of "Java class files". */
function partTitle(cell: string, title: string): string {
  const rest = cellTitle(cell).replace(title, "").trim();
  return rest === "" ? "source" : rest;
}

export function severityText(severity: Severity = "none"): string {
  return severity === "breaking" ? "**breaking**" : severity;
}
