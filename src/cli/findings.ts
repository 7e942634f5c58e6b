/** Everything that a run found, as diagnostics: problems in the inputs and differences in the outputs. */
import { join, relative, resolve, sep } from "node:path";
import { type Diagnostic, filesIn, type SourceFile, type Span } from "../diagnostics/diagnostic.js";
import { codeOfState, type Difference } from "../output/differences.js";
import type { RunResult } from "../run/run-options.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import { hint } from "../diagnostics/asides.js";

export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly difference?: Difference;
  /** The path of the file that differs. */
  readonly path?: string;
  /** The output folder of the file. */
  readonly output?: string;
}

export interface Findings {
  readonly all: readonly Finding[];
  /** The sources of the findings, by path. */
  readonly sources: ReadonlyMap<string, SourceFile>;
}

/** Makes every path relative to the given folder. */
export function findingsOf(
  { root, diagnostics, sources, targets }: Omit<RunResult, "outcome">,
  folder: string,
): Findings {
  const shown = (path: string): string => relative(folder, resolve(root, path)).split(sep).join("/");
  const findings: Finding[] = diagnostics.map((diagnostic) => ({ diagnostic: moved(diagnostic, shown) }));
  const edits: SourceFile[] = [];
  const obstacles = new Set<string>();
  for (const target of targets) {
    for (const difference of target.differences) {
      if (isKnownObstacle(difference, target.output, obstacles)) continue;
      const path = shown(join(target.output, difference.path));
      const edited = difference.state === "edited" ? editedPlace(difference, path) : undefined;
      if (edited !== undefined) edits.push(edited.source);
      findings.push({
        diagnostic: moved(diagnose(difference, path, shown, target.isImport), shown, edited?.span),
        difference,
        path,
        output: target.output,
      });
    }
  }
  const causes = targets.flatMap(({ differences }) => differences.flatMap(({ cause }) => cause?.file ?? []));
  const named = new Set([...diagnostics.flatMap(filesIn), ...causes]);
  const texts = sources.filter(({ path }) => named.has(path)).map(({ path, text }) => ({ path: shown(path), text }));
  return { all: findings, sources: new Map([...texts, ...edits].map((source) => [source.path, source])) };
}

/** A file or link that is in the way of a whole folder blocks every file in it, and is reported once. */
function isKnownObstacle({ state, obstacle }: Difference, output: string, known: Set<string>): boolean {
  const id = `${output}\n${obstacle}`;
  const isOfFolder = state === "blocked" && obstacle.startsWith('"');
  return isOfFolder && (known.has(id) || !known.add(id));
}

function diagnose(
  { state, cause, causes, template, obstacle }: Difference,
  path: string,
  shown: (path: string) => string,
  isImport = false,
): Diagnostic {
  const found =
    state === "blocked"
      ? problem("blocked-file", "file", { path, reason: obstacle })
      : differs(state, path, isImport, causes);
  const laidOut = template === undefined ? undefined : hint("laidOut", { template: shown(template) });
  return diagnosticAt(found, cause, { hint: found.hint ?? laidOut });
}

function differs(
  state: Exclude<Difference["state"], "blocked">,
  path: string,
  isImport: boolean,
  causes: Difference["causes"],
): Problem {
  const code = codeOfState[state];
  const isAboutSource = code === "stale-file" || code === "left-over-file" || code === "edited-file";
  if (isImport && isAboutSource) return problem(code, "spec", { path });
  if (code === "edited-file" || code === "foreign-file" || causes.length === 0) return problem(code, "file", { path });
  return problem(code, "because", { path, cause: causes.map(({ text }) => text).join("; ") });
}

function moved(diagnostic: Diagnostic, shown: (path: string) => string, place?: Span): Diagnostic {
  const move = (span: Span): Span => ({ ...span, file: shown(span.file) });
  const span = place ?? (diagnostic.span && move(diagnostic.span));
  return {
    ...diagnostic,
    ...(span && { span }),
    ...(diagnostic.related && { related: diagnostic.related.map((each) => ({ ...each, span: move(each.span) })) }),
  };
}

/** The first difference in a generated file. */
function editedPlace({ found, wanted }: Difference, path: string): { source: SourceFile; span: Span } | undefined {
  const text = found();
  if (text === undefined) return undefined;
  let start = 0;
  while (start < text.length && text[start] === wanted?.[start]) start++;
  return { source: { path, text }, span: { file: path, start, end: start + 1 } };
}
