/** Pages that show several languages together: what the spec declares, and beside it the names and types of each language. */
import { once } from "../names/remembering.js";
import type { Naming } from "../names/rules.js";
import type { Page } from "../render/page.js";
import type { Definition, Field, Model, Spec } from "../spec/spec.js";
import { usersOf } from "../spec/users.js";
import type { DocsContext, Tab } from "./context.js";
import { indexPages } from "./site-index.js";
import { sitePage } from "./site-page.js";

/** One of the languages, and its context. */
export interface LanguageDocs {
  readonly title: string;
  readonly context: DocsContext;
  /** The spec as the language's target sees it: the same definitions in the same order, with other names. */
  readonly spec: Spec;
}

export interface TogetherPages {
  of(definition: Definition): readonly Page[];
  others(): readonly Page[];
}

/** @param own the language that decides the paths and titles of the pages; its tab is the first */
export function togetherPages(own: LanguageDocs, others: readonly LanguageDocs[]): TogetherPages {
  const { definitions } = own.spec;
  const numbers = new Map(definitions.map((each, at) => [each, at]));
  const languages = [own, ...others].map((each) => ({ ...each, context: withPathsOf(own, each) }));
  const tabs = (definition: Definition): readonly Tab[] =>
    languages.flatMap(({ title, context, spec }) => {
      const same = spec.definitions[numbers.get(definition) ?? -1];
      return same === undefined || context.isShown?.(same) === false ? [] : [{ title, definition: same, context }];
    });
  const { target, read } = own.context;
  const context: DocsContext = {
    ...{ target, read, othersName: "additionalProperties", typeCell: () => "", tabs },
    names: { ...own.context.names, ...jsonNames(own.context.names, ({ name }) => name) },
    users: once(() => usersOf(own.spec)),
  };
  const { names: ownNames } = own.context;
  // Mermaid draws words only.
  const drawn = (field: Field): string => (/^\w+$/.test(field.name) ? field.name : ownNames.fieldName(field));
  const names = { ...ownNames, ...jsonNames(ownNames, drawn) };
  return {
    of: (definition) => [sitePage(definition, context)],
    others: () => indexPages(definitions, { ...context, names }),
  };
}

/** A language's context, whose links lead to the pages of the own language. */
function withPathsOf({ spec: ownSpec, context: own }: LanguageDocs, { spec, context }: LanguageDocs): DocsContext {
  const numbers = new Map(spec.definitions.map((each, at) => [each, at]));
  const docsPath = (definition: Definition): string => {
    return own.names.docsPath(ownSpec.definitions[numbers.get(definition) ?? -1] ?? definition);
  };
  return { ...context, target: own.target, names: { ...context.names, docsPath } };
}

/** The names of fields in JSON, which are the same in every language. */
function jsonNames(names: Naming, nameOf: (field: Field) => string): Pick<Naming, "fields" | "fieldName"> {
  return {
    fields: (model: Model) => names.fields(model).map(({ field }) => ({ name: nameOf(field), field })),
    fieldName: nameOf,
  };
}
