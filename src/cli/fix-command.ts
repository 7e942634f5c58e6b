import type { Report } from "./report.js";

/** The command that fixes the findings, as the user would type it. */
export function fixCommand({ command, result }: Report): string {
  const differences = result.targets.flatMap((each) => each.differences);
  const force = differences.some(({ state }) => state === "edited" || state === "foreign");
  return ["npx", "modelwright", ...command.map(quoted), ...(force ? ["--force"] : [])].join(" ");
}

/** A word quoted for a shell. */
export function quoted(text: string): string {
  return /^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
