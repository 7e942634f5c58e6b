/** Markdown tables with aligned columns. */

/** @param texts how many columns at the left are text; the others are numbers */
export function markdown(rows: readonly (readonly string[])[], texts: number): string {
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, column) => (column < texts ? text.padEnd(widths[column]!) : text.padStart(widths[column]!))).join(" | ")} |\n`;
  const rule = widths.map((width, column) => (column < texts ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  const [head, ...body] = rows;
  return [head!, rule, ...body].map(line).join("");
}
