/** What another version of modelwright would change in the output of a project. It reads nothing and writes nothing. */
import { structuredPatch } from "diff";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Severity } from "../diff/change.js";
import { worst } from "../diff/change.js";
import type { GeneratedFile } from "../render/page.js";
import { kindOfLines, type LinesKind } from "./line-kinds.js";

/** What one version makes of a project. */
export interface Output {
  /** The targets with their files; none if there is an error. */
  readonly targets: readonly OutputTarget[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface OutputTarget {
  readonly target: { readonly name: string };
  readonly files: readonly Pick<GeneratedFile, "output" | "path" | "text">[];
}

export const fileKinds = ["removed", "added", "code", "pages", "comments", "formatting"] as const;

export type FileKind = "removed" | "added" | LinesKind;

export interface Rehearsal {
  readonly verdict: Severity;
  readonly targets: readonly RehearsedTarget[];
  /** Files that change in the same way, the kinds in the order of `fileKinds`. */
  readonly changes: readonly FileChange[];
  /** What only the other version reports. */
  readonly problems: readonly Diagnostic[];
}

export interface RehearsedTarget {
  readonly name: string;
  readonly files: Readonly<Record<FileKind, number>>;
  readonly unchanged: number;
}

export interface FileChange {
  readonly target: string;
  readonly kind: FileKind;
  /** With their output folders. */
  readonly paths: readonly string[];
  /** The lines that change, with `-` and `+`; none for files that are added or removed. */
  readonly lines: readonly string[];
}

export function rehearse(current: Output, other: Output): Rehearsal {
  const known = new Set(current.diagnostics.map(idOf));
  const problems = other.diagnostics.filter((each) => !known.has(idOf(each)));
  const isBroken = problems.some(({ severity }) => severity === "error");
  const names = [...new Set(current.targets.map(({ target }) => target.name))];
  const targets = isBroken
    ? []
    : names.map((name) => compareTarget(name, filesOf(current, name), filesOf(other, name)));
  const changes = targets.flatMap(({ changes: each }) => each);
  const ordered = fileKinds.flatMap((kind) => changes.filter((each) => each.kind === kind));
  return {
    verdict: worst(isBroken ? "breaking" : "none", ...changes.map(({ kind }) => severityOf[kind])),
    targets: targets.map(({ report }) => report),
    changes: ordered,
    problems,
  };
}

/** Code is not compared by meaning. */
const severityOf: Readonly<Record<FileKind, Severity>> = {
  ...{
    removed: "breaking",
    added: "none",
    code: "conditional",
    pages: "silent",
    comments: "silent",
    formatting: "none",
  },
};

/** The same mistake, in the words of either version. */
function idOf({ code, severity, span }: Diagnostic): string {
  return JSON.stringify([code, severity, span?.file, span?.start]);
}

type Texts = ReadonlyMap<string, string>;

function filesOf({ targets }: Output, name: string): Texts {
  const files = targets.filter(({ target }) => target.name === name).flatMap((each) => each.files);
  return new Map(files.map(({ output, path, text }) => [`${output}/${path}`, text]));
}

function compareTarget(
  name: string,
  before: Texts,
  after: Texts,
): { readonly report: RehearsedTarget; readonly changes: readonly FileChange[] } {
  const groups = new Map<string, { kind: FileKind; paths: string[]; lines: readonly string[] }>();
  const files = { removed: 0, added: 0, code: 0, pages: 0, comments: 0, formatting: 0 };
  let unchanged = 0;
  for (const path of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, current] = [before.get(path), after.get(path)];
    if (old === current) {
      unchanged++;
      continue;
    }
    const kind = current === undefined ? "removed" : old === undefined ? "added" : kindOfLines(path, old, current);
    const lines =
      old === undefined || current === undefined ? [] : (changedLines(old, current) ?? ["- all lines", "+ all lines"]);
    const key = JSON.stringify([kind, lines.map((line) => line.trim())]);
    const group = groups.get(key) ?? { kind, paths: [], lines };
    groups.set(key, group);
    group.paths.push(path);
    files[kind]++;
  }
  return {
    report: { name, files, unchanged },
    changes: [...groups.values()].map((group) => ({ target: name, ...group })),
  };
}

/** With `-` and `+`; undefined if most of a long file changes. */
export function changedLines(old: string, current: string): readonly string[] | undefined {
  const patch = structuredPatch("", "", old, current, undefined, undefined, { context: 0, maxEditLength: 2_000 });
  return patch?.hunks.flatMap(({ lines }) => lines.filter((line) => !line.startsWith("\\")));
}
