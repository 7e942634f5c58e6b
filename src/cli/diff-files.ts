/** How the generated files of two states differ. */
import type { Target } from "../config/config.js";
import { generate } from "../generate.js";
import type { Project } from "../run/load-project.js";

/** The number of files of a target by what happens to them. */
export interface FileChanges extends Readonly<Record<FileChange, number>> {
  readonly target: string;
}

export const fileChanges = ["meaning", "formatting", "padding", "added", "removed"] as const;
export type FileChange = (typeof fileChanges)[number];

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
    const count = { meaning: 0, formatting: 0, padding: 0, added: 0, removed: 0 };
    const others = old.get(target) ?? new Map<string, string>();
    for (const [path, text] of files) {
      const change = changeOf(path, others.get(path), text);
      if (change !== undefined) count[change] += 1;
    }
    count.removed = [...others.keys()].filter((path) => !files.has(path)).length;
    return { target, ...count };
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

function changeOf(path: string, before: string | undefined, after: string): FileChange | undefined {
  if (before === undefined) return "added";
  if (before === after) return undefined;
  if (path.endsWith(".md") && unpadded(before) === unpadded(after)) return "padding";
  return unformatted(before) === unformatted(after) ? "formatting" : "meaning";
}

/** Without the spaces and dashes that align the columns of tables. */
function unpadded(text: string): string {
  return text.replace(/^\|.*$/gm, (row) => row.replace(/ +(?=\|)|(?<=\|) +/g, " ").replace(/-{2,}/g, "-"));
}

/** Without line breaks, indentation and trailing commas. */
function unformatted(text: string): string {
  return text.replace(/\s+/g, "").replace(/,(?=[)\]}])/g, "");
}
