/**
 * Why a generated file is as it is. The method is an experiment: change one part of the input, generate the file again, and see
 * which lines differ. So nothing in the generator has to keep track of where a string came from, and what is reported is what a
 * change would do. Parts are changed in groups first, and a group that changes no line is done.
 */
import { type Effect, Experiment, type Subject } from "./experiment.js";
import type { Part } from "./part.js";
import { templateParts } from "./template-parts.js";

/** What a file's lines come from. */
export interface Explanation {
  readonly lines: readonly ExplainedLine[];
}

export interface ExplainedLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Parts of the spec that change the line; those that change the fewest lines of the file first. */
  readonly spec: readonly Cause[];
  /** Lines of templates that print it; those that print the fewest lines of the file first. */
  readonly template: readonly Cause[];
}

export interface Cause extends Pick<Part, "span" | "path"> {
  /** Whether it changes only where the line breaks, or its width in a table. */
  readonly isLayout: boolean;
}

/**
 * Explains lines of a file.
 *
 * @param from the first line, from 1
 * @param to the last line
 */
export async function why(subject: Subject, from: number, to: number): Promise<Explanation> {
  const texts = subject.file.text.split("\n");
  const isAsked = (line: number): boolean => line + 1 >= from && line + 1 <= to;
  const experiment = new Experiment(subject, isAsked);
  await experiment.leaveOutUnrelated();
  const spec = await experiment.effectsOfSpec();
  const template = await experiment.effectsOfTemplates(
    templateParts(subject.file.page.template, subject.input.templates.get(subject.target.name) ?? new Map()),
  );
  const lines = texts.flatMap((text, line) =>
    isAsked(line) ? [{ number: line + 1, text, spec: causesOf(line, spec), template: causesOf(line, template) }] : [],
  );
  return { lines };
}

function causesOf(line: number, effects: readonly Effect[]): readonly Cause[] {
  const found = new Map<Part, Cause & { readonly lines: number }>();
  for (const { part, content, layout } of effects) {
    const isLayout = !content.has(line);
    const known = found.get(part);
    if ((isLayout && !layout.has(line)) || (known !== undefined && (!known.isLayout || isLayout))) continue;
    found.set(part, { span: part.span, path: part.path, isLayout, lines: content.size });
  }
  return [...found.values()]
    .sort((a, b) => Number(a.isLayout) - Number(b.isLayout) || a.lines - b.lines)
    .map(({ span, path, isLayout }) => ({ span, path, isLayout }));
}
