/** The flags of the commands. */
import { InvalidArgumentError, Option } from "commander";
import { parseShard, type Shard } from "../output/shard.js";
import type { Format } from "./report.js";

/** Selects the project and a part of it. */
export interface ProjectFlags {
  readonly config?: string;
  readonly target?: readonly string[];
}

export interface ListFlags extends ProjectFlags {
  readonly shard?: Shard;
  readonly format?: "text" | "json";
}

export interface WhyFlags extends Pick<ProjectFlags, "config"> {
  readonly format?: "text" | "json";
}

/** The flags of a command that writes files. */
export interface WritingFlags {
  readonly check?: true;
  readonly dryRun?: true;
  readonly force?: true;
  readonly format?: Format;
}

export interface DiffFlags extends ProjectFlags {
  readonly format?: DiffFormat;
  readonly failOn?: FailOn;
  readonly from?: string;
  readonly to?: string;
  readonly toolVersion?: string;
  readonly output?: string;
}

export const diffFormats = ["text", "json", "markdown", "github", "gitlab", "sarif", "junit"] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** The least severity that fails. */
export type FailOn = "breaking" | "conditional" | "none";

export interface ChangelogFlags extends ProjectFlags {
  readonly output?: string;
}

export interface ApproveFlags extends ProjectFlags {
  readonly base?: string;
  readonly reason?: string;
  /** The least severity of the changes to approve. */
  readonly all?: "breaking" | "conditional";
}

export interface GenerateFlags extends ProjectFlags, WritingFlags {
  readonly watch?: true;
  readonly shard?: Shard;
  readonly cacheDir?: string;
  readonly cache: boolean;
  readonly timing?: true;
}

export interface InitFlags {
  readonly from?: readonly string[];
  readonly language?: readonly string[];
}

export interface ImportFlags extends WritingFlags {
  readonly out?: string;
  readonly names?: readonly string[];
  readonly modelsOnly?: true;
  readonly allowRefs?: readonly string[];
  readonly strict?: true;
  readonly quiet?: true;
  readonly report?: string;
}

export const option = {
  config: () => new Option("--config <file>", "config file (default: modelwright.yaml, here or in a folder above)"),
  target: () => new Option("--target <names...>", "process only these targets"),
  check: () => new Option("--check", "exit with code 1 if generated files are out of date; writes nothing"),
  dryRun: () => new Option("--dry-run", "report what would be written; writes nothing"),
  force: () => new Option("--force", "overwrite files that were edited by hand or not generated"),
  allowRefs: () =>
    new Option("--allow-refs <folder>", "another folder that a $ref may point into; repeatable").argParser(
      (folder: string, others: readonly string[] = []) => [...others, folder],
    ),
  strict: () => new Option("--strict", "a part of a document that cannot be understood is an error"),
  report: () => new Option("--report <file>", "write a JSON report of all that is not in the spec"),
  quiet: () => new Option("--quiet", "print errors only"),
  shard: (verb: string) =>
    new Option("--shard <i/n>", `${verb} the i-th of n parts, for parallel jobs`).argParser(shard),
  listFormat: () => new Option("--format <format>", "output format (default: text)").choices(["text", "json"]),
  diffFormat: () => new Option("--format <format>", "output format (default: text)").choices(diffFormats),
  approveAll: () =>
    new Option("--all <severity>", "approve all changes as bad as this").choices(["breaking", "conditional"]),
  toolVersion: () =>
    new Option("--tool-version <path>", "report what another installed modelwright would change in generated files"),
  failOn: () =>
    new Option(
      "--fail-on <severity>",
      "exit with code 1 if changes as bad as this are not approved (default: none)",
    ).choices(["breaking", "conditional", "none"]),
  format: () =>
    new Option(
      "--format <format>",
      "output format; text prints everything (default: text, shortened; in GitHub Actions: github)",
    ).choices(["text", "json", "github", "gitlab"]),
  verbose: () => new Option("--verbose", "print the stack trace of an unexpected error"),
} as const;

function shard(text: string): Shard {
  const parsed = parseShard(text);
  if (parsed === undefined) throw new InvalidArgumentError("Expected a value like 2/4.");
  return parsed;
}
