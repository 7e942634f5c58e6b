import { printable } from "../diagnostics/printable.js";

/**
 * An annotation of GitHub Actions, which no text in it can end.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 *
 * @param properties in this order; those without a value are left out
 */
export function annotationCommand(
  level: "error" | "warning" | "notice",
  properties: Readonly<Record<string, string | number | undefined>>,
  lines: readonly string[],
): string {
  const given = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${escapedProperty(`${value}`)}`,
  );
  return `::${level} ${given.join(",")}::${escaped(lines.map(printable).join("\n"))}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(printable(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
