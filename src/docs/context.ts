import type { Target } from "../config/config.js";
import type { Naming } from "../names/rules.js";
import type { View } from "../render/page.js";
import type { Definition, Enum, Field, Type } from "../spec/spec.js";
import type { User } from "../spec/users.js";
import type { MarkdownReader } from "./prose.js";

/** The context in which a page is created. */
export interface DocsContext {
  readonly target: Target;
  readonly names: Naming;
  /** The name of the class's property for all undeclared fields. */
  readonly othersName: string;
  /** The Type cell of a field in the documented format (format §5). */
  typeCell(field: Field): string;
  /** The text for unlisted values in an enum's last row; undefined if there is no such row. */
  unlistedValue?(definition: Enum): string | undefined;
  /** Reads an author's Markdown; only present for pages that are not in the documented format for GitHub. */
  readonly read?: MarkdownReader | undefined;
  /** The type in code, for pages that show the whole model; the spec's type names if omitted. */
  typeParts?(type: Type): readonly TypePart[];
  /** The class name in code: `::Acme::Shared::Pet`. */
  codeName?(definition: Definition): string;
  /** The definitions that refer to each definition. */
  users?(): ReadonlyMap<Definition, readonly User[]>;
  /** Whether a definition has a page and a class; every definition if omitted. */
  isShown?(definition: Definition): boolean;
  /** What the language's own templates show in addition: `exampleUsage`, and the `members` of a union. */
  more?(definition: Definition): View;
  /** The language of the code in it, for highlighting: `typescript`. */
  readonly codeLanguage?: string;
  /** The languages that the page of a definition shows together. */
  tabs?(definition: Definition): readonly Tab[];
}

/** What a page shows in one of several languages. */
export interface Tab {
  readonly title: string;
  readonly definition: Definition;
  readonly context: DocsContext;
}

/** A part of a type's spelling, and the definition that it names. */
export interface TypePart {
  readonly text: string;
  readonly to?: Definition;
}

/** The items of a tuple between brackets, separated by commas. */
export function tupleParts(items: readonly (readonly TypePart[])[], open: string, close: string): readonly TypePart[] {
  const separated = items.flatMap((item, at) => (at === 0 ? item : [{ text: ", " }, ...item]));
  return [{ text: open }, ...separated, { text: close }];
}
