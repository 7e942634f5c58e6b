/** For build systems: lists the files that a step reads, and those that it writes. */
import { join, relative, resolve, sep } from "node:path";
import { outputsOf, type Target } from "../config/config.js";
import { isWithin } from "../disk/list-files.js";
import { manifestName } from "../output/manifest.js";
import { covers, partName } from "../output/shard.js";
import { placeOf } from "../render/page.js";
import { printable } from "../diagnostics/printable.js";
import type { ListFlags } from "./flags.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { jsonText } from "./json-text.js";
import { openProject, type OpenProject, planProject } from "./open-project.js";
import type { Terminal } from "./terminal.js";

/** The output of `--format json` for each target; all paths are relative to the working folder. */
export interface JsonFiles {
  readonly target: string;
  /** The folders of the files: a file that is added to one of them belongs to the list. */
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/**
 * `modelwright inputs`: lists the config, the specs, the target's own templates, and the code and templates of an external
 * language; shipped ones change only with the package.
 *
 * @throws UnknownTarget
 */
export async function inputsCommand(flags: ListFlags, terminal: Terminal): Promise<ExitCode> {
  const project = await openProject(flags, terminal);
  if (project === undefined) return exitCode.mistakes;
  print(
    project.targets.map((target) => inputsOf(target, project)),
    flags,
    terminal,
  );
  return exitCode.fine;
}

/** `modelwright outputs`: lists the pages and the manifest, or those of a shard. @throws UnknownTarget */
export async function outputsCommand(flags: ListFlags, terminal: Terminal): Promise<ExitCode> {
  const project = await openProject(flags, terminal);
  const plans = project && (await planProject(project, terminal));
  if (project === undefined || plans === undefined) return exitCode.mistakes;
  const { shard } = flags;
  const lists = plans.map(({ target, pages }): JsonFiles => {
    const outputs = outputsOf(target);
    const manifests = outputs.map((output) => ({ output, path: shard === undefined ? manifestName : partName(shard) }));
    const files = pages
      .flatMap((page) => placeOf(page, target) ?? [])
      .filter(({ path }) => shard === undefined || covers(shard, path));
    const inProject = [...manifests, ...files].map(({ output, path }) => join(output, path));
    return { target: target.name, folders: shown(project, outputs), files: shown(project, inProject) };
  });
  print(lists, flags, terminal);
  return exitCode.fine;
}

function inputsOf({ name, language, templates }: Target, project: OpenProject): JsonFiles {
  const {
    file,
    config,
    inputs,
    outside: { files: languages },
  } = project;
  const outside = languages.find(({ id }) => id === language);
  const isOutside = (path: string): boolean =>
    outside?.templates !== undefined && isWithin(outside.templates, resolve(file.root, path));
  const used = [...(inputs.templates.get(name)?.values() ?? [])].filter(({ own, path }) => own || isOutside(path));
  // All modules are loaded, whichever target is selected.
  const code = languages.flatMap((each) => each.code);
  return {
    target: name,
    folders: shown(project, [config.spec, templates ?? [], outside?.templates ?? []].flat()),
    files: shown(project, [...[file, ...inputs.sources, ...used].map(({ path }) => path), ...code]),
  };
}

function shown({ file }: OpenProject, paths: readonly string[]): readonly string[] {
  return paths.map((path) => relative(process.cwd(), resolve(file.root, path)).split(sep).join("/")).sort();
}

function print(lists: readonly JsonFiles[], { format }: ListFlags, { out, isOutShown }: Terminal): void {
  if (format === "json") out(jsonText(lists));
  else
    out(
      [...new Set(lists.flatMap(({ files }) => files))]
        .sort()
        .map((file) => `${isOutShown ? printable(file) : file}\n`)
        .join(""),
    );
}
