/** The types beside the models that generated code uses, and the packages they are in. */
import type { Scope } from "./scope.js";

/** Stands for the package of the code that all models share. */
const support = "support";

const packages = {
  Deprecated: "java.lang",
  IllegalArgumentException: "java.lang",
  Boolean: "java.lang",
  Double: "java.lang",
  Float: "java.lang",
  Integer: "java.lang",
  Long: "java.lang",
  Object: "java.lang",
  Override: "java.lang",
  String: "java.lang",
  SuppressWarnings: "java.lang",
  BigDecimal: "java.math",
  BigInteger: "java.math",
  LocalDate: "java.time",
  OffsetDateTime: "java.time",
  Arrays: "java.util",
  Collections: "java.util",
  LinkedHashMap: "java.util",
  List: "java.util",
  Map: "java.util",
  Objects: "java.util",
  Optional: "java.util",
  Set: "java.util",
  StringJoiner: "java.util",
  Function: "java.util.function",
  Collectors: "java.util.stream",
  Stream: "java.util.stream",
  JsonAnyGetter: "com.fasterxml.jackson.annotation",
  JsonAnySetter: "com.fasterxml.jackson.annotation",
  JsonInclude: "com.fasterxml.jackson.annotation",
  JsonProperty: "com.fasterxml.jackson.annotation",
  JsonPropertyOrder: "com.fasterxml.jackson.annotation",
  JsonValue: "com.fasterxml.jackson.annotation",
  JsonMappingException: "com.fasterxml.jackson.databind",
  JsonDeserialize: "com.fasterxml.jackson.databind.annotation",
  JsonPOJOBuilder: "com.fasterxml.jackson.databind.annotation",
  NullMarked: "org.jspecify.annotations",
  Nullable: "org.jspecify.annotations",
  JsonNullable: "org.openapitools.jackson.nullable",
  Copies: support,
  Defaults: support,
  EnumDeserializer: support,
  Exact: support,
  JsonBytes: support,
  JsonDateTime: support,
  JsonDecimal: support,
  JsonFloat: support,
  JsonModel: support,
  Requirements: support,
  TaggedUnionDeserializer: support,
  UnexpectedField: support,
  UnionDeserializer: support,
  UnknownMember: support,
  Validation: support,
  Violation: support,
} as const;

export type LibraryName = keyof typeof packages;

export function isLibraryName(name: string): boolean {
  return Object.hasOwn(packages, name);
}

/** The first words of these packages. */
export const libraryRoots: readonly string[] = ["java", "com", "org"];

/** Writes the names of these types in one file. */
export type Library = (name: LibraryName) => string;

/** @param root the package that holds everything generated */
export function libraryIn(scope: Scope, root: string): Library {
  const spelled = new Map<LibraryName, string>();
  return (name) => {
    const known = spelled.get(name);
    if (known !== undefined) return known;
    const home = packages[name];
    const type = scope.type(home === support ? supportPackage(root) : home, name);
    spelled.set(name, type);
    return type;
  };
}

export function supportPackage(root: string): string {
  return `${root}.support`;
}

/** How some of the types are written, for a template. */
export function written<Name extends LibraryName>(
  library: Library,
  names: readonly Name[],
): { readonly [Key in Name]: string } {
  return Object.fromEntries(names.map((name) => [name, library(name)])) as { readonly [Key in Name]: string };
}
