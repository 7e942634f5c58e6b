/**
 * Documents that a side may send: from each type, its usual value and everything else that could be one. Which of them are
 * valid is for the side's own classes to decide.
 */
import { foldType } from "../../src/spec/fold.js";
import { isRequired } from "../../src/spec/fields.js";
import type { Definition, Enum, Field, Model, Scalar, Slot, Type, Union } from "../../src/spec/spec.js";
import { tuplesOf } from "./consumers.js";
import { tagsOf } from "../../src/spec/union-tags.js";

/** JSON text. */
type Text = string;

const usual: Readonly<Partial<Record<Scalar, Text>>> = {
  boolean: "true",
  integer: "42",
  int32: "42",
  long: "42",
  number: "1.5",
  float: "1.5",
  decimal: '"19.99"',
  date: '"2024-02-29"',
  "date-time": '"2024-02-29T12:30:00Z"',
  uuid: '"f0bc3d88-2178-4423-8c81-b81d6c9da824"',
  email: '"ada@example.com"',
  bytes: '"aGVsbG8="',
};

/** Values of built-in types. */
const pool: readonly Text[] = [
  '"text"',
  '""',
  '"7"',
  '"tux"',
  JSON.stringify("long ".repeat(12)),
  ...Object.values(usual),
  '"12:30:00"',
  '"https://example.com"',
  "0",
  "-1",
  "3000000000",
  "9007199254740993",
  "1e300",
  "1.123456789012345678",
  "false",
  '["a",1]',
  '{"a":1}',
];

/** Inside a union, what is no value of the type would be an unknown member, which no sender makes on purpose. */
function mayBe(text: Text, scalar: Scalar): boolean {
  const value: unknown = JSON.parse(text);
  switch (scalar) {
    case "any":
      return true;
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return Number.isSafeInteger(value);
    case "int32":
    case "long":
      return Number.isInteger(value);
    case "number":
    case "float":
      return typeof value === "number";
    case "decimal":
      return typeof value === "number" || (typeof value === "string" && /^\d/.test(value));
    default:
      return typeof value === "string";
  }
}

export function documentsOf(model: Model): readonly Text[] {
  return [...new Set(modelTexts(model, 0))];
}

/** The complete model first; then variants of one field each. */
function modelTexts(model: Model, depth: number): readonly Text[] {
  if (depth > 3) return [];
  const fields = model.fields.map((field): readonly [Field, readonly Text[]] => [field, slotTexts(field, depth)]);
  const complete = fields.map(([{ name }, [first]]): Entry => [name, first]);
  const variants = fields.flatMap(([field, [, ...others]]) =>
    [...others, ...(isRequired(field) ? [] : [undefined])].map((text) =>
      complete.map((entry): Entry => (entry[0] === field.name ? [field.name, text] : entry)),
    ),
  );
  return [...withAdditional(model, complete, depth), ...variants.map((entries) => required(model, entries, depth))];
}

type Entry = readonly [name: string, text: Text | undefined];

/** With additional properties, and without where these are not a part of the model's data. */
function withAdditional({ additionalFields }: Model, entries: readonly Entry[], depth: number): readonly Text[] {
  if (additionalFields === "reject") return [objectText(entries)];
  const texts = additionalFields === "keep" ? [undefined, '"text"', "42"] : slotTexts(additionalFields, depth);
  return texts.map((text) => objectText([...entries, ["extra", text]]));
}

function required(model: Model, entries: readonly Entry[], depth: number): Text {
  return withAdditional(model, entries, depth)[0]!;
}

function objectText(entries: readonly Entry[]): Text {
  const held = entries.filter(([, text]) => text !== undefined);
  return `{${held.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(",")}}`;
}

function slotTexts({ type, nullable }: Slot, depth: number): readonly Text[] {
  const texts = typeTexts(type, depth);
  const isAny = type.kind === "scalar" && type.scalar === "any";
  return [...new Set([...texts, ...(nullable || isAny ? ["null"] : [])])];
}

function typeTexts(type: Type, depth: number): readonly Text[] {
  return foldType<readonly Text[]>(type, {
    scalar: ({ scalar }) => [usual[scalar] ?? pool[0]!, ...pool.filter((text) => mayBe(text, scalar))],
    constant: ({ value }) => [JSON.stringify(value)],
    tuple: (items, { items: slots }) => {
      const all = items.map((texts, at) => (slots[at]!.nullable ? [...texts, "null"] : texts));
      return tuplesOf(
        all,
        items.map(([first]) => first!),
      ).map((list) => `[${list}]`);
    },
    array: (items, { items: { nullable } }) => [
      `[${items[0]}]`,
      "[]",
      `[${items[0]},${items[0]}]`,
      ...items.slice(1).map((item) => `[${item}]`),
      ...(nullable ? [`[${items[0]},null]`] : []),
    ],
    map: (values, { keys, values: { nullable } }) => {
      const key = JSON.stringify(String(keys?.values[0]?.value ?? "key"));
      return [...values, ...(nullable ? ["null"] : [])].map((value) => `{${key}:${value}}`);
    },
    reference: (to) => definitionTexts(to, depth + 1),
  });
}

function definitionTexts(definition: Definition, depth: number): readonly Text[] {
  switch (definition.kind) {
    case "model":
      return modelTexts(definition, depth);
    case "enum":
      return enumTexts(definition);
    case "union":
      return unionTexts(definition, depth);
  }
}

function enumTexts({ open, values }: Enum): readonly Text[] {
  const listed = values.map(({ value }) => (typeof value === "string" ? JSON.stringify(value) : String(value)));
  return open ? [...listed, '"unlisted"'] : listed;
}

/**
 * The values of every member, without those that a sender does not know itself. Where tags are no constants, each member has
 * its own.
 */
function unionTexts(union: Union, depth: number): readonly Text[] {
  const tags = tagsOf(union);
  if (union.discriminator === undefined || tags === undefined) {
    return union.members.flatMap(({ type }) => typeTexts(type, depth));
  }
  return tags.members.flatMap(([tag, member]) =>
    definitionTexts(member, depth).map((text) => withTag(text, tags.field, tags.kind === "string" ? `"${tag}"` : tag)),
  );
}

/** The last of two keys counts. */
function withTag(object: Text, field: string, tag: Text): Text {
  return object.replace(/\}$/, `${object === "{}" ? "" : ","}${JSON.stringify(field)}:${tag}}`);
}
