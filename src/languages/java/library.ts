/** The types beside the models that generated code uses, and the packages they are in. */
import { type Piece, symbol } from "../../code/code.js";
import type { Target } from "../../config/config.js";
import { textOption } from "../../config/option.js";

/** Stands for the package of the code that all models share. */
const support = "support";

/** Stands for the package of the annotations that name what reads and writes a class. */
const databind = "databind";

/** Their package by the version of Jackson. */
const databindPackages = {
  "2": "com.fasterxml.jackson.databind.annotation",
  "3": "tools.jackson.databind.annotation",
};

export type JacksonVersion = keyof typeof databindPackages;

/** The version of Jackson that a target is for. */
export function jacksonVersion(target: Target): JacksonVersion {
  return textOption(target, "jackson") === "3" ? "3" : "2";
}

const usual = {
  Deprecated: "java.lang",
  IllegalArgumentException: "java.lang",
  Long: "java.lang",
  Object: "java.lang",
  Override: "java.lang",
  String: "java.lang",
  SuppressWarnings: "java.lang",
  BigDecimal: "java.math",
  BigInteger: "java.math",
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
  JsonInclude: "com.fasterxml.jackson.annotation",
  JsonProperty: "com.fasterxml.jackson.annotation",
  JsonPropertyOrder: "com.fasterxml.jackson.annotation",
  JsonValue: "com.fasterxml.jackson.annotation",
  JsonDeserialize: databind,
  JsonSerialize: databind,
  NullMarked: "org.jspecify.annotations",
  Nullable: "org.jspecify.annotations",
  JsonNullable: "org.openapitools.jackson.nullable",
  Copies: support,
  Defaults: support,
  EnumDeserializer: support,
  Exact: support,
  ExactSerializer: support,
  Generated: support,
  JsonBytes: support,
  JsonDateTime: support,
  JsonDecimal: support,
  JsonFloat: support,
  JsonModel: support,
  ModelDeserializer: support,
  Requirements: support,
  TaggedUnionDeserializer: support,
  UnionDeserializer: support,
  UnknownMember: support,
  Validation: support,
  Violation: support,
} as const;

/** The same for classes with annotations of Jakarta Bean Validation. */
const beanValidation = {
  Valid: "jakarta.validation",
  Max: "jakarta.validation.constraints",
  Min: "jakarta.validation.constraints",
  Size: "jakarta.validation.constraints",
  Limits: support,
} as const;

const packages = { ...usual, ...beanValidation, OpenApiSchema: support } as const;

export type LibraryName = keyof typeof packages;

const names = Object.keys(packages) as readonly LibraryName[];

/** The types that classes of every target use, and the first words of their packages. */
export const usualLibraries: UsedLibraries = { names: Object.keys(usual), roots: ["java", "com", "org", "tools"] };

/** What classes with annotations of Jakarta Bean Validation use beside them. */
export const beanValidationLibraries: UsedLibraries = { names: Object.keys(beanValidation), roots: ["jakarta"] };

/** What classes with OpenAPI schemas use beside them. */
export const openApiLibraries: UsedLibraries = { names: ["OpenApiSchema"], roots: [] };

export interface UsedLibraries {
  readonly names: readonly string[];
  readonly roots: readonly string[];
}

export function supportPackage(root: string): string {
  return `${root}.support`;
}

/** These types, in the files of one target. */
export class Libraries {
  readonly #qualified = new Map<string, string>();
  /** Those that need no import: of `java.lang`. */
  readonly ofLanguage = names.filter((name) => packages[name] === "java.lang");
  /** All by their short names, in a file in which those mean them, as in most. Shared, since there are many. */
  readonly usual: { readonly [name: string]: Piece };

  /**
   * @param root the package that holds everything generated
   * @param jackson the version of Jackson
   */
  constructor(root: string, jackson: JacksonVersion) {
    const stands: Readonly<Record<string, string>> = {
      [support]: supportPackage(root),
      [databind]: databindPackages[jackson],
    };
    for (const name of names) this.#qualified.set(name, `${stands[packages[name]] ?? packages[name]}.${name}`);
    const ofLanguage = new Set(this.ofLanguage.map((name) => this.qualified(name)));
    this.usual = this.view((qualified, name) => (ofLanguage.has(qualified) ? name : symbol(name, qualified)));
  }

  has(name: string): name is LibraryName {
    return this.#qualified.has(name);
  }

  /** The type with its package. */
  qualified(name: LibraryName): string {
    return this.#qualified.get(name)!;
  }

  /** All by their short names, as they are written. */
  view(write: (qualified: string, name: string) => Piece): { readonly [name: string]: Piece } {
    return Object.fromEntries(Array.from(this.#qualified, ([name, qualified]) => [name, write(qualified, name)]));
  }
}
