/**
 * The whole pipeline: sources → parse → check → resolve → pages → render → format → files. Pure: it reads nothing,
 * writes nothing and knows no clock.
 */
import type { Config, Target } from "./config/config.js";
import { type Checked, type Diagnostic, hasErrors, type SourceFile } from "./diagnostics/diagnostic.js";
import { languageOf, languages } from "./languages/index.js";
import { everyPage, type Pages } from "./languages/language.js";
import type { Page } from "./render/page.js";
import { uncheckedPatterns } from "./languages/unchecked-patterns.js";
import { format } from "./render/format.js";
import { compileTemplates } from "./render/templates.js";
import { TemplateError, type TemplateFiles } from "./render/template-files.js";
import { checkSpec } from "./spec/check.js";
import { parseSpecFile } from "./spec/parse.js";
import type { SpecFile } from "./spec/source.js";
import type { Definition, Spec } from "./spec/spec.js";

export interface Input {
  readonly config: Config;
  /** Those of the config's targets to make; all if left out. */
  readonly targets?: readonly Target[];
  /** The field specs, in code-unit order of their paths. */
  readonly sources: readonly SourceFile[];
  /** The templates of each of the config's targets, by the target's name. */
  readonly templates: ReadonlyMap<string, TemplateFiles>;
  /**
   * Where some of the sources only are given, the spec as a target sees it, from the part that they make up. Whatever has no
   * more than an outline in it must be known to the memory.
   */
  readonly whole?: (part: Spec, target: Target) => Spec;
  /** Told the spec as each target sees it, before anything is made of it. */
  readonly onChecked?: (specOf: SpecOfTarget) => void;
  /** What earlier runs can save this one. */
  readonly memory?: Memory;
  /**
   * Where others do a share of the work: which parts of a target, of so many, are to be made here. The pages that show the
   * spec as a whole are part 0; every definition is another.
   */
  readonly parts?: (target: Target, count: number) => Iterable<number>;
  /** Whether others have taken all parts of a target, so that it is left out here. */
  readonly isTaken?: (target: Target) => boolean;
  /** Told when a phase begins, for progress and timing. */
  readonly onPhase?: (phase: Phase, target?: Target) => void;
}

export type SpecOfTarget = (target: Target) => Spec;

export type Phase = "parse" | "check" | "resolve" | "pages" | "render";

/** Results of earlier runs, by content; leaving it out changes nothing but the time taken. */
export interface Memory {
  /** `parse(source)`, or what it gave for the same path and text. */
  specFile(source: SourceFile, parse: (source: SourceFile) => Checked<SpecFile>): Checked<SpecFile>;
  /** `render()`, or what it gave for a definition of this target when all that its pages may depend on was the same. */
  ofDefinition(target: Target, spec: Spec, definition: Definition, render: Render): Promise<readonly GeneratedFile[]>;
  /** `render()`, or what it gave for an equal page of this target with equal templates. */
  ofPage(target: Target, page: Page, render: Render): Promise<readonly GeneratedFile[]>;
}

export type Render = () => Promise<readonly GeneratedFile[]>;

