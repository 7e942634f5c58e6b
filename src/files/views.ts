/** Names what pages are rendered from, so that what was rendered once can be known again. */
import type { Target } from "../config/config.js";
import type { Input } from "../generate.js";
import type { Page } from "../languages/language.js";
import type { TemplateFiles } from "../render/templates.js";
import type { Definition, Spec } from "../spec/spec.js";
import { dependenciesOf } from "./dependencies.js";
import { hashOf, hashOfAll } from "./hash.js";
import type { RunContext } from "./run.js";

/** While what is named stays the same, so does what is rendered. */
export interface Views {
  /** All that the pages of a definition depend on. */
  ofDefinition(target: Target, spec: Spec, definition: Definition): string;
  /** A page's view and template. */
  ofPage(target: Target, page: Page): string;
  /** What the pages of each definition depend on, in the order of the spec (see dependencies.ts). */
  dependencies(spec: Spec): ReadonlyMap<Definition, string>;
}

/** Whether a run asks for such names: it knows what the last run left, or leaves something to the next. */
export function asksForViews({ cache, last, options: { mode, shard } }: RunContext): boolean {
  return last !== undefined || (cache !== undefined && mode === "write" && shard === undefined);
}

/**
 * What is named holds for one config: the options of the targets are not part of it.
 *
 * @param known what is known of the dependencies in a spec
 */
export function openViews(
  targets: readonly Target[],
  { templates }: Pick<Input, "templates">,
  known?: (spec: Spec) => ReadonlyMap<Definition, string>,
): Views {
  const layouts = new Map(targets.map(({ name, format }) => [name, layoutOf(format, templates.get(name))]));
  const found = new Map<Spec, ReadonlyMap<Definition, string>>();
  const dependencies = (spec: Spec): ReadonlyMap<Definition, string> => {
    const all = found.get(spec) ?? dependenciesOf(spec, known?.(spec));
    found.set(spec, all);
    return all;
  };
  const nameOf = ({ name }: Target, from: string): string => hashOf(`${layouts.get(name)} ${from}`).slice(0, 32);
  return {
    ofDefinition: (target, spec, definition) => nameOf(target, dependencies(spec).get(definition) ?? ""),
    ofPage: (target, { template, path, view }) => nameOf(target, `${template} ${path} ${JSON.stringify(view)}`),
    dependencies,
  };
}

/** Names the templates, and what else of a target has a say in every text. */
function layoutOf(format: boolean, templates: TemplateFiles = new Map()): string {
  return hashOfAll([String(format), ...[...templates].flatMap(([key, { text, own }]) => [key, text, String(own)])]);
}
