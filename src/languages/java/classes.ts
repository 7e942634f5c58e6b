/** The class files of a Java target. */
import type { Target } from "../../config/config.js";
import type { Spec } from "../../spec/spec.js";
import type { Page } from "../language.js";
import type { JavaNames } from "./names.js";

export function classPages(_spec: Spec, _target: Target, _names: JavaNames): readonly Page[] {
  return [];
}
