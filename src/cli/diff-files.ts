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

/** The files that each of a target's changed templates changes, by target and name. */
export async function filesByTemplate(
  before: Pick<Project, "inputs">,
  after: Generated,
  changed: (target: string) => readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>> {
  const affected = after.targets.filter(({ name }) => changed(name).length > 0);
  const current = affected.length === 0 ? undefined : await filesOf({ ...after, targets: affected });
  const all = new Map<string, Map<string, readonly string[]>>();
  for (const target of affected) {
    for (const template of changed(target.name)) {
      const project = withTemplate(after.project, before, target.name, template);
      const old = await filesOf({ project, targets: [target] });
      if (old === undefined || current === undefined) continue;
      const [was, is] = [old.get(target.name) ?? new Map(), current.get(target.name) ?? new Map()];
      const paths = [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path));
      const own = all.get(target.name) ?? new Map<string, readonly string[]>();
      all.set(target.name, own.set(template, paths.sort()));
    }
  }
  return all;
}

/** The project with one template as it was. */
function withTemplate(project: Project, { inputs }: Pick<Project, "inputs">, target: string, name: string): Project {
  const templates = new Map(project.inputs.templates.get(target));
  const old = inputs.templates.get(target)?.get(name);
  if (old === undefined) templates.delete(name);
  else templates.set(name, old);
  return {
    ...project,
    inputs: { ...project.inputs, templates: new Map([...project.inputs.templates, [target, templates]]) },
  };
}

export type Files = ReadonlyMap<string, string>;

/** The contents by path, for each target; undefined if they cannot be generated. */
export async function filesOf({ project, targets }: Generated): Promise<ReadonlyMap<string, Files> | undefined> {
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
