/** A Markdown table whose columns are aligned. */
export function markdownTable(head, rows) {
  const widths = head.map((_, at) => Math.max(3, ...[head, ...rows].map((row) => [...row[at]].length)));
  const line = (row) => `| ${row.map((cell, at) => cell + " ".repeat(widths[at] - [...cell].length)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
