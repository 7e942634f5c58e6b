/** The commands there are. What a command needs is loaded when it is run. */
import { readFileSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { parseShard, type Shard } from "../files/shard.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import type { Terminal } from "./terminal.js";

/**
 * Runs one command.
 *
 * @param argv the arguments, without the program
 * @returns what the process should end with
 */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const ended: { code: ExitCode } = { code: exitCode.fine };
  const program = programOf(terminal);
  addCommands(program, terminal, (code) => (ended.code = code));
  try {
    await program.parseAsync(argv, { from: "user" });
    return ended.code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
  }
}

function programOf(terminal: Terminal): Command {
  return new Command("modelwright")
    .description("Makes model docs and model classes in TypeScript, Ruby and Java from field specs in YAML.")
    .version(ownVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError("(--help lists what there is)")
    .exitOverride();
}

function addCommands(program: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  const command = (usage: string, description: string): Command => {
    const added = program.command(usage).description(description);
    return added.addOption(new Option("--verbose", "show where an unexpected error came from"));
  };

  command("generate", "write the docs and classes of every target")
    .addOption(config())
    .addOption(target())
    .addOption(
      new Option("--check", "write nothing; end with 1 if a file is not as it should be").conflicts([
        "dryRun",
        "watch",
        "force",
      ]),
    )
    .addOption(new Option("--dry-run", "write nothing; say what would be written").conflicts("watch"))
    .option("--watch", "write again whenever a spec, the config or a template changes")
    .option("--force", "overwrite files that were edited by hand or are not ours")
    .addOption(format(["text", "json", "github"]))
    .addOption(shardOf("make").conflicts("watch"))
    .addOption(new Option("--cache-dir <folder>", "where to keep results for the next run (default: in node_modules)"))
    .option("--no-cache", "neither use nor keep results of other runs")
    .option("--timing", "say how long each phase took")
    .action(async (flags: GenerateFlags) => {
      const { generateCommand } = await import("./generate-command.js");
      end(await generateCommand(flags, terminal));
    });

  command("merge", "join what the shards of a run wrote: one manifest for each target, left-over files removed")
    .addOption(config())
    .addOption(target())
    .action(async (flags: ProjectFlags) => {
      const { mergeCommand } = await import("./merge-command.js");
      end(await mergeCommand(flags, terminal));
    });

  command("init", "write a small config and spec that work").action(async () => {
    const { initCommand } = await import("./init-command.js");
    end(initCommand(terminal));
  });

  command("context", "print what the templates of a model see, as JSON")
    .argument("<model>", "a model's name, or a template's: docs/index")
    .addOption(config())
    .addOption(target())
    .action(async (model: string, flags: ProjectFlags) => {
      const { contextCommand } = await import("./context-command.js");
      end(contextCommand(model, flags, terminal));
    });

  command("inputs", "list the files that targets are made from")
    .addOption(config())
    .addOption(target())
    .addOption(format(["text", "json"]))
    .action(async (flags: ListFlags) => {
      const { inputsCommand } = await import("./list-command.js");
      end(inputsCommand(flags, terminal));
    });

  command("outputs", "list the files that targets consist of")
    .addOption(config())
    .addOption(target())
    .addOption(format(["text", "json"]))
    .addOption(shardOf("list"))
    .action(async (flags: ListFlags) => {
      const { outputsCommand } = await import("./list-command.js");
      end(outputsCommand(flags, terminal));
    });
}

/** What says which project a command is for, and which part of it. */
export interface ProjectFlags {
  readonly config?: string;
  readonly target?: readonly string[];
}

export interface ListFlags extends ProjectFlags {
  readonly shard?: Shard;
  readonly format?: "text" | "json";
}

export interface GenerateFlags extends ProjectFlags {
  readonly check?: true;
  readonly dryRun?: true;
  readonly watch?: true;
  readonly force?: true;
  readonly format?: "text" | "json" | "github";
  readonly shard?: Shard;
  readonly cacheDir?: string;
  readonly cache: boolean;
  readonly timing?: true;
}

function config(): Option {
  return new Option("--config <file>", "the config (default: modelwright.yaml)");
}

function target(): Option {
  return new Option("--target <names...>", "only these targets");
}

function format(choices: readonly string[]): Option {
  return new Option(
    "--format <format>",
    "how to say it (default: text; github in a workflow of GitHub Actions)",
  ).choices(choices);
}

function shardOf(verb: string): Option {
  return new Option("--shard <i/n>", `${verb} the i-th of n parts, for jobs that share the work`).argParser((text) => {
    const shard = parseShard(text);
    if (shard === undefined) throw new InvalidArgumentError("It must look like 2/4.");
    return shard;
  });
}

function ownVersion(): string {
  const description = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(description) as { readonly version: string }).version;
}
