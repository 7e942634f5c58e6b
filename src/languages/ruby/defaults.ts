/** Default values as Ruby code. */
import { flatOf, piece, type Piece } from "../../code/code.js";
import { foldType } from "../../spec/fold.js";
import { foldValue } from "../../spec/default-forms.js";
import type { Definition, Enum, Slot } from "../../spec/spec.js";
import { isJsonArray, isJsonObject, type Json } from "../../text/json.js";
import { constantFrom, isAny, type RubyContext } from "./context.js";
import { rubyArray, rubyHash, rubyString, rubyValue } from "./literals.js";
import { type ScalarRow, scalars, spelled } from "./scalars.js";

/** The value if the caller passes none. The type allows it. */
export function defaultValue(value: Json, slot: Slot, home: Definition, context: RubyContext): Piece {
  return codeOf(value, slot, home, context, (row, json) => row.toCode(json));
}

/** The same as the default of a parameter of `new`. */
export function parameterDefault(value: Json, slot: Slot, home: Definition, context: RubyContext): Piece {
  return codeOf(value, slot, home, context, (row, json) => (row.parameterCode ?? row.toCode)(json));
}

function codeOf(
  value: Json,
  { type }: Slot,
  home: Definition,
  context: RubyContext,
  scalarCode: (row: ScalarRow, json: Json) => string,
): Piece {
  return foldType<ToCode>(type, {
    scalar: ({ scalar }) => orNil((json) => spelled(scalars[scalar], scalarCode(scalars[scalar], json))),
    constant: () => rubyValue,
    array: (item) => (json) => (isJsonArray(json) ? rubyArray(json.map(item)) : rubyValue(json)),
    tuple: (items) => (json) =>
      isJsonArray(json) ? rubyArray(items.map((item, at) => item(json[at]!))) : rubyValue(json),
    map: (each) => (json) =>
      isJsonObject(json) ? rubyHash([...json].map(([key, inner]) => [key, each(inner)])) : rubyValue(json),
    reference: (to) => orNil((json) => referenceValue(json, to, home, context)),
  })(value);
}

type ToCode = (json: Json) => Piece;

function orNil(toCode: ToCode): ToCode {
  return (json) => (json === null ? "nil" : toCode(json));
}

function referenceValue(value: Json, to: Definition, home: Definition, context: RubyContext): Piece {
  if (isAny(to, context)) return rubyValue(value);
  const constant = constantFrom(home, to, context);
  return to.kind === "enum"
    ? memberOf(value, to, constant, context)
    : piece`${constant}.from_h(${jsonOf(value, to, context)})`;
}

/** JSON for `from_h`. A decimal that is a number in it keeps the zeros of its string. */
function jsonOf(value: Json, to: Definition, { support }: RubyContext): string {
  return foldValue<string>(
    value,
    { kind: "reference", to },
    {
      single: (each, scalar) =>
        scalar === "decimal as number" && typeof each === "string"
          ? `::${support}::ExactNumber.new(${rubyString(each)})`
          : rubyValue(each),
      array: (items) => flatOf(rubyArray(items)),
      object: (entries) => flatOf(rubyHash(entries)),
    },
  );
}

function memberOf(value: Json, to: Enum, constant: string, { names }: RubyContext): Piece {
  const member = names.members(to).find((each) => String(each.value.value) === String(value));
  return member === undefined ? piece`${constant}.of(${rubyValue(value)})` : `${constant}::${member.name}`;
}
