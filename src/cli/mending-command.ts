import type { Told } from "./reporter.js";

/** The command that mends what was found, as somebody in the project would type it. */
export function mendingCommand({ command, result }: Told): string {
  const differences = result.targets.flatMap((each) => each.differences);
  const force = differences.some(({ state }) => state === "edited" || state === "foreign");
  return ["npx", "modelwright", ...command.map(quoted), ...(force ? ["--force"] : [])].join(" ");
}

function quoted(text: string): string {
  return /^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
