/**
 * What a runner of GitHub Actions makes of the output of a step. Source of the rules: `ActionCommand` and
 * `ActionCommandManager` in the sources of actions/runner. Here any name counts as a command.
 */

/** The commands that act, in order; those that stop and resume them are not among them. */
export function actingCommands(output: string): readonly string[] {
  const acting: string[] = [];
  let token: string | undefined;
  for (const line of output.split(/\r\n|\n|\r/)) {
    const command = commandIn(line);
    if (command === undefined) continue;
    if (token !== undefined) {
      if (command.name.toLowerCase() === token.toLowerCase()) token = undefined;
    } else if (command.name === "stop-commands") token = command.data;
    else acting.push(line);
  }
  return acting;
}

/** Whether commands are stopped at the end. */
export function endsStopped(output: string): boolean {
  return !actingCommands(`${output}\n::probe::`).includes("::probe::");
}

function commandIn(line: string): { readonly name: string; readonly data: string } | undefined {
  const [, name, data] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? /##\[(.*?)\](.*)$/s.exec(line) ?? [];
  return name === undefined || data === undefined ? undefined : { name: name.split(" ", 1)[0] ?? "", data };
}
