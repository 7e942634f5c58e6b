/** The library types that generated code uses, and their packages. */
import { type Piece, symbol } from "../../code/code.js";
import type { Target } from "../../config/config.js";
import { textOption } from "../../config/option.js";

/** A placeholder for the package of the code that all models share. */
const support = "support";

/** A placeholder for the package of the annotations that name serializers and deserializers of a class. */
const databind = "databind";

/** The package of each type, by Jackson version. */
const databindPackages = {
  "2": "com.fasterxml.jackson.databind.annotation",
  "3": "tools.jackson.databind.annotation",
};

export type JacksonVersion = keyof typeof databindPackages;

/** The Jackson version of a target. */
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
  IOException: "java.io",
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
  JsonAlias: "com.fasterxml.jackson.annotation",
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
  Equality: support,
  Exact: support,
  ExactSerializer: support,
  Generated: support,
  JsonBytes: support,
  JsonDateTime: support,
  JsonDecimal: support,
  JsonEpochMilliseconds: support,
  JsonEpochSeconds: support,
  JsonFloat: support,
  JsonInput: support,
  JsonLocalDateTime: support,
  JsonModel: support,
  JsonOutput: support,
  JsonQuotedLong: support,
  ModelJson: support,
  Requirements: support,
  TaggedUnionDeserializer: support,
  UnionDeserializer: support,
  UnknownMember: support,
  Validation: support,
  Violation: support,
} as const;

/** Additional types for classes with annotations of Jakarta Bean Validation. */
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

/** The types that the classes of every target use, and the first segments of their packages. */
export const usualLibraries: UsedLibraries = { names: Object.keys(usual), roots: ["java", "com", "org", "tools"] };

/** Additional types of classes with annotations of Jakarta Bean Validation. */
export const beanValidationLibraries: UsedLibraries = { names: Object.keys(beanValidation), roots: ["jakarta"] };

/** Additional types of classes with OpenAPI schemas. */
export const openApiLibraries: UsedLibraries = { names: ["OpenApiSchema"], roots: [] };

export interface UsedLibraries {
  readonly names: readonly string[];
  readonly roots: readonly string[];
}

export function supportPackage(root: string): string {
  return `${root}.support`;
}

/** The library types in the files of one target. */
export class Libraries {
  readonly #support: string;
  readonly #qualified = new Map<string, string>();
  /** Types of `java.lang`, which need no import. */
  readonly ofLanguage = names.filter((name) => packages[name] === "java.lang");
  /** All types by short name, for a file in which every short name is free, as in most. One shared object, as there are many. */
  readonly usual: { readonly [name: string]: Piece };

  /**
   * @param root the package that contains all generated packages
   * @param jackson the Jackson version
   */
  constructor(root: string, jackson: JacksonVersion) {
    this.#support = supportPackage(root);
    const stands: Readonly<Record<string, string>> = {
      [support]: this.#support,
      [databind]: databindPackages[jackson],
    };
    for (const name of names) this.#qualified.set(name, `${stands[packages[name]] ?? packages[name]}.${name}`);
    const ofLanguage = new Set(this.ofLanguage.map((name) => this.qualified(name)));
    this.usual = this.view((qualified, name) => (ofLanguage.has(qualified) ? name : symbol(name, qualified)));
  }

  has(name: string): name is LibraryName {
    return this.#qualified.has(name);
  }

  /** The qualified name of the type. */
  qualified(name: LibraryName): string {
    return this.#qualified.get(name)!;
  }

  /** The qualified name of a class of the code that all models share. */
  support(name: string): string {
    return `${this.#support}.${name}`;
  }

  /** All types by short name, as they are written. */
  view(write: (qualified: string, name: string) => Piece): { readonly [name: string]: Piece } {
    return Object.fromEntries(Array.from(this.#qualified, ([name, qualified]) => [name, write(qualified, name)]));
  }
}
