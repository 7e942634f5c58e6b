import type { GenerateFlags } from "./flags.js";
import type { ExitCode } from "./exit-code.js";
import { codeOf, generateOnce } from "./generate-once.js";
import { interrupt } from "./interrupt.js";
import type { Terminal } from "./terminal.js";

/** `modelwright generate`. @throws DiskError, UnknownTarget */
export async function generateCommand(flags: GenerateFlags, terminal: Terminal): Promise<ExitCode> {
  if (flags.watch === true) {
    const { watchCommand } = await import("./watch-command.js");
    return watchCommand(flags, terminal);
  }
  const interrupted = interrupt();
  try {
    return codeOf(await generateOnce(flags, terminal, interrupted, 0));
  } finally {
    interrupted.finish();
  }
}
