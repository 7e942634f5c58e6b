/** What another version would change, for a terminal and for a pull request. */
import {
  type FileChange,
  type FileKind,
  fileKinds,
  type Rehearsal,
  type RehearsedTarget,
} from "../compare/rehearsal.js";
import { counted, grouped } from "../diagnostics/numbers.js";
import { printable } from "../diagnostics/printable.js";
import { codeSpan } from "../docs/verbatim.js";
import { inLog } from "./diff-text.js";

export interface Versions {
  readonly from: string;
  readonly to: string;
}

const words: Readonly<Record<FileKind, string>> = {
  removed: "no longer generated",
  added: "new",
  code: "different code",
  pages: "different pages",
  comments: "different comments",
  formatting: "different formatting only",
};

export function rehearsalText({ verdict, targets, changes, problems }: Rehearsal, versions: Versions): string {
  const width = Math.max(0, ...targets.map(({ name }) => name.length));
  const lines = [
    `${titleOf(versions)}: ${verdict}`,
    ...targets.map((each) => `  ${each.name.padEnd(width)}  ${countsOf(each)}`),
    ...(problems.length === 0 ? [] : [`  ${problemsText(problems)}`]),
    ...changes.slice(0, mostGroups).flatMap((change) => ["", ...changeLines(change)]),
    ...more(changes),
  ];
  return lines.map((line) => `${inLog(line)}\n`).join("");
}

export function rehearsalMarkdown({ verdict, targets, changes, problems }: Rehearsal, versions: Versions): string {
  const details = changes.slice(0, mostGroups).map((change) => {
    const [title = "", ...rest] = changeLines(change);
    const code = rest.map((line) => printable(line.slice(2))).join("\n");
    const fence = "`".repeat(Math.max(3, ...(code.match(/`+/g) ?? []).map((run) => run.length + 1)));
    return [
      "<details>",
      `<summary>${escaped(title)}</summary>`,
      "",
      `${fence}diff`,
      code,
      fence,
      "",
      "</details>",
    ].join("\n");
  });
  const list = targets.map((each) => `- ${codeSpan(inLog(each.name))}: ${countsOf(each)}`);
  const parts = [
    `## ${escaped(titleOf(versions))}: ${verdict}`,
    [...list, ...(problems.length === 0 ? [] : [`- ${problemsText(problems)}`])].join("\n"),
    ...details,
    ...more(changes).filter((line) => line !== ""),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Text in a heading or a summary. */
function escaped(text: string): string {
  return inLog(text).replace(/[&<>`*_[\]\\@#|]/g, (character) => `&#${character.codePointAt(0)};`);
}

/** Limits of a report; JSON has everything. */
const [mostGroups, mostPaths, mostLines] = [20, 5, 12];

function titleOf({ from, to }: Versions): string {
  return `modelwright ${to} in place of ${from}`;
}

function countsOf({ files, unchanged }: RehearsedTarget): string {
  const parts = fileKinds.filter((kind) => files[kind] > 0).map((kind) => `${grouped(files[kind])} ${words[kind]}`);
  return [...parts, `${grouped(unchanged)} unchanged`].join(", ");
}

function problemsText(problems: Rehearsal["problems"]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const counts = [counted(errors, "new error"), counted(problems.length - errors, "new warning")];
  return counts.filter((text) => !text.startsWith("0 ")).join(", ");
}

function changeLines({ target, kind, paths, lines }: FileChange): readonly string[] {
  const shown = paths.slice(0, mostPaths);
  const left = paths.length - shown.length;
  return [
    `${words[kind]} in ${target}: ${counted(paths.length, "file")}`,
    ...shown.map((path) => `  ${path}`),
    ...(left === 0 ? [] : [`  … and ${counted(left, "more file")}`]),
    ...lines.slice(0, mostLines).map((line) => `  ${line}`),
    ...(lines.length > mostLines ? [`  … and ${counted(lines.length - mostLines, "more line")}`] : []),
  ];
}

function more({ length }: readonly FileChange[]): readonly string[] {
  return length <= mostGroups
    ? []
    : ["", `… and ${counted(length - mostGroups, "more change")}; --format json has all`];
}
