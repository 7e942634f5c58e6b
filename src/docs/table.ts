/** Markdown tables as documented (format §2). Cells are finished here; templates only put the bars between them. */

export type TableLayout = "padded" | "compact";

/** A cell in Markdown, or a cell with a value, whose width is that of the visible text. */
export type Cell = string | { readonly text: string; readonly markdown: string };

export interface TableCells<Row> {
  /** The cell of the second row, which is the same in every column. */
  readonly rule: string;
  /** The given rows, including the header, with every cell escaped and padded. */
  readonly rows: readonly Row[];
}

/**
 * Finishes the cells of a table. All columns have the same width, that of the longest cell before escaping; a cell that
 * escaping makes longer overflows. `compact` does not pad, so a changed cell changes one line.
 */
export function tableCells<Column extends string>(
  rows: readonly Readonly<Record<Column, Cell>>[],
  layout: TableLayout,
): TableCells<Readonly<Record<Column, string>>> {
  const columns = Object.keys(rows[0] ?? {}) as Column[];
  const width = layout === "compact" ? 0 : longestOf(rows, columns);
  const spaces = " ".repeat(width);
  const padded = (cell: string): string => (cell.length < width ? cell + spaces.slice(cell.length) : cell);
  const finish = (row: Readonly<Record<Column, Cell>>): Readonly<Record<Column, string>> => {
    const cells: Record<string, string> = {};
    for (const column of columns) cells[column] = padded(escapeCell(markdownOf(row[column])));
    return cells as Record<Column, string>;
  };
  return { rule: "-".repeat(Math.max(3, width)), rows: rows.map(finish) };
}

function longestOf<Column extends string>(
  rows: readonly Readonly<Record<Column, Cell>>[],
  columns: readonly Column[],
): number {
  let longest = 3;
  for (const row of rows) for (const column of columns) longest = Math.max(longest, textOf(row[column]).length);
  return longest;
}

/** The visible text of a cell, or its Markdown if there is no other text. */
export function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

function markdownOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.markdown;
}

/**
 * A string that stays in its cell: `|` becomes `\|`, a line break `<br/>`. A backslash before a bar gets another one, as the
 * two would otherwise make an escaped backslash and a bar that ends the cell.
 */
export function escapeCell(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(/\r\n|[\r\n]/g, "<br/>").replace(/(\\*)\|/g, (_, backslashes: string) => {
    const open = backslashes.length % 2 === 1 ? "\\" : "";
    return `${backslashes}${open}\\|`;
  });
}

const special = /[|\r\n]/;
