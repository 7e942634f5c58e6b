/** Declarations in the blocks of models and unions, and the types in them: `required "tags", nullable(list(string))`. */
import { commaSeparated, piece, type Piece } from "../../code/code.js";
import { command } from "../../code/layouts.js";
import { foldType, type TypeFold } from "../../spec/fold.js";
import type { Constraints, Definition, Slot, Type } from "../../spec/spec.js";
import { constantFrom, isAny, type RubyContext } from "./context.js";
import { rubyScalar, rubyString } from "./literals.js";
import { rubyPattern } from "./pattern.js";
import { scalars, spelled } from "./scalars.js";

/** `required "id", number` */
export function declaration(word: string, args: readonly Piece[]): Piece {
  return command(word, args, 2);
}

/** A declaration, after a comment if a part of its type is not checked. */
export function noted(type: Type, declared: Piece): readonly Piece[] {
  return hasForeignPattern(type) ? [unchecked, declared] : [declared];
}

const unchecked = "# The pattern of this value cannot be said in Ruby, so it is not checked.";

/** Whether the type has a pattern that Ruby cannot express. */
function hasForeignPattern(type: Type): boolean {
  return foldType(type, {
    scalar: ({ constraints: { pattern } }) => pattern !== undefined && rubyPattern(pattern) === undefined,
    constant: () => false,
    array: (items) => items,
    tuple: (items) => items.some(Boolean),
    map: (values) => values,
    reference: () => false,
  });
}

/** Declares types in the file of a definition. */
export function typeDeclarer(home: Definition, context: RubyContext): (type: Type) => Piece {
  const fold: TypeFold<Piece> = {
    scalar: ({ scalar, constraints }) => {
      const row = scalars[scalar];
      const form = row.form === undefined ? [] : [`as: :${row.form}`];
      return call(spelled(row, row.word), [...form, ...limits(constraints)]);
    },
    constant: ({ value }) => call("constant", [rubyScalar(value)]),
    array: (items, { items: slot, constraints }) => call("list", [declaredSlot(items, slot), ...limits(constraints)]),
    tuple: (types, { items }) =>
      call(
        "tuple",
        types.map((type, at) => declaredSlot(type, items[at]!)),
      ),
    map(values, { keys, values: slot, constraints }) {
      const limited = keys === undefined || keys.open ? [] : [piece`keys: ${constantFrom(home, keys, context)}`];
      return call("map", [declaredSlot(values, slot), ...limited, ...limits(constraints)]);
    },
    reference: (to) => (isAny(to, context) ? "any" : constantFrom(home, to, context)),
  };
  return (type) => foldType(type, fold);
}

/** The declaration of a slot that holds values of a declared type. */
export function declaredSlot(declared: Piece, { nullable }: Pick<Slot, "nullable">): Piece {
  return nullable && declared !== "any" ? piece`nullable(${declared})` : declared;
}

/** The keyword argument for other names in JSON that are read. */
export function aliases(keys: readonly string[]): readonly Piece[] {
  return keys.length === 0 ? [] : [piece`aliases: [${commaSeparated(keys.map(rubyString))}]`];
}

/** The keyword argument for names that a field had in Ruby. */
export function formerNames(names: readonly string[]): readonly Piece[] {
  return names.length === 0 ? [] : [`former: [${names.map((name) => `:${name}`).join(", ")}]`];
}

function call(name: Piece, args: readonly Piece[]): Piece {
  return args.length === 0 ? name : piece`${name}(${commaSeparated(args)})`;
}

function limits(constraints: Constraints): readonly string[] {
  if (Object.keys(constraints).length === 0) return [];
  return keywords.flatMap(([constraint, keyword]) => {
    const value = constraints[constraint];
    if (value === undefined || value === false) return [];
    return constraint === "pattern" ? patternLimits(String(value)) : [`${keyword}: ${rubyScalar(value)}`];
  });
}

/** The pattern, and how the spec spells it if that differs. */
function patternLimits(pattern: string): readonly string[] {
  const ruby = rubyPattern(pattern);
  if (ruby === undefined) return [];
  const isSame = ruby === `/${pattern}/`;
  return [`pattern: ${ruby}`, ...(isSame ? [] : [`spelled_pattern: ${rubyString(pattern)}`])];
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
  ["minProperties", "min_properties"],
  ["maxProperties", "max_properties"],
];
