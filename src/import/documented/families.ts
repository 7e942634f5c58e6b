/** The documented families: SDKs whose names and choice of models are known (docs/import.md §3 and §4). */

export interface Family {
  readonly name: FamilyName;
  /** The id of the language that the family's names are for. */
  readonly language: string;
  /** The order in which paths, methods and properties are walked. */
  readonly order: "document" | "sorted";
  /** Whether there are types for unions and their members. */
  readonly unions: boolean;
  /** Whether models that only error responses use have a separate namespace. */
  readonly errors: "apart" | "beside";
  /** Whether names may add the word `Schemas`, and do not add the name of the union that they are a member of. */
  readonly olderNames: boolean;
}

export const familyNames = ["java", "ruby", "ruby-2025-03", "typescript"] as const;
export type FamilyName = (typeof familyNames)[number];

export const families: Readonly<Record<FamilyName, Family>> = {
  java: {
    name: "java",
    language: "java",
    order: "document",
    unions: true,
    errors: "apart",
    olderNames: false,
  },
  ruby: {
    name: "ruby",
    language: "ruby",
    order: "sorted",
    unions: true,
    errors: "apart",
    olderNames: true,
  },
  "ruby-2025-03": {
    name: "ruby-2025-03",
    language: "ruby",
    order: "sorted",
    unions: false,
    errors: "beside",
    olderNames: true,
  },
  typescript: {
    name: "typescript",
    language: "typescript",
    order: "sorted",
    unions: true,
    errors: "apart",
    olderNames: true,
  },
};
