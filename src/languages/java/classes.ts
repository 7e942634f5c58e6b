/** The class files of a Java target: one for each model, enum and union, and the code that they share. */
import type { Target } from "../../config/config.js";
import type { Definition, Spec } from "../../spec/spec.js";
import type { Page } from "../language.js";
import { enumPage } from "./enum-view.js";
import { modelPage } from "./model-view.js";
import type { JavaNames } from "./names.js";
import { supportPages } from "./support.js";
import { unionPage } from "./union-view.js";
import { type World, worldOf } from "./world.js";

/** Makes one page after the other, as they are asked for. */
export function* classPages(spec: Spec, target: Target, names: JavaNames): Iterable<Page> {
  const world = worldOf(spec, target, names);
  yield* supportPages(world.root);
  for (const definition of spec.definitions) yield classPage(definition, world);
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
