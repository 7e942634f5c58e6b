/**
 * The RuboCop cops that generated files disable, each for a reason:
 *
 * - `Style/ClassAndModuleChildren`: inside nested modules, a name could resolve to a constant of the user's own module.
 * - `Layout/LineLength`: a string of the spec cannot be broken.
 * - `Metrics`: the spec determines the size of a class.
 * - `Lint/RedundantCopDisableDirective`: keeps the directive stable when a file grows, and valid in projects without some of
 *   them.
 * - `Naming`, and `Style` of patterns and strings: the spec may not have the form that a cop requires.
 */
import { flatOf, type Piece } from "../../code/code.js";

const everywhere = [
  "Layout/LineLength",
  "Lint/RedundantCopDisableDirective",
  "Metrics",
  "Style/ClassAndModuleChildren",
];

/** The cops as a directive lists them. */
export function disabledCops(cops: readonly string[]): string {
  return [...new Set([...everywhere, ...cops])].toSorted().join(", ");
}

/** The cops that report a parameter, reader or symbol of this name. */
export function copsOfField(name: string): readonly string[] {
  const isShort = name.length < 3 && !shortNames.has(name);
  return [...(isShort ? ["Naming/MethodParameterName"] : []), ...(/_\d+$/.test(name) ? ["Naming/VariableNumber"] : [])];
}

/** The cops that report a class or module of these names. */
export function copsOfClass(names: readonly string[]): readonly string[] {
  return names.some((name) => name.includes("_")) ? ["Naming/ClassAndModuleCamelCase"] : [];
}

/** The cops that report the literals in code. */
export function copsOfLiterals(code: readonly Piece[]): readonly string[] {
  const text = code.map(flatOf).join("\n");
  return [...(text.includes("pattern: /") ? copsOfPatterns : []), ...(/%[^ ]/.test(text) ? copsOfFormats : [])];
}

const copsOfPatterns = ["Style/RedundantRegexpCharacterClass", "Style/RedundantRegexpEscape", "Style/RegexpLiteral"];
const copsOfFormats = ["Style/FormatStringToken"];

/** Parameter names that RuboCop does not consider too short. */
const shortNames = new Set(["as", "at", "by", "cc", "db", "id", "if", "in", "io", "ip", "of", "on", "os", "pp", "to"]);
