/** The class files of a TypeScript target: models by namespace, and the runtime that they share. */
import { Imports } from "../../code/blocks.js";
import type { Target } from "../../config/config.js";
import type { Definition, Spec } from "../../spec/spec.js";
import type { Pages } from "../language.js";
import type { Page, View } from "../../render/page.js";
import { oneLine } from "./comments.js";
import { dialectOf, t } from "./dialect.js";
import { enumView } from "./enum-view.js";
import { folderOf, modelsFolder, runtimeFolder } from "./files.js";
import { classView, interfaceView } from "./model-view.js";
import type { TypeScriptNames } from "./names.js";
import { plainUnionView } from "./plain-union-view.js";
import { runtimePages } from "./runtime-pages.js";
import { scopeOf } from "./scope.js";
import { unionView } from "./union-view.js";

export function classPages({ definitions }: Spec, target: Target, names: TypeScriptNames): Pages {
  return {
    of: (definition) => [classPage(definition, names)],
    others: () =>
      definitions.length === 0 ? [] : [...namespacePages(definitions, names), ...runtimePages(names, target)],
  };
}

function classPage(definition: Definition, names: TypeScriptNames): Page {
  const path = names.codePath(definition);
  const runtime = names.importPath(folderOf(path), `${runtimeFolder}/index`);
  const view = { source: oneLine(definition.span.file), imports: new Imports(), t };
  return {
    path: `${path}.ts`,
    template: templateOf(definition, names),
    view: Object.assign(view, viewOf(definition, names)),
    dialect: dialectOf(runtime, definition.kind === "enum"),
    model: definition.name,
    span: definition.span,
  };
}

/** Enums are the same in all styles. */
function templateOf({ kind }: Definition, { style }: TypeScriptNames): string {
  return style === "classes" || kind === "enum" ? kind : `${style}/${kind}`;
}

function viewOf(definition: Definition, names: TypeScriptNames): View {
  const isPlain = names.style === "interfaces";
  switch (definition.kind) {
    case "model":
      return (isPlain ? interfaceView : classView)(definition, scopeOf(definition, names), names);
    case "enum":
      return enumView(definition, names);
    case "union":
      return (isPlain ? plainUnionView : unionView)(definition, scopeOf(definition, names), names);
  }
}

/** An index of each namespace, and an index of all namespaces. */
function namespacePages(definitions: readonly Definition[], names: TypeScriptNames): readonly Page[] {
  const folders = new Map<string, Definition[]>();
  for (const each of definitions) {
    const folder = folderOf(names.codePath(each));
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [each]);
    else known.push(each);
  }
  const sorted = [...folders].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const namespaces = sorted.map(([folder, [first]]) => ({
    name: first === undefined ? "" : names.namespaceAlias(first),
    path: names.importPath(modelsFolder, `${folder}/index`),
  }));
  const pages = sorted.map(([folder, members]) =>
    indexPage(`${folder}/index.ts`, namespaceTemplates[names.style], { classes: exportsOf(members, names) }),
  );
  const root = indexPage(`${modelsFolder}/index.ts`, "index", {
    runtime: names.importPath(modelsFolder, `${runtimeFolder}/public`),
    namespaces,
  });
  return [...pages, root];
}

const namespaceTemplates = { classes: "namespace", interfaces: "interfaces/namespace" } as const;

function indexPage(path: string, template: string, view: View): Page {
  return { path, template, view, model: undefined, span: undefined };
}

function exportsOf(definitions: readonly Definition[], names: TypeScriptNames): readonly View[] {
  const exported = definitions.flatMap((each) => {
    const path = names.importPath(folderOf(names.codePath(each)), names.codePath(each));
    const former = names.formerClasses(each).map(({ className }) => className);
    return [names.className(each), ...former].map((name) => ({ name, path }));
  });
  return exported.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
