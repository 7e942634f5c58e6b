/** What can be said on the command line after a command. */
import { InvalidArgumentError, Option } from "commander";
import { parseShard, type Shard } from "../output/shard.js";
import type { Format } from "./reporter.js";

/** Which project a command is for, and which part of it. */
export interface ProjectFlags {
  readonly config?: string;
  readonly target?: readonly string[];
}

export interface ListFlags extends ProjectFlags {
  readonly shard?: Shard;
  readonly format?: "text" | "json";
}

/** What a command that writes may be asked to do otherwise. */
export interface WritingFlags {
  readonly check?: true;
  readonly dryRun?: true;
  readonly force?: true;
  readonly format?: Format;
}

export interface GenerateFlags extends ProjectFlags, WritingFlags {
  readonly watch?: true;
  readonly shard?: Shard;
  readonly cacheDir?: string;
  readonly cache: boolean;
  readonly timing?: true;
}

export interface ImportFlags extends WritingFlags {
  readonly out: string;
  readonly names?: readonly string[];
  readonly modelsOnly?: true;
  readonly allowRefs?: readonly string[];
}

export const option = {
  config: () => new Option("--config <file>", "the config (default: modelwright.yaml)"),
  target: () => new Option("--target <names...>", "only these targets"),
  check: () => new Option("--check", "write nothing; end with 1 if a file is not as it should be"),
  dryRun: () => new Option("--dry-run", "write nothing; say what would be written"),
  force: () => new Option("--force", "overwrite files that were edited by hand or are not ours"),
  allowRefs: () =>
    new Option(
      "--allow-refs <folder>",
      "a folder that a $ref may lead into, besides that of the documents; repeatable",
    ).argParser((folder: string, others: readonly string[] = []) => [...others, folder]),
  shard: (verb: string) =>
    new Option("--shard <i/n>", `${verb} the i-th of n parts, for jobs that share the work`).argParser(shard),
  listFormat: () => new Option("--format <format>", "how to list them (default: text)").choices(["text", "json"]),
  format: () =>
    new Option("--format <format>", "how to tell it (default: text; github in a workflow of GitHub Actions)").choices([
      "text",
      "json",
      "github",
    ]),
  verbose: () => new Option("--verbose", "show where an unexpected error came from"),
} as const;

function shard(text: string): Shard {
  const parsed = parseShard(text);
  if (parsed === undefined) throw new InvalidArgumentError("It must look like 2/4.");
  return parsed;
}
