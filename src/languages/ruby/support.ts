/** The files that load all models, and the support code that models share. */
import type { Target } from "../../config/config.js";
import { depthPlaceholder } from "../../config/depth.js";
import { addTo } from "../../spec/groups.js";
import type { Definition } from "../../spec/spec.js";
import type { Page, View } from "../../render/page.js";
import { disabledCops } from "./cops.js";
import { type Extension, folders, type RubyContext } from "./context.js";
import type { EntryView, NamespaceView } from "./view.js";

/** Empty if there are no models. */
export function supportPages(shown: readonly Definition[], target: Target, context: RubyContext): readonly Page[] {
  if (shown.length === 0) return [];
  const { extensions, names } = context;
  const entry = entryView(shown, context);
  const inLibrary = (path: string, extension: Extension): string =>
    `${folders[extension]}/${names.library}/${path}.${extension}`;
  const copied = (file: string, extension: Extension): Page =>
    page(inLibrary(file, extension), `runtime/${file}.${extension}`, {
      ...placeholders(extension, context),
      ...depthPlaceholder(target, "DEEPEST"),
    });
  return [
    ...extensions.map((extension) => page(inLibrary("models", extension), `classes/models.${extension}`, entry)),
    ...extensions.map((extension) => copied("model_support", extension)),
    ...runtimeParts.map((part) => copied(`model_support/${part}`, "rb")),
  ];
}

/**
 * The placeholders in `templates/ruby/runtime/` for the target's module, and their replacements: the enclosing module,
 * declared.
 */
function placeholders(extension: Extension, { support, module }: RubyContext): View {
  const declaration = declarations[extension];
  return {
    "Modelwright::Runtime": support,
    [declaration("Modelwright")]: withOuter(module).map(declaration).join(""),
  };
}

/**
 * How a file declares a module. It may exist already as a class, or as a module with its own comment, which this does not
 * change.
 */
const declarations: Readonly<Record<Extension, (module: string) => string>> = {
  rb: (module) => `${module} ||= Module.new\n`,
  rbi: (module) => `module ${module}; end\n`,
  rbs: (module) => `module ${module}\nend\n`,
};

/** The files of the support code, below `templates/ruby/runtime/model_support/`. */
export const runtimeParts = [
  "any_type",
  "boolean_type",
  "bytes_type",
  "constant_type",
  "constraints",
  "date_time_type",
  "date_type",
  "decimal_type",
  "enum",
  "enum_class",
  "epoch_type",
  "exact_number",
  "fast_code",
  "fast_reader",
  "fast_union_code",
  "fields",
  "formats",
  "frozen",
  "integer_type",
  "invalid_value_error",
  "issue",
  "json_text",
  "list_type",
  "local_date_time_type",
  "map_type",
  "members",
  "model",
  "model_class",
  "nothing_type",
  "nullable_type",
  "number_parts",
  "number_type",
  "omitted",
  "open_enum",
  "open_enum_class",
  "quoted_long_type",
  "read_error",
  "readable",
  "report",
  "scalar_type",
  "string_type",
  "tuple_type",
  "type",
  "types",
  "union",
  "unknown_member",
];

function page(path: string, template: string, view: View): Page {
  return { path, template, view, model: undefined, span: undefined };
}

function entryView(shown: readonly Definition[], { names, module: outer }: RubyContext): EntryView {
  const classes = new Map<string, NamespaceView["classes"][number][]>();
  for (const each of shown) {
    const module = names.modules(each).join("::");
    const present = { className: names.className(each), codePath: names.codePath(each) };
    for (const { className: name, codePath } of [present, ...names.formerClasses(each)]) {
      addTo(classes, module, { name, file: codePath.slice(`${folders.rb}/${names.library}/`.length) });
    }
  }
  const modules = [...classes.keys()].toSorted();
  return {
    cops: disabledCops([]),
    module: outer,
    outerModules: withOuter(outer),
    namespaces: modules.map((module) => ({ module, classes: (classes.get(module) ?? []).toSorted(byName) })),
  };
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}

/** `["Acme", "Acme::Sdk"]` for `Acme::Sdk`. */
function withOuter(module: string): readonly string[] {
  const parts = module.split("::");
  return parts.map((_, index) => parts.slice(0, index + 1).join("::"));
}
