/** How the generated files of two states differ. */
import { kindOfLines } from "../compare/line-kinds.js";
import type { FileKind as RehearsedKind } from "../compare/rehearsal.js";
import type { Target } from "../config/config.js";
import { generate } from "../generate.js";
import type { Project } from "../run/load-project.js";

/** The number of files of a target by what changes in them. */
export interface FileChanges {
  readonly target: string;
  readonly files: ReadonlyMap<FileKind, number>;
}

/** Beside other formatting, the padding of tables is a kind of its own: one longer name changes every row. */
export type FileKind = RehearsedKind | "padding";

/** One state of a project, and its targets in the versions to compare. */
export interface Generated {
  readonly project: Project;
  readonly targets: readonly Target[];
}

/** Undefined if one of the states cannot be generated. */
export async function changedFiles(before: Generated, after: Generated): Promise<readonly FileChanges[] | undefined> {
  const [old, current] = [await filesOf(before), await filesOf(after)];
  if (old === undefined || current === undefined) return undefined;
  return [...current].map(([target, files]) => {
    const others = old.get(target) ?? new Map<string, string>();
    const counts = new Map<FileKind, number>();
    for (const path of new Set([...others.keys(), ...files.keys()])) {
      const kind = kindOf(path, others.get(path), files.get(path));
      if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return { target, files: counts };
  });
}

type Files = ReadonlyMap<string, string>;

/** The contents by path, for each target. */
async function filesOf({ project, targets }: Generated): Promise<ReadonlyMap<string, Files> | undefined> {
  const { config, outside, inputs } = project;
  const { languages } = outside;
  const made = await generate({ config, languages, targets, sources: inputs.sources, templates: inputs.templates });
  if (targets.length > 0 && made.targets.length === 0) return undefined;
  const byTarget = new Map<string, Map<string, string>>();
  for (const { target, output, files } of made.targets) {
    const own = byTarget.get(target.name) ?? new Map<string, string>();
    for (const { path, text } of files) own.set(`${output}/${path}`, text);
    byTarget.set(target.name, own);
  }
  return byTarget;
}

function kindOf(path: string, before: string | undefined, after: string | undefined): FileKind | undefined {
  if (before === after) return undefined;
  if (before === undefined) return "added";
  if (after === undefined) return "removed";
  return /\.mdx?$/.test(path) && unpadded(before) === unpadded(after) ? "padding" : kindOfLines(path, before, after);
}

/** Without the spaces and dashes that align the columns of tables. */
function unpadded(text: string): string {
  return text.replace(/^\|.*$/gm, (row) => row.replace(/ +(?=\|)|(?<=\|) +/g, " ").replace(/-{2,}/g, "-"));
}
