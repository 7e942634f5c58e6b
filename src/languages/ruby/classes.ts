/** The class files of a Ruby target. */
import type { Target } from "../../config/config.js";
import type { Spec } from "../../spec/spec.js";
import type { Page } from "../language.js";
import type { RubyNames } from "./names.js";

export function classPages(_spec: Spec, _target: Target, _names: RubyNames): readonly Page[] {
  return [];
}
