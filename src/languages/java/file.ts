/** The parts that all class files have. */
import { Imports } from "../../code/blocks.js";
import { flatOf, type Piece } from "../../code/code.js";
import type { Page, View } from "../../render/page.js";
import type { Definition } from "../../spec/spec.js";
import type { FactWriter } from "../facts.js";
import { type Comment, hasText, javadocBlock, plainText, textLines } from "./comments.js";
import { dialect } from "./dialect.js";
import type { LibraryName } from "./library.js";
import { schemaAnnotation } from "./open-api.js";
import { textLiteral } from "./literals.js";
import { Scope } from "./scope.js";
import { Spelling } from "./types.js";
import { constantValue, type ValueNames } from "./values.js";
import type { World } from "./world.js";

export interface JavaFile extends ValueNames {
  readonly definition: Definition;
  readonly world: World;
  readonly scope: Scope;
  /** The file's class as it is written in the file. */
  readonly self: string;
  readonly facts: FactWriter;
}

/** @param innerNames the nested classes of the definition's class, its own and inherited ones, and its fields */
export function fileOf(definition: Definition, world: World, innerNames: ReadonlySet<string>): JavaFile {
  const { names, libraries } = world;
  const self = names.qualifiedName(definition);
  const scope = new Scope(self, innerNames, world.siblings(definition), libraries);
  const library = (name: LibraryName): Piece => scope.library(name);
  return {
    definition,
    world,
    scope,
    self: flatOf(scope.type(self)),
    type: (qualified) => scope.type(qualified),
    library,
    support: (name) => scope.type(libraries.support(name)),
    className: (each) => scope.type(names.qualifiedName(each)),
    members: names.members,
    facts: {
      string: textLiteral,
      value: (value) => constantValue(value, { library }),
      commentLines: textLines,
    },
  };
}

/** A nested class must not have the same name as its enclosing class. */
export function innerName(name: string, definition: Definition, { names }: World): string {
  return names.className(definition) === name ? `${name}_` : name;
}

/**
 * The page of a file. Library types get the short names that are still free, so all other types must be spelled first.
 *
 * @param uses the definitions whose classes the file mentions
 */
export function filePage(
  file: JavaFile,
  template: string,
  { notes = [], uses }: Pick<Comment, "notes"> & { readonly uses: Iterable<Definition> },
  body: View,
): Page {
  const { definition, world, scope } = file;
  const { description, deprecated, externalDocs } = definition;
  const title = hasText(description) ? [] : [`The ${definition.kind} ${world.names.className(definition)}.`];
  const replacement = linkTo(deprecated?.use, file);
  const usesDeprecated = [...uses].some((each) => each !== definition && each.deprecated !== undefined);
  return {
    path: `${world.names.codePath(definition)}.java`,
    template,
    view: {
      source: plainText(definition.span.file),
      package: world.names.packageName(definition),
      imports: new Imports(),
      comment: javadocBlock({ description, deprecated, externalDocs, notes: [...title, ...notes], replacement }),
      annotations: world.hasOpenApiSchemas ? [schemaAnnotation(definition, world.names, file)] : [],
      usesDeprecated,
      name: world.names.className(definition),
      self: file.self,
      link: `{@link ${file.self}}`,
      ...body,
      nullableObject: new Spelling(file, file.library("Object")).orNull(),
      java: scope.allLibraries(),
    },
    dialect,
    model: definition.name,
    span: definition.span,
  };
}

/** The replacement of a deprecated definition as a Javadoc reference, if it is a definition. */
function linkTo(use: string | undefined, { definition, world, className }: JavaFile): string | undefined {
  const { names } = world;
  const found = use === undefined ? undefined : world.definitionNamed(use);
  if (found === undefined) return undefined;
  // Do not import a class that only a comment mentions.
  const isNear = names.packageName(found) === names.packageName(definition);
  return isNear ? flatOf(className(found)) : names.qualifiedName(found);
}
