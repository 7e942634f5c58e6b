/** Types in the declarations of models and unions: `nullable(list(Categories))`. */
import type { Constraints, Definition, Scalar, Slot, Type } from "../../spec/spec.js";
import { constantFrom, isAny, type RubyContext } from "./context.js";
import { rubyScalar } from "./literals.js";
import { inLines } from "./layout.js";
import { rubyPattern } from "./pattern.js";
import type { LinesView } from "./view.js";

/** The type of a place, in the file of `home`. */
export function declaredSlot({ type, nullable }: Slot, home: Definition, context: RubyContext): string {
  const declared = declaredType(type, home, context);
  return nullable && declared !== "any" ? `nullable(${declared})` : declared;
}

export function declaredType(type: Type, home: Definition, context: RubyContext): string {
  switch (type.kind) {
    case "scalar":
      return call(words[type.scalar], limits(type.constraints));
    case "constant":
      return call("constant", [rubyScalar(type.value)]);
    case "array":
      return call("list", [declaredSlot(type.items, home, context), ...limits(type.constraints)]);
    case "map":
      return call("map", [declaredSlot(type.values, home, context)]);
    case "reference":
      return isAny(type.to, context) ? "any" : constantFrom(home, type.to, context);
  }
}

/** A declaration, below a comment where something of its type is not checked. */
export function noted(type: Type, declaration: LinesView): readonly LinesView[] {
  if (!hasForeignPattern(type)) return [declaration];
  return [inLines("# The pattern of this value cannot be said in Ruby, so it is not checked.", [], 0), declaration];
}

/** Whether there is a pattern that Ruby cannot match. */
function hasForeignPattern(type: Type): boolean {
  switch (type.kind) {
    case "scalar":
      return type.constraints.pattern !== undefined && rubyPattern(type.constraints.pattern) === undefined;
    case "array":
      return hasForeignPattern(type.items.type);
    case "map":
      return hasForeignPattern(type.values.type);
    default:
      return false;
  }
}

function call(name: string, args: readonly string[]): string {
  return args.length === 0 ? name : `${name}(${args.join(", ")})`;
}

/** What `runtime/model_support/types.rb` calls the built-in types. */
const words: Readonly<Record<Scalar, string>> = {
  string: "string",
  boolean: "boolean",
  any: "any",
  integer: "integer",
  int32: "int32",
  long: "long",
  number: "number",
  float: "float",
  decimal: "decimal",
  date: "date",
  "date-time": "date_time",
  time: "time",
  duration: "duration",
  uuid: "uuid",
  uri: "uri",
  email: "email",
  bytes: "bytes",
};

function limits(constraints: Constraints): readonly string[] {
  if (Object.keys(constraints).length === 0) return [];
  return keywords.flatMap(([constraint, keyword]) => {
    const value = constraints[constraint];
    if (value === undefined || value === false) return [];
    const ruby = constraint === "pattern" ? rubyPattern(String(value)) : rubyScalar(value);
    return ruby === undefined ? [] : `${keyword}: ${ruby}`;
  });
}

const keywords: readonly (readonly [keyof Constraints, string])[] = [
  ["minLength", "min_length"],
  ["maxLength", "max_length"],
  ["pattern", "pattern"],
  ["minimum", "minimum"],
  ["maximum", "maximum"],
  ["exclusiveMinimum", "exclusive_minimum"],
  ["exclusiveMaximum", "exclusive_maximum"],
  ["multipleOf", "multiple_of"],
  ["minItems", "min_items"],
  ["maxItems", "max_items"],
  ["uniqueItems", "unique_items"],
];
