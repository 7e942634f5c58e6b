/** Types in the declarations of models and unions: `nullable(list(Categories))`. */
import type { Constraints, Definition, Scalar, Slot, Type } from "../../spec/spec.js";
import { constantFrom, isAny, type RubyContext } from "./context.js";
import { rubyScalar } from "./literals.js";
import { rubyPattern } from "./pattern.js";

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

function call(name: string, args: readonly string[]): string {
  return args.length === 0 ? name : `${name}(${args.join(", ")})`;
}

/** What `support/types.rb` calls the built-in types. */
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
