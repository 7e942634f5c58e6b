/** Annotations of Jakarta Bean Validation that find the same violations as `validate()` (option `validation`). */
import type { Target } from "../../config/config.js";
import { type LanguageOption, textOption } from "../../config/option.js";
import { type Code, code, piece, type Piece } from "../../code/code.js";
import type { Constraints, Field, Type } from "../../spec/spec.js";
import { checkedFormats } from "./checks.js";
import { call } from "./dialect.js";
import type { LibraryName } from "./library.js";
import { isLong, isWhole, longLiteral, textLiteral } from "./literals.js";
import { javaPattern } from "./pattern.js";
import type { FileNames } from "./scope.js";
import { containerSpelling, holdsNull, javaType, type Spelling } from "./types.js";

export const validationOption: LanguageOption = {
  description: "Whether classes have annotations of Jakarta Bean Validation beside their method `validate()`.",
  default: "none",
  values: ["none", "jakarta"],
};

/** How the class of a model or union makes a validator check its fields. */
export interface ValidationStyle {
  /** The annotations of a value; empty if it has no constraints and is no tag. */
  annotations(type: Type, names: FileNames, tags?: Field["tags"]): readonly Piece[];
  /** The type of a field, with annotations on the elements of its lists and maps. */
  stored(type: Type, names: FileNames): Spelling;
}

export function usesBeanValidation(target: Target): boolean {
  return textOption(target, "validation") === "jakarta";
}

export function validationStyle(target: Target): ValidationStyle {
  return usesBeanValidation(target) ? { annotations, stored } : unannotated;
}

const unannotated: ValidationStyle = {
  annotations: () => [],
  stored: (type, names) => javaType(type, names).stored,
};

function stored(type: Type, names: FileNames): Spelling {
  if (type.kind !== "array" && type.kind !== "map") return javaType(type, names).stored;
  const items = type.kind === "array" ? type.items : type.values;
  const nulls = holdsNull(items) ? [piece`@${names.library("Nullable")}`] : [];
  const inner = stored(items.type, names).annotated([...annotations(items.type, names), ...nulls]);
  return containerSpelling(type.kind, inner, names, type.kind === "map" ? type.keys : undefined);
}

function annotations(type: Type, names: FileNames, tags: Field["tags"] = []): readonly Piece[] {
  const tagged = tags.length === 0 ? [] : [`tags = {${tags.map((tag) => textLiteral(String(tag))).join(", ")}}`];
  switch (type.kind) {
    case "scalar": {
      const isInteger = ["integer", "int32", "long"].includes(type.scalar);
      if (isInteger) return integerAnnotations(type.constraints, names, tagged);
      const format = checkedFormats.has(type.scalar) ? [`format = "${type.scalar}"`] : [];
      return limits(type.constraints, names, [...tagged, ...format]);
    }
    case "array":
      return [...size(type.constraints, names), ...limits(type.constraints, names)];
    case "map":
      return size(type.constraints, names);
    case "reference":
      return type.to.kind === "enum" ? limits({}, names, tagged) : [piece`@${names.library("Valid")}`];
    default:
      return [];
  }
}

/** Jakarta compares 64-bit integers exactly. */
function integerAnnotations(
  { minimum, maximum, ...others }: Constraints,
  names: FileNames,
  tagged: readonly string[],
): readonly Piece[] {
  const own: Piece[] = [];
  const left: Writable<Constraints> = { ...others };
  for (const [name, keyword, limit] of [
    ["Min", "minimum", minimum],
    ["Max", "maximum", maximum],
  ] as const) {
    if (limit === undefined) continue;
    if (isLong(limit)) own.push(annotation(name, [longLiteral(limit)], names));
    else left[keyword] = limit;
  }
  return [...own, ...limits(left, names, tagged)];
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function size(constraints: Constraints, names: FileNames): readonly Piece[] {
  const { minItems, maxItems, minProperties = minItems, maxProperties = maxItems } = constraints;
  const parameters = [...count("min", minProperties), ...count("max", maxProperties)];
  return parameters.length === 0 ? [] : [annotation("Size", parameters, names)];
}

const numeric = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] as const;

/** Constraints that Jakarta's own annotations cannot express. */
function limits(constraints: Constraints, names: FileNames, first: readonly string[] = []): readonly Piece[] {
  const { minLength, maxLength, uniqueItems } = constraints;
  const pattern = constraints.pattern === undefined ? undefined : javaPattern(constraints.pattern);
  const numbers = numeric.flatMap((keyword) => {
    const limit = constraints[keyword];
    return limit === undefined ? [] : [`${keyword} = "${numberText(limit)}"`];
  });
  const parameters = [
    ...first,
    ...count("minLength", minLength),
    ...count("maxLength", maxLength),
    ...(pattern === undefined ? [] : [`pattern = ${textLiteral(pattern)}`]),
    ...(pattern === undefined || pattern === constraints.pattern
      ? []
      : [`spelledPattern = ${textLiteral(constraints.pattern!)}`]),
    ...numbers,
    ...(uniqueItems === true ? ["uniqueItems = true"] : []),
  ];
  return parameters.length === 0 ? [] : [annotation("Limits", parameters, names)];
}

function count(name: string, limit: number | undefined): readonly string[] {
  // Java strings, lists and maps cannot be longer.
  return limit === undefined ? [] : [`${name} = ${Math.min(limit, 2 ** 31 - 1)}`];
}

function numberText(limit: number | bigint): string {
  return isWhole(limit) ? String(BigInt(limit)) : String(limit);
}

function annotation(name: LibraryName, parameters: readonly Piece[], { library }: FileNames): Code {
  return code`@${call(piece`${library(name)}(`, parameters)}`;
}
