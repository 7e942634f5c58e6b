/**
 * The whole pipeline: sources → parse → check → resolve → pages → render → format → files. Pure: it reads nothing,
 * writes nothing and knows no clock.
 */
import { type Config, isForSite, outputsOf, type Target } from "./config/config.js";
import { problem } from "./diagnostics/problem.js";
import { diagnosticAt } from "./diagnostics/reporter.js";
import { type Checked, type Diagnostic, hasErrors, type SourceFile } from "./diagnostics/diagnostic.js";
import { languages } from "./languages/index.js";
import { type MarkdownReader, markdownReader } from "./docs/prose.js";
import { everyPage, type Language, type Pages } from "./languages/language.js";
import { LanguageFailure } from "./languages/outside.js";
import { pagesOf } from "./languages/together-docs.js";
import { type GeneratedFile, type Page, placeOf } from "./render/page.js";
import { uncheckedPatterns } from "./languages/unchecked-patterns.js";
import { format } from "./render/format.js";
import { checkPagePaths } from "./render/page-paths.js";
import { compileTemplates } from "./render/templates.js";
import { TemplateError, type TemplateFiles } from "./render/template-files.js";
import { checkSpec, type SpecOf } from "./spec/check.js";
import { parseSpecFile } from "./spec/parse.js";
import type { Definition, Spec } from "./spec/spec.js";

export interface Input {
  readonly config: Config;
  /** Languages beside those that come with modelwright, each with an id of its own. */
  readonly languages?: readonly Language[];
  /** Those of the config's targets to make; all if left out. */
  readonly targets?: readonly Target[];
  /** The field specs, in code-unit order of their paths. */
  readonly sources: readonly SourceFile[];
  /** The templates of each of the config's targets, by the target's name. */
  readonly templates: ReadonlyMap<string, TemplateFiles>;
  /** Gives what an earlier run made of the same, or renders it; leaving it out changes nothing but the time taken. */
  readonly reuse?: Reuse;
  /** Called when a phase begins, for progress and timing. */
  readonly onPhase?: (phase: Phase, target?: Target) => void;
}

export type Phase = "parse" | "check" | "resolve" | "pages" | "render";

/** Gives the files of a definition: those that an earlier run made of all that its pages can see, or `render()`. */
export type Reuse = (seen: Visible, render: Render) => Promise<readonly GeneratedFile[]>;

export type Render = () => Promise<readonly GeneratedFile[]>;

/** Whose pages are to be rendered. What they can see of the spec is said in `src/spec/visible.ts`. */
export interface Visible {
  readonly target: Target;
  readonly spec: Spec;
  readonly definition: Definition;
}

