/** The files that make all models known, and the code that they share. */
import type { Definition } from "../../spec/spec.js";
import type { Page, View } from "../../render/page.js";
import type { RubyContext } from "./context.js";
import type { EntryView, NamespaceView } from "./view.js";

/** None where there are no models. */
export function supportPages(shown: readonly Definition[], context: RubyContext): readonly Page[] {
  const [first] = shown;
  if (first === undefined) return [];
  const library = upFrom(context.names.codePath(first), 3);
  const { extensions } = context;
  const entry = entryView(shown, library, context);
  const copied = (file: string): Page => page(`${library}/${file}`, `runtime/${file}`, placeholders(file, context));
  return [
    ...extensions.map((extension) => page(`${library}/models.${extension}`, `classes/models.${extension}`, entry)),
    ...extensions.map((extension) => copied(`model_support.${extension}`)),
    ...runtimeParts.map((part) => copied(`model_support/${part}.rb`)),
  ];
}

/** What stands in for the module of the target in `templates/ruby/runtime/`, and what it is there: the module around it, declared. */
function placeholders(file: string, { support }: RubyContext): View {
  const declaration = (module: string): string =>
    file.endsWith(".rbs") ? `module ${module}\nend\n` : `module ${module}; end\n`;
  return {
    "Modelwright::Runtime": support,
    [declaration("Modelwright")]: outerModules(support).map(declaration).join(""),
  };
}

/** The files of the shared code below `templates/ruby/runtime/model_support/`. */
export const runtimeParts = [
  "collection_types",
  "constraints",
  "date_types",
  "decimal_type",
  "enum",
  "exact_number",
  "fields",
  "frozen",
  "issue",
  "json_text",
  "members",
  "model",
  "number_types",
  "omitted",
  "readable",
  "report",
  "scalar_types",
  "type",
  "types",
  "union",
];

function page(path: string, template: string, view: View): Page {
  return { path, template, view, model: undefined, span: undefined };
}

function entryView(shown: readonly Definition[], library: string, { names }: RubyContext): EntryView {
  const classes = new Map<string, NamespaceView["classes"][number][]>();
  for (const each of shown) {
    const module = names.modules(each).join("::");
    const file = names.codePath(each).slice(library.length + 1);
    const known = classes.get(module);
    const entry = { name: names.className(each), file };
    if (known === undefined) classes.set(module, [entry]);
    else known.push(entry);
  }
  const modules = [...classes.keys()].toSorted();
  return {
    outerModules: [...new Set(modules.flatMap(outerModules))],
    namespaces: modules.map((module) => ({ module, classes: (classes.get(module) ?? []).toSorted(byName) })),
  };
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}

/** `["Acme", "Acme::Sdk"]` of `Acme::Sdk::Shared`. */
function outerModules(module: string): readonly string[] {
  const parts = module.split("::");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("::"));
}

/** A path without its last parts. */
function upFrom(path: string, parts: number): string {
  return path.split("/").slice(0, -parts).join("/");
}
