/** The docs pages of a Java target (format §5.1). */
import type { Target } from "../../config/config.js";
import { scalarOf } from "../../spec/constants.js";
import { isRequired } from "../../spec/fields.js";
import { indexPage } from "../../docs/index-page.js";
import { linkFromPage } from "../../docs/links.js";
import { docsPage } from "../../docs/page.js";
import type { Field, Scalar, Spec, Type } from "../../spec/spec.js";
import type { Pages } from "../language.js";
import { isBeyondLong } from "./literals.js";
import type { JavaNames } from "./names.js";

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
      return scalarCell(type.scalar, wrapper);
    case "constant":
      return isBeyondLong(type.value) ? primitiveCell(bigInteger, wrapper) : scalarCell(scalarOf(type), wrapper);
    case "array":
      return escape(`List<${typeCell(type.items.type, undefined, names)}>`);
    case "map":
      return escape(`Map<String, ${typeCell(type.values.type, undefined, names)}>`);
    case "reference":
      return `[${escape(wrapped(names.className(type.to), wrapper))}](${linkFromPage(type.to, names)})`;
  }
}

/** A primitive, with the class that stands for it inside a wrapper. */
type Primitive = readonly [plain: string, boxed: string];

const string: Primitive = ["String", "String"];
const long: Primitive = ["long", "Long"];
const bigInteger: Primitive = ["BigInteger", "BigInteger"];

type Linked = Extract<Scalar, "date" | "date-time">;

const primitives: Readonly<Record<Exclude<Scalar, Linked>, Primitive>> = {
  string,
  boolean: ["boolean", "Boolean"],
  any: ["Object", "Object"],
  integer: long,
  int32: ["int", "Integer"],
  long,
  number: ["double", "Double"],
  float: ["float", "Float"],
  decimal: ["BigDecimal", "BigDecimal"],
  time: string,
  duration: string,
  uuid: string,
  uri: string,
  email: string,
  bytes: ["byte[]", "byte[]"],
};

const javaTime = "https://docs.oracle.com/javase/8/docs/api/java/time";

const links: Readonly<Record<Linked, string>> = {
  date: `[LocalDate](${javaTime}/LocalDate.html)`,
  "date-time": `[OffsetDateTime](${javaTime}/OffsetDateTime.html)`,
};

function scalarCell(scalar: Scalar, wrapper: string | undefined): string {
  return scalar === "date" || scalar === "date-time" ? links[scalar] : primitiveCell(primitives[scalar], wrapper);
}

function primitiveCell([plain, boxed]: Primitive, wrapper: string | undefined): string {
  return `*${escape(wrapper === undefined ? plain : wrapped(boxed, wrapper))}*`;
}

function wrapped(name: string, wrapper: string | undefined): string {
  return wrapper === undefined ? name : `${wrapper}<${name}>`;
}

/** Once at each level of nesting, so that inner brackets collect backslashes: `List\<List\\<*String*>>`. */
function escape(text: string): string {
  return text.replaceAll("<", "\\<");
}
