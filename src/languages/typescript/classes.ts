/** The class files of a TypeScript target. */
import type { Target } from "../../config/config.js";
import type { Spec } from "../../spec/spec.js";
import type { Page } from "../language.js";
import type { TypeScriptNames } from "./names.js";

export function classPages(_spec: Spec, _target: Target, _names: TypeScriptNames): readonly Page[] {
  return [];
}
