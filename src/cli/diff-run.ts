/** Compares the working folder with another state of the project, or two versions of its spec. */
import { type Approval, reviewed, type ReviewedReport } from "../compare/approvals.js";
import { compareStates, type State } from "../compare/compare.js";
import type { Target } from "../config/config.js";
import { differentTemplates, type Outputs } from "../compare/text-changes.js";
import { atVersionKeys } from "../compare/version-keys.js";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { printable } from "../diagnostics/printable.js";
import { hashOf } from "../disk/hash.js";
import { ownVersion } from "../disk/identity.js";
import { checkInput } from "../generate.js";
import { readApprovals } from "./approvals-file.js";
import { type BaseProject, readBase } from "./base-project.js";
import type { Project } from "../run/load-project.js";
import { type ConfigFile, sourcesOf } from "../run/project.js";
import { changedFiles, type FileChanges, filesByTemplate, filesOf } from "./diff-files.js";
import { editsOf, toolsOf } from "./diff-output.js";
import { type PlacedReport, placedReport } from "./diff-places.js";
import { UsageError } from "./failure.js";
import type { DiffFlags } from "./flags.js";
import { openProject, type OpenProject } from "./open-project.js";
import { reportDiagnostics } from "./report-findings.js";
import type { Terminal } from "./terminal.js";

export interface Comparison {
  readonly project: OpenProject;
  readonly approvals: readonly Approval[];
  readonly report: ReviewedReport;
  /** The report with paths relative to a folder. */
  reportIn(folder: string): PlacedReport;
  /** How the generated files change. */
  files(): Promise<readonly FileChanges[] | undefined>;
}

/** Undefined if one of the states has an error; diagnostics are reported. @throws UsageError, UnknownTarget, GitError, DiskError */
export async function compareProject(
  base: string | undefined,
  flags: Pick<DiffFlags, "config" | "target" | "from" | "to">,
  terminal: Terminal,
): Promise<Comparison | undefined> {
  const { from, to } = flags;
  if ((from === undefined) !== (to === undefined)) throw new UsageError("--from and --to are used together");
  if (base !== undefined && from !== undefined) throw new UsageError("a base cannot be combined with --from and --to");
  const project = await openProject(flags, terminal);
  if (project === undefined) return undefined;
  const versions = from === undefined || to === undefined ? undefined : { from, to };
  if (versions !== undefined) checkVersions(project, Object.values(versions));
  const after = stateOf(project, project.file, terminal);
  const approvals = readApprovals(project.file, terminal);
  if (after === undefined || approvals === undefined) return undefined;

  const other = versions === undefined ? readBase(project.file, base, project.outside) : undefined;
  const before = other === undefined ? after : baseState(other, terminal);
  if (before === undefined) return undefined;
  const { targets, outside } = project;
  const outputs = other && (await outputsSince(other, project, { before, after }));
  const { languages } = outside;
  const compared = compareStates({ before, after, targets, languages, versions, outputs, hash: hashOf });
  const changes =
    versions === undefined
      ? compared.changes
      : atVersionKeys(compared.changes, after.sources, project.config.versions, [versions.from, versions.to]);
  const report = reviewed({ ...compared, changes }, approvals);
  const sides = {
    before: { root: other?.shownRoot ?? project.file.root, sources: before.sources },
    after: { root: project.file.root, sources: after.sources, config: project.file.path },
  };
  const name = versions === undefined ? `since ${other!.name}` : `from version ${versions.from} to ${versions.to}`;
  // Approvals may be of changes of other targets, or of changes since another base.
  const isPart = versions !== undefined || targets.length < project.config.targets.length;
  const shown = isPart ? { ...report, stale: [] } : report;
  const old = other?.value ?? project;
  const files = (): ReturnType<typeof changedFiles> => {
    const inVersion = (all: readonly Target[], version: string | undefined): readonly Target[] =>
      version === undefined ? all : all.map((each) => ({ ...each, version }));
    const same = old.config.targets.filter(({ name }) => targets.some((each) => each.name === name));
    return changedFiles(
      { project: old, targets: inVersion(same, versions?.from) },
      { project, targets: inVersion(targets, versions?.to) },
    );
  };
  return { project, approvals, report: shown, files, reportIn: (folder) => placedReport(shown, name, sides, folder) };
}

async function outputsSince(
  { value, read }: BaseProject,
  project: OpenProject,
  { before, after }: Readonly<Record<"before" | "after", State>>,
): Promise<Outputs> {
  const { targets, file } = project;
  const tools = toolsOf(value?.config.targets ?? [], read);
  const changed = (name: string): readonly string[] =>
    differentTemplates(before.templates.get(name), after.templates.get(name));
  const byTemplate = value === undefined ? new Map() : await filesByTemplate(value, { project, targets }, changed);
  const edits = await editsOf(targets, file.root, read, () => filesOf({ project, targets }));
  return { tools, tool: ownVersion(), edits, byTemplate };
}

function checkVersions({ config: { versions } }: OpenProject, named: readonly string[]): void {
  for (const name of named) {
    if (versions.includes(name)) continue;
    const hint = versions.length === 0 ? "the config lists no versions" : `the versions are ${versions.join(", ")}`;
    throw new UsageError(`unknown version "${name}"`, hint);
  }
}

export type SourcedState = State & { readonly sources: ReturnType<typeof sourcesOf> };

/** Undefined if the spec has an error; diagnostics are reported. */
export function stateOf(
  project: Project,
  file: ConfigFile,
  terminal: Terminal,
  shownRoot = file.root,
): SourcedState | undefined {
  const { config, inputs, outside } = project;
  const sources = sourcesOf(file, inputs);
  const { value: specOf, diagnostics } = checkInput({ config, languages: outside.languages, sources: inputs.sources });
  const isBase = shownRoot !== file.root;
  const shown = isBase ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  reportDiagnostics({ root: shownRoot, sources, diagnostics: shown }, terminal);
  if (specOf === undefined) return undefined;
  const templates = [...inputs.templates].map(([target, all]) => {
    const own = [...all].filter(([, template]) => template.own).map(([name, { text }]) => [name, text] as const);
    return [target, new Map(own)] as const;
  });
  return { config, specOf, templates: new Map(templates), sources };
}

/** The same for the other state, whose mistakes are reported as its own. */
export function baseState(base: BaseProject, terminal: Terminal): SourcedState | undefined {
  const { value: project, diagnostics, file, shownRoot, name } = base;
  const explain = (): undefined => {
    terminal.err(`error: the base, ${printable(name)}, has errors; nothing was compared\n`);
    return undefined;
  };
  if (project === undefined || file === undefined || hasErrors(diagnostics)) {
    const sources = file === undefined ? [] : [file];
    reportDiagnostics({ root: shownRoot, sources, diagnostics }, terminal);
    return explain();
  }
  return stateOf(project, file, terminal, shownRoot) ?? explain();
}
