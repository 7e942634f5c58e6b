/** Default values as Ruby code that makes the value. */
import { isJsonArray, isJsonObject, type Json } from "../../text/json.js";
import type { Definition, Enum, Scalar, Slot, Type } from "../../spec/spec.js";
import { constantFrom, isAny, type RubyContext } from "./context.js";
import { rubyArray, rubyHash, rubyString, rubyValue } from "./literals.js";

/** The value that a person gets who gives none. It is one that the type allows. */
export function defaultValue(value: Json, slot: Slot, home: Definition, context: RubyContext): string {
  return value === null ? "nil" : valueOf(value, slot.type, home, context);
}

function valueOf(value: Json, type: Type, home: Definition, context: RubyContext): string {
  switch (type.kind) {
    case "scalar":
      return scalarValue(value, type.scalar);
    case "constant":
      return rubyValue(value);
    case "array":
      if (!isJsonArray(value)) return rubyValue(value);
      return rubyArray(value.map((item) => defaultValue(item, type.items, home, context)));
    case "map":
      if (!isJsonObject(value)) return rubyValue(value);
      return rubyHash([...value].map(([key, each]) => [key, defaultValue(each, type.values, home, context)]));
    case "reference":
      return referenceValue(value, type.to, home, context);
  }
}

function scalarValue(value: Json, scalar: Scalar): string {
  const text = typeof value === "string" ? value : String(value);
  switch (scalar) {
    case "decimal":
      return `BigDecimal(${rubyString(text)})`;
    case "date":
      return `::Date.new(${text.split("-").map(Number).join(", ")})`;
    case "date-time":
      return `::DateTime.iso8601(${rubyString(text)})`;
    case "bytes":
      return `${rubyString(text)}.unpack1("m0")`;
    default:
      return rubyValue(value);
  }
}

function referenceValue(value: Json, to: Definition, home: Definition, context: RubyContext): string {
  if (isAny(to, context)) return rubyValue(value);
  const constant = constantFrom(home, to, context);
  return to.kind === "enum" ? memberOf(value, to, constant, context) : `${constant}.from_h(${rubyValue(value)})`;
}

function memberOf(value: Json, to: Enum, constant: string, { names }: RubyContext): string {
  const member = names.members(to).find((each) => String(each.value.value) === String(value));
  return member === undefined ? `${constant}.of(${rubyValue(value)})` : `${constant}::${member.name}`;
}
