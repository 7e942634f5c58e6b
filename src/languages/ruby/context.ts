/** The context in which the class files of a target are generated. */
import type { Target } from "../../config/config.js";
import type { Definition, Spec } from "../../spec/spec.js";
import { textOption } from "../../config/option.js";
import { remembering } from "../../names/remembering.js";
import type { RubyNames } from "./names.js";

/** The folders of a gem: code, and the signatures for Sorbet and RBS. */
export const folders = { rb: "lib", rbi: "rbi", rbs: "sig" } as const;

export type Extension = keyof typeof folders;

export interface RubyContext {
  readonly names: RubyNames;
  /** Whether a union has a module, or accepts any value (option `unions`). */
  readonly typedUnions: boolean;
  /** The kinds of files per class (option `signatures`): `["rb", "rbi", "rbs"]`. */
  readonly extensions: readonly Extension[];
  /** The module that contains everything (option `module`): `StackOne`. */
  readonly module: string;
  /** The module of the support code that all models share: `StackOne::ModelSupport`. */
  readonly support: string;
  /** Spells Ruby's own classes, given as `::String`: short, unless the spec has a class of that name. */
  coreName(spelling: string): string;
}

export function rubyContext(spec: Spec, target: Target, names: RubyNames): RubyContext {
  const classNames = new Set(spec.definitions.map(names.className));
  const coreName = (spelling: string): string =>
    spelling.replace(/::(\w+)/g, (full, name: string) => (classNames.has(name) ? full : name));
  return {
    names,
    typedUnions: textOption(target, "unions") === "typed",
    extensions: ["rb", ...signaturesOf(target)],
    module: textOption(target, "module"),
    support: `${textOption(target, "module")}::ModelSupport`,
    coreName: remembering(coreName),
  };
}

function signaturesOf(target: Target): readonly Extension[] {
  const chosen = textOption(target, "signatures");
  return (["rbi", "rbs"] as const).filter((each) => chosen === "all" || chosen === each);
}

/** How a definition's code refers to another definition: with the short name if both are in one module. */
export function constantFrom(home: Definition, to: Definition, { names }: RubyContext): string {
  const name = names.className(to);
  const isNear = names.namespace(home) === names.namespace(to);
  const isHidden = home.kind === "union" && name === "Unknown";
  return isNear && !isHidden ? name : names.constant(to);
}

/** Whether the definition is a union that accepts any value, because the target has no unions. */
export function isAny(to: Definition, { typedUnions }: RubyContext): boolean {
  return to.kind === "union" && !typedUnions;
}
