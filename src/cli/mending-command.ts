import type { TargetResult } from "../files/run.js";

/** The command that mends what was found, as somebody in the project would type it. */
export function mendingCommand(
  targets: readonly TargetResult[],
  { config, target }: { readonly config?: string; readonly target?: readonly string[] },
): string {
  const differences = targets.flatMap((each) => each.differences);
  const force = differences.some(({ state }) => state === "edited" || state === "foreign");
  return [
    "npx modelwright generate",
    ...(config === undefined ? [] : [`--config ${quoted(config)}`]),
    ...(target === undefined ? [] : [`--target ${target.map(quoted).join(" ")}`]),
    ...(force ? ["--force"] : []),
  ].join(" ");
}

function quoted(text: string): string {
  return /^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
