/**
 * Output for the log of a GitHub Actions workflow. A runner reads a line as a command if it starts with `::` (after optional
 * spaces) or contains `##[`, so text of a spec could add a mask or stop all annotations.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export interface WorkflowStream {
  /** Writes text that cannot act as a command. */
  text(text: string): void;
  /** Writes one command, without its newline. */
  command(command: string): void;
  /** Allows commands of other programs again. */
  resume(): void;
}

/** @param token ends the guarded text: random, so that no text can contain it */
export function workflowStream(write: (text: string) => void, token: string): WorkflowStream {
  const state = { isText: false, endsLine: true };
  const resume = (): void => {
    if (!state.isText) return;
    write(`${state.endsLine ? "" : "\n"}::${token}::\n`);
    state.isText = false;
  };
  return {
    text(text) {
      if (text === "") return;
      if (!state.isText) write(`::stop-commands::${token}\n`);
      write(text);
      Object.assign(state, { isText: true, endsLine: text.endsWith("\n") });
    },
    command(command) {
      resume();
      write(`${command}\n`);
    },
    resume,
  };
}
