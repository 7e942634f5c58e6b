/** `modelwright changelog`: what changed for users of each package since another state of the project. */
import { type ChangelogEntry, changelogOf, changelogSections, type PackageChangelog } from "../compare/changelog.js";
import { hashOf } from "../disk/hash.js";
import { readBase } from "./base-project.js";
import { baseState, stateOf } from "./diff-run.js";
import { stepWords } from "./diff-text.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import type { ChangelogFlags } from "./flags.js";
import { code, sentence, text } from "./markdown.js";
import { openProject } from "./open-project.js";
import type { Terminal } from "./terminal.js";
import { writeText } from "./write-text.js";

/** @throws UnknownTarget, GitError, DiskError */
export async function changelogCommand(
  from: string,
  to: string | undefined,
  flags: ChangelogFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const project = await openProject(flags, terminal);
  if (project === undefined) return exitCode.mistakes;
  const { file, outside } = project;
  const base = readBase(file, from, outside);
  const before = baseState(base, terminal);
  const after = to === undefined ? stateOf(project, file, terminal) : baseState(readBase(file, to, outside), terminal);
  if (before === undefined || after === undefined) return exitCode.mistakes;
  const selected = new Set(project.targets.map(({ name }) => name));
  const isAll = flags.target === undefined;
  const targets = after.config.targets.filter(({ name }) => isAll || selected.has(name));
  const packages = changelogOf({ before, after, targets, languages: outside.languages, hash: hashOf });
  writeText(changelogText(packages, base.name), flags.output, terminal);
  return exitCode.fine;
}

function changelogText(packages: readonly PackageChangelog[], since: string): string {
  const parts = packages.flatMap(({ target, semver, entries }) => [
    "",
    `## ${code(target, "text")}: ${stepWords(semver)}`,
    ...(entries.length === 0 ? ["", "No changes for users of this package."] : []),
    ...changelogSections.flatMap((section) => linesOf(section, entries)),
  ]);
  return [`# ${text(`Changes since ${since}`)}`, ...parts].map((line) => `${line}\n`).join("");
}

/** What breaks code comes first, then what breaks only JSON. */
function linesOf(section: string, entries: readonly ChangelogEntry[]): readonly string[] {
  const own = entries.filter((each) => each.section === section);
  const sorted = (["code", "JSON", undefined] as const).flatMap((part) => own.filter(({ breaks }) => breaks === part));
  const lines = sorted.map((each) => `- ${markOf(each)}${sentence(each.text, "text")}`);
  return lines.length === 0 ? [] : ["", `### ${section}`, "", ...lines];
}

/** Readers take "breaking" as a reason for a major release, which JSON alone is not. */
function markOf({ breaks }: ChangelogEntry): string {
  if (breaks === undefined) return "";
  return breaks === "code" ? "**Breaking**: " : "**Breaking in JSON**: ";
}