export interface Generation {
  /** Every output folder of every target with its files; empty when there is an error. */
  readonly targets: readonly GeneratedTarget[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface GeneratedTarget {
  readonly target: Target;
  /** The output folder, as in the config. */
  readonly output: string;
  /** The spec as the target sees it. */
  readonly spec: Spec;
  /** How many models, enums and unions the target shows. */
  readonly models: number;
  /** Those of the output folder. */
  readonly files: readonly GeneratedFile[];
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
  const diagnostics = [...mistakes];
  const read = await readerFor(targetsOf(input));
  const targets: GeneratedTarget[] = [];
  for (const target of targetsOf(input)) {
    try {
      const planned = planTarget(target, specOf, input, read);
      diagnostics.push(...planned.diagnostics);
      if (hasErrors(diagnostics)) continue;
      const rendered = await renderTarget(planned.value, input);
      diagnostics.push(...rendered.diagnostics);
      const { spec } = planned.value;
      for (const output of outputsOf(target)) {
        const files = rendered.value.filter((file) => file.output === output);
        targets.push({ target, output, spec, models: spec.definitions.length, files });
      }
    } catch (error) {
      diagnostics.push(failureOf(error, [target]));
    }
  }
  if (!hasErrors(diagnostics)) diagnostics.push(...checkPagePaths(targets.flatMap(({ files }) => files)));
  return { targets: hasErrors(diagnostics) ? [] : targets, diagnostics };
}

/**
 * What would be rendered: the pages of every target with their views. No value when there is an error.
 *
 * @param read as `readerFor` gives it
 */
export function plan(input: Omit<Input, "templates">, read?: MarkdownReader): Checked<readonly Plan[]> {
  const { value: specOf, diagnostics: mistakes } = check(input);
  if (specOf === undefined) return { value: undefined, diagnostics: mistakes };
  const diagnostics = [...mistakes];
  const plans: Plan[] = [];
  for (const target of targetsOf(input)) {
    try {
      const planned = planTarget(target, specOf, input, read);
      diagnostics.push(...planned.diagnostics);
      if (hasErrors(diagnostics)) continue;
      const { spec, pages } = planned.value;
      plans.push({ target, spec, pages: [...everyPage(spec, pages)].filter((page) => placeOf(page, target)) });
    } catch (error) {
      diagnostics.push(failureOf(error, [target]));
    }
  }
  return { value: hasErrors(diagnostics) ? undefined : plans, diagnostics };
}

/** The spec as each target sees it, with all mistakes in the spec and in the names of targets, but without any page. */
export function checkInput(input: Unrendered): Checked<SpecOf> {
  const { value: specOf, diagnostics: mistakes } = check(input);
  if (specOf === undefined) return { value: undefined, diagnostics: mistakes };
  const diagnostics = [...mistakes];
  for (const target of targetsOf(input)) {
    try {
      diagnostics.push(...planTarget(target, specOf, input, undefined).diagnostics);
    } catch (error) {
      diagnostics.push(failureOf(error, [target]));
    }
  }
  return { value: hasErrors(diagnostics) ? undefined : specOf, diagnostics };
}

/** What reads descriptions for docs pages of a site; undefined if none of the targets has any. */
export async function readerFor(targets: readonly Target[]): Promise<MarkdownReader | undefined> {
  return targets.some(({ docs }) => isForSite(docs)) ? markdownReader() : undefined;
}

/** @throws the error itself unless a language from outside failed */
function failureOf(error: unknown, targets: readonly Target[]): Diagnostic {
  if (error instanceof LanguageFailure) return error.at(targets);
  throw error;
}

/** A plan whose pages are not made yet. */
type Draft = Omit<Plan, "pages"> & { readonly pages: Pages };

type Unrendered = Omit<Input, "templates">;

function targetsOf({ config, targets = config.targets }: Unrendered): readonly Target[] {
  return targets;
}

type SpecOfTarget = SpecOf;

/** The spec as each target sees it. No value when there is an error in any version of it. */
function check(input: Unrendered): Checked<SpecOfTarget> {
  const { config, sources, onPhase } = input;
  onPhase?.("parse");
  const parsed = sources.map(parseSpecFile);
  onPhase?.("check");
  const { value, diagnostics } = checkSpec(parsed, config, labelsOf(input));
  if (value === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const targets = targetsOf(input);
  try {
    return { value, diagnostics: [...diagnostics, ...uncheckedPatterns(targets, value, languagesOf(input))] };
  } catch (error) {
    return { value: undefined, diagnostics: [...diagnostics, failureOf(error, targets)] };
  }
}

/** The keys that `names:` and `rename:` may have. */
function labelsOf(input: Unrendered): readonly string[] {
  return [...new Set([...languagesOf(input).map(({ id }) => id), ...input.config.targets.map(({ name }) => name)])];
}

function languagesOf({ languages: others = [] }: Unrendered): readonly Language[] {
  return [...languages, ...others];
}

interface Found<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

function planTarget(
  target: Target,
  specOf: SpecOfTarget,
  input: Unrendered,
  read: MarkdownReader | undefined,
): Found<Draft> {
  const { onPhase } = input;
  onPhase?.("resolve", target);
  const spec = specOf(target);
  onPhase?.("pages", target);
  const pages = pagesOf(target, { languages: languagesOf(input), read, specOf });
  return { value: { target, spec, pages }, diagnostics: pages.diagnostics };
}

async function renderTarget({ target, spec, pages }: Draft, input: Input): Promise<Found<readonly GeneratedFile[]>> {
  input.onPhase?.("render", target);
  const renderer = await rendererOf(target, input);
  const { reuse = (_, render) => render() } = input;
  const files = [...(await renderAll(pages.others(), renderer))];
  for (const definition of spec.definitions) {
    const render = (): Promise<readonly GeneratedFile[]> => renderAll(pages.of(definition), renderer);
    files.push(...(await reuse({ target, spec, definition }, render)));
  }
  return { value: files, diagnostics: renderer.mistakes() };
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
  const files: TemplateFiles = templates.get(target.name) ?? new Map();
  const render = await compileTemplates(files);
  const mistakes = new Map<string, Diagnostic>();
  return {
    async file(page) {
      try {
        const place = placeOf(page, target);
        if (place === undefined) return [];
        if (!files.has(page.template)) throw new TemplateError([missingTemplate(page, target)]);
        const { text, own } = render(page);
        const { path, template, model, span } = page;
        const formatted = target.format && own ? await format(path, text) : text;
        return [{ ...place, text: formatted, page: { path, template, model, span } }];
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        for (const diagnostic of error.diagnostics) {
          const { message, span } = diagnostic;
          const place = `${span?.file}:${span?.start} ${message}`;
          if (!mistakes.has(place)) mistakes.set(place, diagnostic);
        }
        return [];
      }
    },
    mistakes: () => [...mistakes.values()],
  };
}

function missingTemplate({ path, template }: Page, { span }: Target): Diagnostic {
  const file = template.startsWith("runtime/") ? template : `${template}.hbs`;
  return diagnosticAt(problem("template-error", "missing", { template, path, file }), span);
}
