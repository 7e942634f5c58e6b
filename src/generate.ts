/**
 * The whole pipeline: sources → parse → check → resolve → pages → render → format → files. Pure: it reads nothing,
 * writes nothing and knows no clock.
 */
import type { Config, Target } from "./config/config.js";
import { type Checked, type Diagnostic, hasErrors, type SourceFile } from "./diagnostics.js";
import { languageOf, languages } from "./languages/index.js";
import type { Page } from "./languages/language.js";
import { format } from "./render/format.js";
import { compileTemplates, TemplateError, type TemplateFiles } from "./render/templates.js";
import { checkSpec } from "./spec/check.js";
import { parseSpecFile } from "./spec/parse.js";
import type { SpecFile } from "./spec/source.js";
import type { Spec } from "./spec/spec.js";

export interface Input {
  readonly config: Config;
  /** Those of the config's targets to make; all if left out. */
  readonly targets?: readonly Target[];
  /** The field specs, in code-unit order of their paths. */
  readonly sources: readonly SourceFile[];
  /** The templates of each of the config's targets, by the target's name. */
  readonly templates: ReadonlyMap<string, TemplateFiles>;
  /** What earlier runs can save this one. */
  readonly memory?: Memory;
  /** Told when a phase begins, for progress and timing. */
  readonly onPhase?: (phase: Phase, target?: Target) => void;
}

export type Phase = "parse" | "check" | "resolve" | "pages" | "render";

/** Results of earlier runs, by content; leaving it out changes nothing but the time taken. */
export interface Memory {
  /** `parse(source)`, or what it gave for the same path and text. */
  specFile(source: SourceFile, parse: (source: SourceFile) => Checked<SpecFile>): Checked<SpecFile>;
  /** `render()`, or what it gave for an equal page of this target with equal templates. */
  text(target: Target, page: Page, render: () => Promise<string>): Promise<string>;
}

export interface Generation {
  /** Every target with its files; empty when there is an error. */
  readonly targets: readonly GeneratedTarget[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface GeneratedTarget {
  readonly target: Target;
  /** How many models, enums and unions the target shows. */
  readonly models: number;
  readonly files: readonly GeneratedFile[];
}

export interface GeneratedFile {
  /** Relative to the target's output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly page: Page;
}

/** One target's spec and pages, before they are rendered. */
export interface Plan {
  readonly target: Target;
  readonly spec: Spec;
  readonly pages: readonly Page[];
}

/** Renders every page of every target. All mistakes of all files are reported; with one error there are no files. */
export async function generate(input: Input): Promise<Generation> {
  const { value: plans = [], diagnostics } = plan(input);
  const failures: Diagnostic[] = [];
  const targets: GeneratedTarget[] = [];
  for (const each of plans) {
    const { value: files = [], diagnostics } = await renderTarget(each, input);
    failures.push(...diagnostics);
    targets.push({ target: each.target, models: each.spec.definitions.length, files });
  }
  return { targets: hasErrors(failures) ? [] : targets, diagnostics: [...diagnostics, ...failures] };
}

/** What would be rendered: the pages of every target with their views. No value when there is an error. */
export function plan({
  config,
  targets = config.targets,
  sources,
  memory,
}: Pick<Input, "config" | "targets" | "sources" | "memory">): Checked<readonly Plan[]> {
  const parsed = sources.map((source) => memory?.specFile(source, parseSpecFile) ?? parseSpecFile(source));
  const checked = checkSpec(parsed, config, labelsOf(config));
  const diagnostics = [...checked.diagnostics];
  const specOf = checked.value;
  if (specOf === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics };

  const plans = targets.map((target) => {
    const spec = specOf(target);
    const { pages, diagnostics } = languageOf(target.language).pages(spec, target);
    return { plan: { target, spec, pages }, diagnostics };
  });
  diagnostics.push(...plans.flatMap((each) => each.diagnostics));
  return { value: hasErrors(diagnostics) ? undefined : plans.map((each) => each.plan), diagnostics };
}

/** The keys that `names:` and `rename:` may have. */
function labelsOf(config: Config): readonly string[] {
  return [...new Set([...languages.map(({ id }) => id), ...config.targets.map(({ name }) => name)])];
}

async function renderTarget({ target, pages }: Plan, input: Input): Promise<Checked<readonly GeneratedFile[]>> {
  const { memory, templates } = input;
  const render = compileTemplates(templates.get(target.name) ?? new Map());
  const text = async (page: Page): Promise<string> => {
    const rendered = render(page);
    return target.format && rendered.own ? await format(page.path, rendered.text) : rendered.text;
  };
  const files: GeneratedFile[] = [];
  const mistakes = new Map<string, Diagnostic>();
  for (const page of pages) {
    try {
      files.push({ path: page.path, text: await (memory?.text(target, page, () => text(page)) ?? text(page)), page });
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      const { message, span } = error.diagnostic;
      const place = `${span?.file}:${span?.start} ${message}`;
      if (!mistakes.has(place)) mistakes.set(place, error.diagnostic);
    }
  }
  return { value: files, diagnostics: [...mistakes.values()] };
}
