/** The commands. A command's modules are loaded when it runs. */
import { Command, CommanderError } from "commander";
import { printable } from "../diagnostics/printable.js";
import { ownVersion } from "../disk/identity.js";
import { addApprove, addChangelog, addDiff, type Context } from "./change-commands.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import {
  type GenerateFlags,
  type ImportFlags,
  type InitFlags,
  type ListFlags,
  option,
  type ProjectFlags,
  type WhyFlags,
} from "./flags.js";
import type { Terminal } from "./terminal.js";

/**
 * Runs one command.
 *
 * @param argv the arguments, without the program
 * @returns the exit code of the process
 */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const ended: { code: ExitCode } = { code: exitCode.fine };
  const program = programOf(terminal);
  const context = { terminal, end: (code: ExitCode) => void (ended.code = code) };
  const commands = [
    addGenerate,
    addDiff,
    addApprove,
    addChangelog,
    addImport,
    addInit,
    addContext,
    addWhy,
    addLists,
    addMerge,
  ];
  for (const add of commands) add(program, context);
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
    .description("Generate model docs and model classes in TypeScript, Ruby and Java from field specs in YAML.")
    .version(ownVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: writeUsageError })
    .showHelpAfterError("(run with --help for usage)")
    .exitOverride();
}

/** User input may contain anything, so the suggestion is on its own line. */
function writeUsageError(text: string, write: (text: string) => void): void {
  const [, message = "", suggestion = ""] = /^(.*?)(\n\(Did you mean [^\n]*\))?\n?$/s.exec(text) ?? [];
  write(`${printable(message)}${suggestion}\n`);
}

function addGenerate(program: Command, { terminal, end }: Context): void {
  program
    .command("generate")
    .description("write the docs and classes of every target")
    .addOption(option.config())
    .addOption(option.target())
    .addOption(option.check().conflicts(["dryRun", "watch", "force"]))
    .addOption(option.dryRun().conflicts("watch"))
    .option("--watch", "generate again when a spec, the config, a template or a language changes")
    .addOption(option.force())
    .addOption(option.format())
    .addOption(option.shard("generate").conflicts("watch"))
    .option("--cache-dir <folder>", "cache folder (default: in node_modules/.cache)")
    .option("--no-cache", "do not use or write the cache")
    .option("--timing", "print how long each phase took")
    .addOption(option.verbose())
    .action(async (flags: GenerateFlags) => {
      const { generateCommand } = await import("./generate-command.js");
      end(await generateCommand(flags, terminal));
    });
}

function addImport(program: Command, { terminal, end }: Context): void {
  program
    .command("import")
    .description("create field specs from another API description")
    .command("openapi")
    .description("create field specs from OpenAPI 3 and Swagger 2 documents")
    .argument("<documents...>", "documents to import; later ones override earlier ones")
    .option("--out <folder>", "folder for the field specs (default: the spec folder of the config, or spec)")
    .option("--names <choices...>", "qualified, or documented:FAMILY to keep published names (default: qualified)")
    .option("--models-only", "import schemas only, without parameters and bodies of operations")
    .addOption(option.allowRefs())
    .addOption(option.strict())
    .addOption(option.report())
    .addOption(option.check().conflicts(["dryRun", "force"]))
    .addOption(option.dryRun())
    .addOption(option.force())
    .addOption(option.format())
    .addOption(option.quiet().conflicts("format"))
    .addOption(option.verbose())
    .action(async (documents: readonly string[], flags: ImportFlags) => {
      const { importCommand } = await import("./import-command.js");
      end(await importCommand(documents, flags, terminal));
    });
}

function addInit(program: Command, { terminal, end }: Context): void {
  program
    .command("init")
    .description("write a config, and an example spec if there are no specs")
    .option("--from <documents...>", "create the field specs from OpenAPI 3 and Swagger 2 documents")
    .option("--language <names...>", "languages to generate, separated by commas or spaces (default: all)")
    .addOption(option.verbose())
    .action(async (flags: InitFlags) => {
      const { initCommand } = await import("./init-command.js");
      end(await initCommand(flags, terminal));
    });
}

function addContext(program: Command, { terminal, end }: Context): void {
  program
    .command("context")
    .description("print the views of a model's templates as JSON")
    .argument("<model>", "name of a model, or of a template such as docs/index")
    .addOption(option.config())
    .addOption(option.target())
    .addOption(option.verbose())
    .action(async (model: string, flags: ProjectFlags) => {
      const { contextCommand } = await import("./context-command.js");
      end(await contextCommand(model, flags, terminal));
    });
}

function addWhy(program: Command, { terminal, end }: Context): void {
  program
    .command("why")
    .description("show which places of the specs and templates a generated line comes from")
    .argument("<file>", "generated file; FILE:12 for one line, FILE:12-20 for several")
    .addOption(option.config())
    .addOption(option.listFormat())
    .addOption(option.verbose())
    .action(async (file: string, flags: WhyFlags) => {
      const { whyCommand } = await import("./why-command.js");
      end(await whyCommand(file, flags, terminal));
    });
}

function addLists(program: Command, { terminal, end }: Context): void {
  program
    .command("inputs")
    .description("list the input files of targets")
    .addOption(option.config())
    .addOption(option.target())
    .addOption(option.listFormat())
    .addOption(option.verbose())
    .action(async (flags: ListFlags) => {
      const { inputsCommand } = await import("./list-command.js");
      end(await inputsCommand(flags, terminal));
    });
  program
    .command("outputs")
    .description("list the output files of targets")
    .addOption(option.config())
    .addOption(option.target())
    .addOption(option.shard("list"))
    .addOption(option.listFormat())
    .addOption(option.verbose())
    .action(async (flags: ListFlags) => {
      const { outputsCommand } = await import("./list-command.js");
      end(await outputsCommand(flags, terminal));
    });
}

function addMerge(program: Command, { terminal, end }: Context): void {
  program
    .command("merge")
    .description("join the output of all shards: write one manifest per target and remove left-over files")
    .addOption(option.config())
    .addOption(option.target())
    .addOption(option.verbose())
    .action(async (flags: ProjectFlags) => {
      const { mergeCommand } = await import("./merge-command.js");
      end(await mergeCommand(flags, terminal));
    });
}
