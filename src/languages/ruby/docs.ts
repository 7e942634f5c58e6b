/** The docs pages of a Ruby target (format §5.2). */
import type { Target } from "../../config/config.js";
import { scalarOf } from "../../spec/constants.js";
import { isRequired } from "../../spec/fields.js";
import { indexPages } from "../../docs/site-index.js";
import { linkFromPage } from "../../docs/links.js";
import { once } from "../../names/remembering.js";
import { usersOf } from "../../spec/users.js";
import { type DocsContext, tupleParts, type TypePart } from "../../docs/context.js";
import type { MarkdownReader } from "../../docs/prose.js";
import { docsPage } from "../../docs/page.js";
import { foldType } from "../../spec/fold.js";
import type { Definition, Field, MapType, Scalar, Spec, Type, Union } from "../../spec/spec.js";
import type { Pages } from "../language.js";
import { textOption } from "../../config/option.js";
import type { RubyNames } from "./names.js";
import { scalars } from "./scalars.js";

/** What the pages show of a target. */
export function docsContext(spec: Spec, target: Target, names: RubyNames, read?: MarkdownReader): DocsContext {
  const style: Style = { names, typedUnions: textOption(target, "unions") === "typed" };
  const typeCell = (field: Field): string => cell(field.type, field.nullable || !isRequired(field), style);
  return {
    ...{ target, names, othersName: "additional_properties", typeCell, read },
    typeParts: (type) => typeParts(type, style),
    codeName: names.constant,
    users: once(() => usersOf({ ...spec, definitions: shownDefinitions(spec, target) })),
    isShown: (definition) => isShown(definition, target),
  };
}

/** Every definition has a page, except that with `unions: any` a union and the inline types inside it have none. */
export function docsPages(spec: Spec, target: Target, names: RubyNames, read?: MarkdownReader): Pages {
  const context = docsContext(spec, target, names, read);
  return {
    of: (definition) => (isShown(definition, target) ? [docsPage(definition, context)] : []),
    others: () => indexPages(shownDefinitions(spec, target), context),
  };
}

/** A type in YARD's syntax. */
function typeParts(type: Type, { names, typedUnions }: Style): readonly TypePart[] {
  return foldType<readonly TypePart[]>(type, {
    scalar: ({ scalar }) => [{ text: scalars[scalar].yard }],
    constant: (constant) => [{ text: scalars[scalarOf(constant)].yard }],
    array: (items) => [{ text: "Array<" }, ...items, { text: ">" }],
    tuple: (items) => tupleParts(items, "Array(", ")"),
    map: (values, { keys }) => {
      const key = keys === undefined ? { text: "String" } : { text: names.constant(keys), to: keys };
      return [{ text: "Hash{" }, key, { text: " => " }, ...values, { text: "}" }];
    },
    reference: (to) =>
      to.kind === "union" && !typedUnions ? [{ text: scalars.any.yard }] : [{ text: names.constant(to), to }],
  });
}

/** The definitions with a page and a class. */
export function shownDefinitions(spec: Spec, target: Target): readonly Definition[] {
  return spec.definitions.filter((each) => isShown(each, target));
}

/** All definitions have a page and a class, except that with `unions: any` unions and the inline types inside them have none. */
export function isShown(definition: Definition, target: Target): boolean {
  return textOption(target, "unions") === "typed" || !belongsToUnion(definition);
}

interface Style {
  readonly names: RubyNames;
  readonly typedUnions: boolean;
}

function belongsToUnion(definition: Definition): boolean {
  return definition.kind === "union" || (definition.owner !== undefined && belongsToUnion(definition.owner));
}

/** A type, nilable if it can be nil; dates, arrays and hashes never are. */
function cell(type: Type, nilable: boolean, style: Style): string {
  switch (type.kind) {
    case "scalar":
      return scalarCell(type.scalar, nilable);
    case "constant":
      return scalarCell(scalarOf(type), nilable);
    case "array":
      return `T::Array<${cell(type.items.type, false, style)}>`;
    case "tuple":
      return `[${type.items.map((item) => cell(item.type, item.nullable, style)).join(", ")}]`;
    case "map":
      return `T::Hash[${keyCell(type, style)}, ${cell(type.values.type, false, style)}]`;
    case "reference":
      return referenceCell(type.to, nilable, style);
  }
}

function keyCell({ keys }: MapType, style: Style): string {
  return keys === undefined ? "Symbol" : referenceCell(keys, false, style);
}

function referenceCell(to: Definition, nilable: boolean, style: Style): string {
  if (to.kind === "union" && !style.typedUnions) return scalarCell("any", nilable);
  const name = to.kind === "union" ? anyOf(to, style.names) : style.names.docsConstant(to);
  return `[${orNil(name, nilable)}](${linkFromPage(to, style.names)})`;
}

function scalarCell(scalar: Scalar, nilable: boolean): string {
  const { docs, docsCell } = scalars[scalar];
  return docsCell ?? `*${orNil(docs, nilable)}*`;
}

function orNil(name: string, nilable: boolean): string {
  return nilable ? `T.nilable(${name})` : name;
}

/** The member types in plain Ruby, without duplicates. */
function anyOf({ members }: Union, names: RubyNames): string {
  const spellings = [...new Set(members.map(({ type }) => spelling(type, names)))];
  return spellings.length === 1 ? spellings.join() : `T.any(${spellings.join(", ")})`;
}

function spelling(type: Type, names: RubyNames): string {
  return foldType(type, {
    scalar: ({ scalar }) => scalars[scalar].docs,
    constant: (constant) => scalars[scalarOf(constant)].docs,
    array: (items) => `T::Array[${items}]`,
    tuple: (items) => `[${items.join(", ")}]`,
    map: (values) => `T::Hash[Symbol, ${values}]`,
    reference: (to) => names.docsConstant(to),
  });
}
