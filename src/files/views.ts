/** Names what pages are rendered from, so that what was rendered once can be known again. */
import type { Target } from "../config/config.js";
import type { Input } from "../generate.js";
import type { Page } from "../render/page.js";
import type { TemplateFiles } from "../render/template-files.js";
import type { Definition, Spec } from "../spec/spec.js";
import { hashOf, hashOfAll } from "./hash.js";
import type { RunContext } from "./run.js";

/** While what is named stays the same, so does what is rendered. */
export interface Views {
  /** All that the pages of a definition depend on. */
  ofDefinition(target: Target, spec: Spec, definition: Definition): string;
  /** The same, given what they depend on. */
  ofDependency(target: Target, dependency: string): string;
  /** A page's view and template. */
  ofPage(target: Target, page: Page): string;
  /** What the pages of each definition depend on, in the order of the spec (see dependencies.ts). */
  dependencies(spec: Spec): ReadonlyMap<Definition, string>;
}

/** In place of what the definitions depend on, for threads that leave that to another. */
export function leftOpen({ definitions }: Spec): ReadonlyMap<Definition, string> {
  return new Map(definitions.map((each, number) => [each, `${gap}${number}`]));
}

/** The definition that a name is of for which that was left open. */
export function definitionLeftOpen({ definitions }: Spec, view: string): Definition | undefined {
  const at = view.indexOf(gap);
  return at === -1 ? undefined : definitions[Number(view.slice(at + gap.length))];
}

/** Found in no other name. */
const gap = "#";

/** Whether a run asks for such names: it knows what the last run left, or leaves something to the next. */
export function asksForViews({ cache, last, options: { mode, shard } }: RunContext): boolean {
  return last !== undefined || (cache !== undefined && mode === "write" && shard === undefined);
}

/**
 * What is named holds for one config: the options of the targets are not part of it.
 *
 * @param findDependencies finds out what the definitions of a spec depend on
 */
export function openViews(
  targets: readonly Target[],
  { templates }: Pick<Input, "templates">,
  findDependencies: Views["dependencies"],
): Views {
  const layouts = new Map(targets.map(({ name, format }) => [name, layoutOf(format, templates.get(name))]));
  const found = new Map<Spec, ReadonlyMap<Definition, string>>();
  const dependencies = (spec: Spec): ReadonlyMap<Definition, string> => {
    const all = found.get(spec) ?? findDependencies(spec);
    found.set(spec, all);
    return all;
  };
  const ofDependency = ({ name }: Target, dependency: string): string => `${layouts.get(name)} ${dependency}`;
  return {
    ofDefinition: (target, spec, definition) => ofDependency(target, dependencies(spec).get(definition) ?? ""),
    ofDependency,
    ofPage: ({ name }, { template, path, view }) =>
      `${layouts.get(name)} ${hashOf(`${template} ${path} ${JSON.stringify(view)}`).slice(0, 32)}`,
    dependencies,
  };
}

/** Names the templates, and what else of a target has a say in every text. */
function layoutOf(format: boolean, templates: TemplateFiles = new Map()): string {
  const texts = [...templates].flatMap(([key, { text, own }]) => [key, text, String(own)]);
  return hashOfAll([String(format), ...texts]).slice(0, 16);
}