export interface Generation {
  /** Every target with its files; empty when there is an error. */
  readonly targets: readonly GeneratedTarget[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface GeneratedTarget {
  readonly target: Target;
  /** The spec as the target sees it. */
  readonly spec: Spec;
  /** How many models, enums and unions the target shows. */
  readonly models: number;
  readonly files: readonly GeneratedFile[];
}

export interface GeneratedFile {
  /** Relative to the target's output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** What it shows and with which template. */
  readonly page: Omit<Page, "view">;
}

/** One target's spec and pages, before they are rendered. */
export interface Plan {
  readonly target: Target;
  readonly spec: Spec;
  readonly pages: readonly Page[];
}

/**
 * Renders every page of every target. All mistakes of all files are reported; with one error there are no files.
 * Each page is rendered before the next is made, so that only one holds its view in memory.
 */
export async function generate(input: Input): Promise<Generation> {
  const { value: specOf, diagnostics: mistakes } = check(input);
  if (specOf === undefined) return { targets: [], diagnostics: mistakes };
  input.onChecked?.(specOf);
  const diagnostics = [...mistakes];
  const targets: GeneratedTarget[] = [];
  for (const target of targetsOf(input)) {
    if (input.isTaken?.(target) === true) continue;
    const planned = planTarget(target, specOf, input);
    diagnostics.push(...planned.diagnostics);
    if (hasErrors(diagnostics)) continue;
    const rendered = await renderTarget(planned.value, input);
    diagnostics.push(...rendered.diagnostics);
    const { spec } = planned.value;
    targets.push({ target, spec, models: spec.definitions.length, files: rendered.value });
  }
  return { targets: hasErrors(diagnostics) ? [] : targets, diagnostics };
}

/** What would be rendered: the pages of every target with their views. No value when there is an error. */
export function plan(input: Omit<Input, "templates">): Checked<readonly Plan[]> {
  const { value: specOf, diagnostics: mistakes } = check(input);
  if (specOf === undefined) return { value: undefined, diagnostics: mistakes };
  const plans = targetsOf(input).map((target) => planTarget(target, specOf, input));
  const diagnostics = [...mistakes, ...plans.flatMap((each) => each.diagnostics)];
  const made = (): readonly Plan[] =>
    plans.map(({ value: { target, spec, pages } }) => ({ target, spec, pages: [...everyPage(spec, pages)] }));
  return { value: hasErrors(diagnostics) ? undefined : made(), diagnostics };
}

/** A plan whose pages are not made yet. */
type Draft = Omit<Plan, "pages"> & { readonly pages: Pages };

type Unrendered = Omit<Input, "templates">;

function targetsOf({ config, targets = config.targets }: Unrendered): readonly Target[] {
  return targets;
}

/** The spec as each target sees it. No value when there is an error in any version of it. */
function check(input: Unrendered): Checked<SpecOfTarget> {
  const { config, sources, memory, onPhase, whole = (part) => part } = input;
  onPhase?.("parse");
  const parsed = sources.map((source) => memory?.specFile(source, parseSpecFile) ?? parseSpecFile(source));
  onPhase?.("check");
  const { value, diagnostics } = checkSpec(parsed, config, labelsOf(config));
  if (value === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  return {
    value: (target) => whole(value(target), target),
    diagnostics: [...diagnostics, ...uncheckedPatterns(targetsOf(input), value)],
  };
}

/** The keys that `names:` and `rename:` may have. */
function labelsOf(config: Config): readonly string[] {
  return [...new Set([...languages.map(({ id }) => id), ...config.targets.map(({ name }) => name)])];
}

interface Found<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

function planTarget(target: Target, specOf: SpecOfTarget, { onPhase }: Unrendered): Found<Draft> {
  onPhase?.("resolve", target);
  const spec = specOf(target);
  onPhase?.("pages", target);
  const pages = languageOf(target.language).pages(spec, target);
  return { value: { target, spec, pages }, diagnostics: pages.diagnostics };
}

async function renderTarget(draft: Draft, input: Input): Promise<Found<readonly GeneratedFile[]>> {
  const { target, spec } = draft;
  input.onPhase?.("render", target);
  const renderer = await rendererOf(target, input);
  const count = 1 + spec.definitions.length;
  const files: GeneratedFile[] = [];
  for (const part of input.parts?.(target, count) ?? Array(count).keys()) {
    files.push(...(await renderPart(part, draft, renderer, input)));
  }
  return { value: files, diagnostics: renderer.mistakes() };
}

async function renderPart(
  part: number,
  { target, spec, pages }: Draft,
  renderer: Renderer,
  { memory }: Input,
): Promise<readonly GeneratedFile[]> {
  const definition = spec.definitions[part - 1];
  if (definition !== undefined) {
    const render = (): Promise<readonly GeneratedFile[]> => renderAll(pages.of(definition), renderer);
    return memory?.ofDefinition(target, spec, definition, render) ?? render();
  }
  const files: GeneratedFile[] = [];
  for (const page of pages.others()) {
    const render = (): Promise<readonly GeneratedFile[]> => renderer.file(page);
    files.push(...(await (memory?.ofPage(target, page, render) ?? render())));
  }
  return files;
}

async function renderAll(pages: Iterable<Page>, renderer: Renderer): Promise<readonly GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  for (const page of pages) files.push(...(await renderer.file(page)));
  return files;
}

interface Renderer {
  /** The page with its text; nothing if its template is wrong. */
  file(page: Page): Promise<readonly GeneratedFile[]>;
  /** Every mistake in a template, once. */
  mistakes(): readonly Diagnostic[];
}

async function rendererOf(target: Target, { templates }: Input): Promise<Renderer> {
  const render = await compileTemplates(templates.get(target.name) ?? new Map());
  const mistakes = new Map<string, Diagnostic>();
  return {
    async file(page) {
      try {
        const { text, own } = render(page);
        const { path, template, model, span } = page;
        const formatted = target.format && own ? await format(path, text) : text;
        return [{ path, text: formatted, page: { path, template, model, span } }];
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        const { message, span } = error.diagnostic;
        const place = `${span?.file}:${span?.start} ${message}`;
        if (!mistakes.has(place)) mistakes.set(place, error.diagnostic);
        return [];
      }
    },
    mistakes: () => [...mistakes.values()],
  };
}
