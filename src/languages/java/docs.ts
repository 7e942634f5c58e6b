/** The docs pages of a Java target (format §5.1). */
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
import type { Field, Spec, MapType, Type } from "../../spec/spec.js";
import type { Pages } from "../language.js";
import { isBeyondLong } from "./literals.js";
import type { JavaNames } from "./names.js";
import { type ScalarRow, scalarRows } from "./scalars.js";
import { simpleName } from "./scope.js";
import { tupleName } from "./tuples.js";

/** What the pages show of a target. */
export function docsContext(spec: Spec, target: Target, names: JavaNames, read?: MarkdownReader): DocsContext {
  const typeCell = (field: Field): string => fieldTypeCell(field, names);
  return {
    ...{ target, names, othersName: "additionalProperties", typeCell, read },
    typeParts: (type) => typeParts(type, names),
    codeName: names.qualifiedName,
    users: once(() => usersOf(spec)),
  };
}

export function docsPages(spec: Spec, target: Target, names: JavaNames, read?: MarkdownReader): Pages {
  const context = docsContext(spec, target, names, read);
  return {
    of: (definition) => [docsPage(definition, context)],
    others: () => indexPages(spec.definitions, context),
  };
}

/** A type as callers of the classes see it. */
function typeParts(type: Type, names: JavaNames): readonly TypePart[] {
  return foldType<readonly TypePart[]>(type, {
    scalar: ({ scalar }) => [{ text: simpleName(scalarRows[scalar].type) }],
    constant: (constant) => {
      const { type: name } = isBeyondLong(constant.value) ? bigInteger : scalarRows[scalarOf(constant)];
      return [{ text: simpleName(name) }];
    },
    array: (items) => [{ text: "List<" }, ...items, { text: ">" }],
    tuple: (items) => tupleParts(items, `${tupleName(items.length)}<`, ">"),
    map: (values, { keys }) => {
      const key = keys === undefined ? { text: "String" } : { text: names.className(keys), to: keys };
      return [{ text: "Map<" }, key, { text: ", " }, ...values, { text: ">" }];
    },
    reference: (to) => [{ text: names.className(to), to }],
  });
}

function fieldTypeCell(field: Field, names: JavaNames): string {
  const optional = !isRequired(field);
  if (optional && field.nullable) return typeCell(field.type, "JsonNullable", names);
  return typeCell(field.type, optional || field.nullable ? "Optional" : undefined, names);
}

/** A type inside the wrapper that distinguishes absent from null; dates, lists and maps are never wrapped. */
function typeCell(type: Type, wrapper: string | undefined, names: JavaNames): string {
  switch (type.kind) {
    case "scalar":
      return scalarCell(scalarRows[type.scalar], wrapper);
    case "constant":
      return scalarCell(isBeyondLong(type.value) ? bigInteger : scalarRows[scalarOf(type)], wrapper);
    case "array":
      return escape(`List<${typeCell(type.items.type, undefined, names)}>`);
    case "tuple": {
      const items = type.items.map((item) => typeCell(item.type, undefined, names));
      return escape(`${tupleName(items.length)}<${items.join(", ")}>`);
    }
    case "map":
      return escape(`Map<${keyCell(type, names)}, ${typeCell(type.values.type, undefined, names)}>`);
    case "reference":
      return `[${escape(wrapped(names.className(type.to), wrapper))}](${linkFromPage(type.to, names)})`;
  }
}

function keyCell({ keys }: MapType, names: JavaNames): string {
  return keys === undefined ? "String" : `[${names.className(keys)}](${linkFromPage(keys, names)})`;
}

function scalarCell(
  { type, primitive, page }: Omit<ScalarRow, "literal" | "read">,
  wrapper: string | undefined,
): string {
  const name = simpleName(type);
  if (page !== undefined) return `[${name}](${page})`;
  return `*${escape(wrapper === undefined ? (primitive ?? name) : wrapped(name, wrapper))}*`;
}

function wrapped(name: string, wrapper: string | undefined): string {
  return wrapper === undefined ? name : `${wrapper}<${name}>`;
}

const bigInteger = { type: "java.math.BigInteger" };

/** Called once per level of nesting, so that inner brackets collect backslashes: `List\<List\\<*String*>>`. */
function escape(text: string): string {
  return text.replaceAll("<", "\\<");
}
