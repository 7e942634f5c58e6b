/** The class files of a Ruby target: one `.rb` per definition, its signatures, and the support code. */
import type { Target } from "../../config/config.js";
import type { Definition, Spec } from "../../spec/spec.js";
import type { Pages } from "../language.js";
import type { Page } from "../../render/page.js";
import { folders, rubyContext, type RubyContext } from "./context.js";
import { dialect } from "./dialect.js";
import { isShown, shownDefinitions } from "./docs.js";
import { enumView } from "./enum.js";
import { fileView } from "./file.js";
import { modelView } from "./model.js";
import type { RubyNames } from "./names.js";
import { supportPages } from "./support.js";
import { unionView } from "./union.js";
import type { EnumView, FormerView, ModelView, UnionView } from "./view.js";

export function classPages(spec: Spec, target: Target, names: RubyNames): Pages {
  const context = rubyContext(spec, target, names);
  return {
    of: (definition) =>
      isShown(definition, target) ? [...pagesOf(definition, context), ...formerPages(definition, context)] : [],
    others: () => supportPages(shownDefinitions(spec, target), target, context),
  };
}

function pagesOf(definition: Definition, context: RubyContext): readonly Page[] {
  const view = viewOf(definition, context);
  const path = context.names.codePath(definition).slice(folders.rb.length);
  return context.extensions.map((extension) => ({
    path: `${folders[extension]}${path}.${extension}`,
    template: `classes/${definition.kind}.${extension}`,
    view,
    dialect,
    model: definition.name,
    span: definition.span,
  }));
}

/** A file for each name that the definition had before, where Ruby looks for it. */
function formerPages(definition: Definition, context: RubyContext): readonly Page[] {
  const { names, extensions } = context;
  const { source, cops, module, constant, name: now } = fileView(definition, context);
  return names.formerClasses(definition).flatMap(({ className: name, codePath }) => {
    const view: FormerView = { source, cops, module, constant, name, now, isModule: definition.kind === "union" };
    return extensions.map((extension) => ({
      path: `${folders[extension]}${codePath.slice(folders.rb.length)}.${extension}`,
      template: `classes/former.${extension}`,
      view,
      dialect,
      model: definition.name,
      span: definition.span,
    }));
  });
}

function viewOf(definition: Definition, context: RubyContext): ModelView | EnumView | UnionView {
  switch (definition.kind) {
    case "model":
      return modelView(definition, context);
    case "enum":
      return enumView(definition, context);
    case "union":
      return unionView(definition, context);
  }
}
