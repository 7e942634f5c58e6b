/** `modelwright why`: the places of the specs and templates that a generated line comes from. */
import { readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { outputsOf } from "../config/config.js";
import { hint } from "../diagnostics/asides.js";
import { hasErrors, type SourceFile } from "../diagnostics/diagnostic.js";
import { printable } from "../diagnostics/printable.js";
import { position } from "../diagnostics/text.js";
import { isWithin } from "../disk/list-files.js";
import { generate, type Input } from "../generate.js";
import { sourcesOf } from "../run/project.js";
import { didYouMean } from "../shape/suggest.js";
import type { Subject } from "../why/experiment.js";
import { type Cause, type Explanation, why } from "../why/why.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { UsageError } from "./failure.js";
import type { WhyFlags } from "./flags.js";
import { jsonText } from "./json-text.js";
import { openProject, type OpenProject } from "./open-project.js";
import { reportDiagnostics } from "./report-findings.js";
import type { Terminal } from "./terminal.js";
import { whyText } from "./why-text.js";

/** The output of `--format json`; lines and columns count from 1, columns in UTF-16 code units. */
export interface JsonWhy {
  /** Relative to the working folder. */
  readonly file: string;
  readonly target: string;
  readonly lines: readonly {
    readonly line: number;
    readonly text: string;
    readonly spec: readonly JsonCause[];
    readonly template: readonly JsonCause[];
  }[];
}

export interface JsonCause {
  /** Relative to the config. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `models.Person.fields.name.type`, or the line of a template. */
  readonly path: string;
  /** The text of the place. */
  readonly text: string;
  /** `layout` if it decides only where the line breaks or how wide it is. */
  readonly effect: "content" | "layout";
}

/**
 * @param argument `FILE`, `FILE:LINE` or `FILE:FROM-TO`
 * @throws UsageError if no target generates the file, or the file has no such line
 */
export async function whyCommand(argument: string, flags: WhyFlags, terminal: Terminal): Promise<ExitCode> {
  const [, path = "", first, last] = /^(.*?)(?::(\d+)(?:-(\d+))?)?$/s.exec(argument) ?? [];
  const project = await openProject(flags, terminal);
  const subject = project && (await findSubject(resolve(path), path, project, terminal));
  if (project === undefined || subject === undefined) return exitCode.mistakes;
  const count = subject.file.text.split("\n").length;
  const [from, to] = first === undefined ? [1, count] : [Number(first), Number(last ?? first)];
  if (from < 1 || to > count || from > to)
    throw new UsageError(`there is no line ${argument.slice(path.length + 1)} in ${path}`, `it has ${count} lines`);
  reportOtherText(resolve(path), path, subject, terminal);
  const explanation = await why(subject, from, to);
  const sources = new Map(sourcesOf(project.file, project.inputs).map((source) => [source.path, source]));
  terminal.out(
    flags.format === "json"
      ? jsonText(json(path, subject, explanation, sources))
      : whyText(path, explanation, { sources, colors: terminal.outColors, isDetailed: first !== undefined }),
  );
  return exitCode.fine;
}

/** The file and its target; undefined if the project has an error, which is reported. @throws UsageError */
async function findSubject(
  absolute: string,
  shown: string,
  project: OpenProject,
  terminal: Terminal,
): Promise<Subject | undefined> {
  const { file, config, outside, inputs } = project;
  const targets = config.targets.filter((target) =>
    outputsOf(target).some((output) => isWithin(resolve(file.root, output), absolute)),
  );
  const input: Input = { config, languages: outside.languages, sources: inputs.sources, templates: inputs.templates };
  const generation = await generate({ ...input, targets });
  reportDiagnostics({ root: file.root, sources: sourcesOf(file, inputs), ...generation }, terminal);
  if (hasErrors(generation.diagnostics)) return undefined;
  const paths = new Map<string, Subject>();
  for (const { target, spec, output, files } of generation.targets)
    for (const each of files) paths.set(resolve(file.root, output, each.path), { input, target, spec, file: each });
  const found = paths.get(absolute);
  if (found !== undefined) return found;
  const known = [...paths.keys()].map((path) => relative(process.cwd(), path).split(sep).join("/"));
  throw new UsageError(`no target generates ${shown}`, didYouMean(shown, new Set(known)) ?? hint("outputs"));
}

/** Warns that the file on the disk has other lines. */
function reportOtherText(absolute: string, shown: string, { file }: Subject, { err }: Terminal): void {
  if (textOf(absolute) === file.text) return;
  err(printable(`${shown} is not up to date; the lines are those that "modelwright generate" would write`) + "\n");
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function json(
  file: string,
  { target }: Subject,
  { lines }: Explanation,
  sources: ReadonlyMap<string, SourceFile>,
): JsonWhy {
  const causes = (all: readonly Cause[]): readonly JsonCause[] =>
    all.flatMap(({ span, path, isLayout }) => {
      const source = sources.get(span.file);
      if (source === undefined) return [];
      const text = source.text.slice(span.start, span.end);
      return [
        { file: span.file, ...position(source, span.start), path, text, effect: isLayout ? "layout" : "content" },
      ];
    });
  return {
    file,
    target: target.name,
    lines: lines.map(({ number, text, spec, template }) => {
      return { line: number, text, spec: causes(spec), template: causes(template) };
    }),
  };
}
