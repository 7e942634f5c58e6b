/** What every class file has. */
import type { Page, View } from "../../render/page.js";
import type { Definition } from "../../spec/spec.js";
import { type Comment, commentLines, plainText } from "./comments.js";
import { type LibraryName, libraryIn, written } from "./library.js";
import { Scope } from "./scope.js";
import { orNull } from "./types.js";
import type { ValueNames } from "./values.js";
import type { World } from "./world.js";

export interface JavaFile extends ValueNames {
  readonly definition: Definition;
  readonly world: World;
  readonly scope: Scope;
  /** The file's class as the file writes it. */
  readonly self: string;
}

/** @param innerNames the classes inside the definition's class, own and inherited ones, and its fields */
export function fileOf(definition: Definition, world: World, innerNames: Iterable<string>): JavaFile {
  const { names, root } = world;
  const packageName = names.packageName(definition);
  const scope = new Scope(packageName, names.className(definition), innerNames, world.siblings(definition));
  const className = (each: Definition): string => scope.type(names.packageName(each), names.className(each));
  const library = libraryIn(scope, root);
  return { definition, world, scope, library, className, members: names.members, self: className(definition) };
}

/** A class inside another must not be called like it. */
export function innerName(name: string, definition: Definition, { names }: World): string {
  return names.className(definition) === name ? `${name}_` : name;
}

/**
 * The page of a file. Imports are what the file was asked for, so everything else must have been spelled before.
 *
 * @param java the types of libraries that the template writes by itself
 */
export function filePage(
  file: JavaFile,
  template: string,
  parts: { readonly java: readonly LibraryName[]; readonly comment: Comment; readonly uses: Iterable<Definition> },
  body: View,
): Page {
  const { definition, world, scope, library } = file;
  const isDeprecated = definition.deprecated !== undefined;
  const usesDeprecated = [...parts.uses].some((each) => each !== definition && each.deprecated !== undefined);
  const marks: readonly LibraryName[] = [
    "NullMarked",
    ...(isDeprecated ? (["Deprecated"] as const) : []),
    ...(usesDeprecated ? (["SuppressWarnings"] as const) : []),
  ];
  const java = written(library, [...parts.java, ...marks]);
  return {
    path: `${world.names.codePath(definition)}.java`,
    template,
    view: {
      source: plainText(definition.span.file),
      package: world.names.packageName(definition),
      comment: commentLines(0, parts.comment),
      isDeprecated,
      usesDeprecated,
      name: world.names.className(definition),
      self: file.self,
      link: `{@link ${file.self}}`,
      ...body,
      // What `equals` takes.
      nullableObject: parts.java.includes("Nullable") ? orNull(library("Object"), file) : "",
      java,
      imports: scope.imports(),
    },
    model: definition.name,
    span: definition.span,
  };
}

/** What a deprecated definition is replaced by, as a Javadoc reference, if that is a definition. */
export function linkTo(use: string | undefined, { definition, world, className }: JavaFile): string | undefined {
  const { names } = world;
  const found = use === undefined ? undefined : world.definitionNamed(use);
  if (found === undefined) return undefined;
  // A comment is no reason for an import.
  const isNear = names.packageName(found) === names.packageName(definition);
  return isNear ? className(found) : names.qualifiedName(found);
}
