import type { Target } from "../config/config.js";
import type { Naming } from "../names/rules.js";
import type { Definition, Enum, Field, Type } from "../spec/spec.js";
import type { User } from "../spec/users.js";
import type { MarkdownReader } from "./prose.js";

/** What a page is made with. */
export interface DocsContext {
  readonly target: Target;
  readonly names: Naming;
  /** What the class calls all fields that the spec does not list. */
  readonly othersName: string;
  /** The Type cell of a field in the documented format (format §5). */
  typeCell(field: Field): string;
  /** What an enum's last row says of values that are not listed; undefined where there is no such row. */
  unlistedValue?(definition: Enum): string | undefined;
  /** Reads an author's Markdown; only there for pages that are not in the documented format for GitHub. */
  readonly read?: MarkdownReader | undefined;
  /** How code spells a type, for pages that show all of a model; the words of the spec if left out. */
  typeParts?(type: Type): readonly TypePart[];
  /** What code calls a class: `::Acme::Shared::Pet`. */
  codeName?(definition: Definition): string;
  /** What refers to each definition. */
  users?(): ReadonlyMap<Definition, readonly User[]>;
}

/** Some of a type's spelling, and the definition that it names. */
export interface TypePart {
  readonly text: string;
  readonly to?: Definition;
}
