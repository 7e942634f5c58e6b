/** How the types of the spec are spelled in Java, and how values go from people to fields and back (format §5.1). */
import { scalarOf } from "../../spec/constants.js";
import type { ArrayType, Definition, MapType, Scalar, Slot, Type } from "../../spec/spec.js";
import type { Library, LibraryName } from "./library.js";
import { isBeyondLong } from "./literals.js";

export interface JavaType {
  /** What people give and get, as a class: `OffsetDateTime`. */
  readonly value: string;
  /** The same without a class, where Java has that: `long`. */
  readonly primitive: string | undefined;
  /** What a field holds, as a class: `JsonDateTime`. */
  readonly stored: string;
  /** From what people give to what a field holds; undefined where that is the same. */
  readonly store: Conversion | undefined;
  /** From what a field holds to what people get; undefined where that is the same. */
  readonly show: Conversion | undefined;
}

/** Makes one value of another. */
export interface Conversion {
  /** As a function: `JsonDateTime::of`. */
  readonly reference: string;
  of(expression: string): string;
}

/** What a file knows of names. */
export interface FileNames {
  readonly library: Library;
  /** How a model, enum or union is written in the file. */
  className(definition: Definition): string;
}

export function javaType(type: Type, names: FileNames): JavaType {
  switch (type.kind) {
    case "scalar":
      return scalarType(type.scalar, names);
    case "constant":
      return isBeyondLong(type.value) ? plain(names.library("BigInteger")) : scalarType(scalarOf(type), names);
    case "array":
      return containerType("list", type.items, names);
    case "map":
      return containerType("map", type.values, names);
    case "reference":
      return plain(names.className(type.to));
  }
}

/** Whether null is a value: `any` is JSON's null too. */
export function holdsNull({ type, nullable }: Slot): boolean {
  return nullable || isAny(type);
}

export function isAny(type: Type): boolean {
  return type.kind === "scalar" && type.scalar === "any";
}

/** The type, marked as one that null belongs to. */
export function orNull(type: string, { library }: Pick<FileNames, "library">): string {
  const mark = `@${library("Nullable")} `;
  if (type.endsWith("[]")) return `${type.slice(0, -2)} ${mark}[]`;
  const end = type.indexOf("<");
  const start = type.lastIndexOf(".", end === -1 ? undefined : end) + 1;
  return `${type.slice(0, start)}${mark}${type.slice(start)}`;
}

/** How many lists or maps are around each null in a type; `any` takes null by itself. */
export function nullDepths(type: Type, depth = 1): readonly number[] {
  const slot = type.kind === "array" ? type.items : type.kind === "map" ? type.values : undefined;
  if (slot === undefined) return [];
  const inner = nullDepths(slot.type, depth + 1);
  return slot.nullable && !isAny(slot.type) ? [depth, ...inner] : inner;
}

function plain(value: string, primitive?: string): JavaType {
  return { value, primitive, stored: value, store: undefined, show: undefined };
}

const boxes: Readonly<Partial<Record<Scalar, readonly [box: LibraryName, primitive?: string]>>> = {
  boolean: ["Boolean", "boolean"],
  integer: ["Long", "long"],
  int32: ["Integer", "int"],
  long: ["Long", "long"],
  number: ["Double", "double"],
  date: ["LocalDate"],
};

function scalarType(scalar: Scalar, { library }: FileNames): JavaType {
  switch (scalar) {
    case "float":
      return kept(library("Float"), library("JsonFloat"), "float");
    case "decimal":
      return kept(library("BigDecimal"), library("JsonDecimal"));
    case "date-time":
      return kept(library("OffsetDateTime"), library("JsonDateTime"));
    case "bytes":
      return kept("byte[]", library("JsonBytes"));
    case "any":
      return { ...plain(library("Object")), store: copyOfAny(library) };
    default: {
      const [box, primitive] = boxes[scalar] ?? ["String" as const];
      return plain(library(box), primitive);
    }
  }
}

/** Names its type only when it is used, as below. */
function copyOfAny(library: Library): Conversion {
  return {
    get reference() {
      return `${library("Copies")}::any`;
    },
    of: (expression) => `${library("Copies")}.any(${expression})`,
  };
}

/** A value that is stored with its spelling in JSON. */
function kept(value: string, stored: string, primitive?: string): JavaType {
  return {
    value,
    primitive,
    stored,
    store: { reference: `${stored}::of`, of: (expression) => `${stored}.of(${expression})` },
    show: { reference: `${stored}::value`, of: (expression) => `${expression}.value()` },
  };
}

/** A list or map is copied on its way in, so that nobody can change it, and on its way out where its items change. */
function containerType(container: "list" | "map", items: Slot, names: FileNames): JavaType {
  const item = javaType(items.type, names);
  const nulls = holdsNull(items);
  const spelled = (type: string): string => {
    const inner = nulls ? orNull(type, names) : type;
    return container === "list" ? `${names.library("List")}<${inner}>` : `${mapOf(names)}${inner}>`;
  };
  return {
    value: spelled(item.value),
    primitive: undefined,
    stored: spelled(item.stored),
    store: copying(container, nulls, item.store, names),
    show: item.show && copying(container, nulls, item.show, names),
  };
}

/** A copy of a list or map whose items nobody can change anyway. */
export function shallowCopy(type: ArrayType | MapType, names: FileNames): Conversion {
  const [container, items] = type.kind === "array" ? (["list", type.items] as const) : (["map", type.values] as const);
  return copying(container, holdsNull(items), undefined, names);
}

function mapOf({ library }: FileNames): string {
  return `${library("Map")}<${library("String")}, `;
}

/** Names its types only when it is used, so that nothing is imported for nothing. */
function copying(
  container: "list" | "map",
  nulls: boolean,
  each: Conversion | undefined,
  { library }: FileNames,
): Conversion {
  const method = nulls ? `${container}OfNullable` : container;
  if (each !== undefined) return copyingEach(method, each, library);
  const isPlainList = container === "list" && !nulls;
  const owner = (): string => library(isPlainList ? "List" : "Copies");
  const copy = isPlainList ? "copyOf" : method;
  return {
    get reference() {
      return `${owner()}::${copy}`;
    },
    of: (expression) => `${owner()}.${copy}(${expression})`,
  };
}

function copyingEach(method: string, each: Conversion, library: Library): Conversion {
  const of = (expression: string): string => `${library("Copies")}.${method}(${expression}, ${each.reference})`;
  return {
    get reference() {
      const depth = each.reference.split(" -> ").length;
      const parameter = `each${depth === 1 ? "" : depth}`;
      return `${parameter} -> ${of(parameter)}`;
    },
    of,
  };
}
