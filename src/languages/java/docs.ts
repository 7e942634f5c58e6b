/** The docs pages of a Java target (format §5.1). */
import type { Target } from "../../config/config.js";
import { scalarOf } from "../../spec/constants.js";
import { isRequired } from "../../spec/fields.js";
import { indexPage } from "../../docs/index-page.js";
import { linkFromPage } from "../../docs/links.js";
import { docsPage } from "../../docs/page.js";
import type { Field, Spec, Type } from "../../spec/spec.js";
import type { Pages } from "../language.js";
import { isBeyondLong } from "./literals.js";
import type { JavaNames } from "./names.js";
import { type ScalarRow, scalarRows } from "./scalars.js";
import { simpleName } from "./scope.js";

export function docsPages(spec: Spec, target: Target, names: JavaNames): Pages {
  const typeCell = (field: Field): string => fieldTypeCell(field, names);
  const context = { target, names, othersName: "additionalProperties", typeCell };
  return {
    of: (definition) => [docsPage(definition, context)],
    others: () => [indexPage(spec.definitions, names)],
  };
}

function fieldTypeCell(field: Field, names: JavaNames): string {
  const optional = !isRequired(field);
  if (optional && field.nullable) return typeCell(field.type, "JsonNullable", names);
  return typeCell(field.type, optional || field.nullable ? "Optional" : undefined, names);
}

/** A type inside the wrapper that tells absent and null apart; dates, lists and maps are never wrapped. */
function typeCell(type: Type, wrapper: string | undefined, names: JavaNames): string {
  switch (type.kind) {
    case "scalar":
      return scalarCell(scalarRows[type.scalar], wrapper);
    case "constant":
      return scalarCell(isBeyondLong(type.value) ? bigInteger : scalarRows[scalarOf(type)], wrapper);
    case "array":
      return escape(`List<${typeCell(type.items.type, undefined, names)}>`);
    case "map":
      return escape(`Map<String, ${typeCell(type.values.type, undefined, names)}>`);
    case "reference":
      return `[${escape(wrapped(names.className(type.to), wrapper))}](${linkFromPage(type.to, names)})`;
  }
}

function scalarCell({ type, primitive, page }: Omit<ScalarRow, "literal">, wrapper: string | undefined): string {
  const name = simpleName(type);
  if (page !== undefined) return `[${name}](${page})`;
  return `*${escape(wrapper === undefined ? (primitive ?? name) : wrapped(name, wrapper))}*`;
}

function wrapped(name: string, wrapper: string | undefined): string {
  return wrapper === undefined ? name : `${wrapper}<${name}>`;
}

const bigInteger = { type: "java.math.BigInteger" };

/** Once at each level of nesting, so that inner brackets collect backslashes: `List\<List\\<*String*>>`. */
function escape(text: string): string {
  return text.replaceAll("<", "\\<");
}
