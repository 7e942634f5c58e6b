/** Values of a spec as Java expressions, as the fields of a model hold them. */
import { isJsonArray, isJsonObject, type Json } from "../../text/json.js";
import type { Enum, Scalar, Slot, Type } from "../../spec/spec.js";
import { doubleLiteral, isLong, isWhole, longLiteral, textLiteral } from "./literals.js";
import type { JavaNames } from "./names.js";
import { type FileNames, holdsNull, javaType, orNull } from "./types.js";

export interface ValueNames extends FileNames {
  readonly members: JavaNames["members"];
}

/** A value of a place, or undefined where Java's type has no such value. */
export function slotValue(value: Json, slot: Slot, names: ValueNames): string | undefined {
  return value === null && holdsNull(slot) ? "null" : typeValue(value, slot.type, names);
}

/** The value of a constant. */
export function constantValue(value: string | number | bigint | boolean, { library }: FileNames): string {
  if (typeof value === "string") return textLiteral(value);
  if (typeof value === "boolean") return String(value);
  if (!isWhole(value)) return doubleLiteral(value);
  return isLong(value) ? longLiteral(value) : `new ${library("BigInteger")}("${BigInt(value)}")`;
}

function typeValue(value: Json, type: Type, names: ValueNames): string | undefined {
  switch (type.kind) {
    case "scalar":
      return scalarValue(value, type.scalar, names);
    case "constant":
      return constantValue(type.value, names);
    case "array":
      return isJsonArray(value) ? listValue(value, type.items, names) : undefined;
    case "map":
      return isJsonObject(value) ? mapValue([...value], type.values, names) : undefined;
    case "reference":
      if (type.to.kind === "enum") return enumValue(value, type.to, names);
      return readFromJson(names.className(type.to), value, names);
  }
}

function scalarValue(value: Json, scalar: Scalar, names: ValueNames): string | undefined {
  const { library } = names;
  if (scalar === "any") return readFromJson(library("Object"), value, names);
  if (typeof value === "boolean") return scalar === "boolean" ? String(value) : undefined;
  if (typeof value === "number" || typeof value === "bigint") return numberValue(value, scalar, names);
  return typeof value === "string" ? textValue(value, scalar, names) : undefined;
}

function numberValue(value: number | bigint, scalar: Scalar, { library }: ValueNames): string | undefined {
  switch (scalar) {
    case "int32":
      return String(value);
    case "integer":
    case "long":
      return isLong(value) ? longLiteral(value) : undefined;
    case "number":
      return doubleLiteral(value);
    case "float":
      return `${library("JsonFloat")}.ofExact(${doubleLiteral(value)})`;
    case "decimal":
      return `${library("JsonDecimal")}.ofNumber(new ${library("BigDecimal")}("${value}"))`;
    default:
      return undefined;
  }
}

function textValue(value: string, scalar: Scalar, { library }: ValueNames): string {
  const text = textLiteral(value);
  switch (scalar) {
    case "decimal":
      return `${library("JsonDecimal")}.parse(${text})`;
    case "date":
      return `${library("LocalDate")}.parse(${text})`;
    case "date-time":
      return `${library("JsonDateTime")}.parse(${text})`;
    case "bytes":
      return `${library("JsonBytes")}.parse(${text})`;
    default:
      return text;
  }
}

function enumValue(value: Json, definition: Enum, names: ValueNames): string | undefined {
  const className = names.className(definition);
  const member = names.members(definition).find((each) => isSame(each.value.value, value));
  if (member !== undefined) return `${className}.${member.name}`;
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "bigint") return undefined;
  return definition.open ? `${className}.of(${constantValue(value, names)})` : undefined;
}

function isSame(one: Json, other: Json): boolean {
  return one === other || (typeof one !== "string" && typeof other !== "string" && String(one) === String(other));
}

function listValue(items: readonly Json[], slot: Slot, names: ValueNames): string | undefined {
  const values = items.map((item) => slotValue(item, slot, names));
  if (values.includes(undefined)) return undefined;
  const list = names.library("List");
  const isNested = slot.type.kind === "array" || slot.type.kind === "map";
  const type = isNested ? typeArgument(slot, values.length, names) : "";
  if (!holdsNull(slot) || values.length === 0) return `${list}.${type}of(${values.join(", ")})`;
  return `${names.library("Copies")}.${type}nullables(${values.join(", ")})`;
}

function mapValue(entries: readonly (readonly [string, Json])[], slot: Slot, names: ValueNames): string | undefined {
  const values = entries.map(([key, each]) => [textLiteral(key), slotValue(each, slot, names)] as const);
  if (values.some(([, value]) => value === undefined)) return undefined;
  if (values.length === 0) return `${names.library("Map")}.of()`;
  const copies = names.library("Copies");
  const type = typeArgument(slot, values.length, names);
  return `${copies}.${type}entries(${values.map(([key, value]) => `${copies}.entry(${key}, ${value})`).join(", ")})`;
}

/** The type of generic items where they are many: the compiler's time to find it out grows with their cube. */
function typeArgument(slot: Slot, items: number, names: ValueNames): string {
  if (items <= 50) return "";
  const { stored } = javaType(slot.type, names);
  return `<${holdsNull(slot) ? orNull(stored, names) : stored}>`;
}

/** What has no literal is read when it is first needed. */
function readFromJson(className: string, value: Json, { library }: ValueNames): string {
  return `${library("Defaults")}.read(${className}.class, ${textLiteral(jsonText(value))})`;
}

function jsonText(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(jsonText).join()}]`;
  if (!isJsonObject(value)) return typeof value === "bigint" ? String(value) : JSON.stringify(value);
  return `{${[...value].map(([key, each]) => `${JSON.stringify(key)}:${jsonText(each)}`).join()}}`;
}
