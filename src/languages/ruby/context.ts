/** What the class files of a target are made with. */
import type { Target } from "../../config/config.js";
import type { Definition, Spec } from "../../spec/spec.js";
import { textOption } from "../../config/option.js";
import { remembering } from "../../names/remembering.js";
import type { RubyNames } from "./names.js";

/** Where gems have their files: code, and what Sorbet and RBS read. */
export const folders = { rb: "lib", rbi: "rbi", rbs: "sig" } as const;

export type Extension = keyof typeof folders;

export interface RubyContext {
  readonly names: RubyNames;
  /** Whether unions have a module, or are any value (option `unions`). */
  readonly typedUnions: boolean;
  /** The files that there are of each class (option `signatures`): `["rb", "rbi", "rbs"]`. */
  readonly extensions: readonly Extension[];
  /** The module that holds everything (option `module`): `StackOne`. */
  readonly module: string;
  /** The module of the code that all models share: `StackOne::ModelSupport`. */
  readonly support: string;
  /** Spells Ruby's own classes, given as `::String`: short, except where the spec has a class of that name. */
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

/** A definition as code in another's file names it: short where both are in one module. */
export function constantFrom(home: Definition, to: Definition, { names }: RubyContext): string {
  const name = names.className(to);
  const isNear = names.namespace(home) === names.namespace(to);
  const isHidden = home.kind === "union" && name === "Unknown";
  return isNear && !isHidden ? name : names.constant(to);
}

/** Whether a value of the definition can be anything, for it is a union and the target has none. */
export function isAny(to: Definition, { typedUnions }: RubyContext): boolean {
  return to.kind === "union" && !typedUnions;
}
