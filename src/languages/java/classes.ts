/** The class files of a Java target: one per model, enum and union, and the support code that they share. */
import type { Target } from "../../config/config.js";
import type { Definition, Spec } from "../../spec/spec.js";
import type { Pages } from "../language.js";
import type { Page } from "../../render/page.js";
import { enumPage } from "./enum-view.js";
import { modelPage } from "./model-view.js";
import type { JavaNames } from "./names.js";
import { supportPages } from "./support.js";
import { tuplePages } from "./tuples.js";
import { unionPage } from "./union-view.js";
import { type World, worldOf } from "./world.js";

export function classPages(spec: Spec, target: Target, names: JavaNames): Pages {
  const world = worldOf(spec, target, names);
  return {
    of: (definition) => [classPage(definition, world)],
    others: () => [...supportPages(target), ...tuplePages(spec, target)],
  };
}

function classPage(definition: Definition, world: World): Page {
  switch (definition.kind) {
    case "model":
      return modelPage(definition, world);
    case "enum":
      return enumPage(definition, world);
    case "union":
      return unionPage(definition, world);
  }
}
