/** Values of a spec as Java expressions, as the fields of a model store them. */
import { commaSeparated, piece, type Piece } from "../../code/code.js";
import { foldValue } from "../../spec/default-forms.js";
import type { Enum, MapType, Slot, TupleType, Type } from "../../spec/spec.js";
import { isJsonArray, isJsonObject, type Json } from "../../text/json.js";
import { doubleLiteral, isLong, isWhole, longLiteral, textLiteral } from "./literals.js";
import type { JavaNames } from "./names.js";
import { scalarRows } from "./scalars.js";
import type { FileNames } from "./scope.js";
import { holdsNull, javaType, keySpelling } from "./types.js";

export interface ValueNames extends FileNames {
  readonly members: JavaNames["members"];
}

/** A value of a slot, or undefined if Java's type has no such value. */
export function slotValue(value: Json, slot: Slot, names: ValueNames): Piece | undefined {
  return value === null && holdsNull(slot) ? "null" : typeValue(value, slot.type, names);
}

/** The value of a constant. */
export function constantValue(
  value: string | number | bigint | boolean,
  { library }: Pick<FileNames, "library">,
): Piece {
  if (typeof value === "string") return textLiteral(value);
  if (typeof value === "boolean") return String(value);
  if (!isWhole(value)) return doubleLiteral(value);
  return isLong(value) ? longLiteral(value) : piece`new ${library("BigInteger")}("${String(BigInt(value))}")`;
}

function typeValue(value: Json, type: Type, names: ValueNames): Piece | undefined {
  switch (type.kind) {
    case "scalar": {
      const row = scalarRows[type.scalar];
      return row.literal === undefined
        ? readFromJson(names.type(row.type), value, type, names)
        : row.literal(value, names);
    }
    case "constant":
      return constantValue(type.value, names);
    case "array":
      return isJsonArray(value) ? listValue(value, type.items, names) : undefined;
    case "tuple":
      return isJsonArray(value) ? tupleValue(value, type, names) : undefined;
    case "map":
      return isJsonObject(value) ? mapValue([...value], type, names) : undefined;
    case "reference":
      if (type.to.kind === "enum") return enumValue(value, type.to, names);
      return readFromJson(names.className(type.to), value, type, names);
  }
}

function enumValue(value: Json, definition: Enum, names: ValueNames): Piece | undefined {
  const className = names.className(definition);
  const member = names.members(definition).find((each) => isSame(each.value.value, value));
  if (member !== undefined) return piece`${className}.${member.name}`;
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "bigint") return undefined;
  return definition.open ? piece`${className}.of(${constantValue(value, names)})` : undefined;
}

function isSame(one: Json, other: Json): boolean {
  return one === other || (typeof one !== "string" && typeof other !== "string" && String(one) === String(other));
}

function listValue(items: readonly Json[], slot: Slot, names: ValueNames): Piece | undefined {
  const values = defined(items.map((item) => slotValue(item, slot, names)));
  if (values === undefined) return undefined;
  const isNested = slot.type.kind === "array" || slot.type.kind === "map";
  const argument = isNested ? typeArgument(slot, values.length, names) : "";
  const type = argument === "" ? "" : piece`<${argument}>`;
  if (!holdsNull(slot) || values.length === 0)
    return piece`${names.library("List")}.${type}of(${commaSeparated(values)})`;
  return piece`${names.library("Copies")}.${type}nullables(${commaSeparated(values)})`;
}

function tupleValue(value: readonly Json[], type: TupleType, names: ValueNames): Piece | undefined {
  const values = defined(type.items.map((item, at) => slotValue(value[at]!, item, names)));
  return values && piece`new ${javaType(type, names).stored.plain}(${commaSeparated(values)})`;
}

function mapValue(
  entries: readonly (readonly [string, Json])[],
  { keys, values: slot }: MapType,
  names: ValueNames,
): Piece | undefined {
  const values = defined(entries.map(([, each]) => slotValue(each, slot, names)));
  if (values === undefined) return undefined;
  if (values.length === 0) return piece`${names.library("Map")}.of()`;
  const copies = names.library("Copies");
  const value = typeArgument(slot, values.length, names);
  const types = value === "" ? "" : piece`<${keySpelling(keys, names)}, ${value}>`;
  const keyValue = (key: string): Piece => (keys && enumValue(key, keys, names)) ?? textLiteral(key);
  const entry = ([key]: readonly [string, Json], index: number): Piece =>
    piece`${copies}.entry(${keyValue(key)}, ${values[index]!})`;
  return piece`${copies}.${types}entries(${commaSeparated(entries.map(entry))})`;
}

function defined(values: readonly (Piece | undefined)[]): readonly Piece[] | undefined {
  return values.includes(undefined) ? undefined : (values as readonly Piece[]);
}

/** An explicit type argument for many items: the compiler's time for type inference grows with the cube of their number. */
function typeArgument(slot: Slot, items: number, names: ValueNames): Piece {
  if (items <= 50) return "";
  const { stored } = javaType(slot.type, names);
  return holdsNull(slot) ? stored.orNull() : stored.plain;
}

/** A value without a literal is read from JSON on first use. */
function readFromJson(className: Piece, value: Json, type: Type, { library }: ValueNames): Piece {
  return piece`${library("Defaults")}.read(${className}.class, ${textLiteral(jsonText(value, type))})`;
}

/** A decimal that is a number in JSON keeps the zeros of its string. */
function jsonText(value: Json, type: Type): string {
  return foldValue<string>(value, type, {
    single: (each, scalar) =>
      typeof each === "bigint" || (scalar === "decimal as number" && each !== null)
        ? String(each)
        : JSON.stringify(each),
    array: (items) => `[${items.join()}]`,
    object: (entries) => `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${each}`).join()}}`,
  });
}
