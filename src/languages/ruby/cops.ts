/**
 * The cops of RuboCop that generated files disable, each for a reason:
 *
 * - `Style/ClassAndModuleChildren`: inside nested modules, a name could mean a constant of the module that a user has there.
 * - `Layout/LineLength`: a text of the spec cannot be broken.
 * - `Metrics`: a class is as large as the spec says.
 * - `Lint/RedundantCopDisableDirective`: so that a file is not changed when it grows, nor wrong where a project has no such cops.
 * - `Naming`, and `Style` of patterns and strings: where the spec does not have the form that a cop asks for.
 */
import { flatOf, type Piece } from "../../code/code.js";

const everywhere = [
  "Layout/LineLength",
  "Lint/RedundantCopDisableDirective",
  "Metrics",
  "Style/ClassAndModuleChildren",
];

/** As a directive lists them. */
export function disabledCops(cops: readonly string[]): string {
  return [...new Set([...everywhere, ...cops])].toSorted().join(", ");
}

/** The cops that a parameter, reader or symbol of this name offends. */
export function copsOfField(name: string): readonly string[] {
  const isShort = name.length < 3 && !shortNames.has(name);
  return [...(isShort ? ["Naming/MethodParameterName"] : []), ...(/_\d+$/.test(name) ? ["Naming/VariableNumber"] : [])];
}

/** The cops that a class or module of these names offends. */
export function copsOfClass(names: readonly string[]): readonly string[] {
  return names.some((name) => name.includes("_")) ? ["Naming/ClassAndModuleCamelCase"] : [];
}

/** The cops that the literals in code offend. */
export function copsOfLiterals(code: readonly Piece[]): readonly string[] {
  const text = code.map(flatOf).join("\n");
  return [...(text.includes("pattern: /") ? copsOfPatterns : []), ...(/%[^ ]/.test(text) ? copsOfFormats : [])];
}

const copsOfPatterns = ["Style/RedundantRegexpCharacterClass", "Style/RedundantRegexpEscape", "Style/RegexpLiteral"];
const copsOfFormats = ["Style/FormatStringToken"];

/** Names of parameters that RuboCop does not find too short. */
const shortNames = new Set(["as", "at", "by", "cc", "db", "id", "if", "in", "io", "ip", "of", "on", "os", "pp", "to"]);
