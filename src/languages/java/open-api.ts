/**
 * The OpenAPI schemas of classes (option `openapi`): the JSON form of each class, in OpenAPI 3.1. Without them, tools inspect
 * the class and show how it stores its values instead.
 */
import type { Target } from "../../config/config.js";
import { type LanguageOption, textOption } from "../../config/option.js";
import { code, type Code, piece, type Piece } from "../../code/code.js";
import { deprecationText } from "../../docs/texts.js";
import { scalarOf } from "../../spec/constants.js";
import { isRequired } from "../../spec/fields.js";
import { referencesIn, typesOf } from "../../spec/references.js";
import type { Definition, Documented, Enum, Model, Scalar, Slot, Type, Union } from "../../spec/spec.js";
import { tagsOf } from "../../spec/union-tags.js";
import { isJsonArray, isJsonObject, type Json } from "../../text/json.js";
import { call } from "./dialect.js";
import { longestConstant, textLiteral } from "./literals.js";
import type { JavaNames } from "./names.js";
import type { FileNames } from "./scope.js";

export const openApiOption: LanguageOption = {
  description:
    "Whether classes have their OpenAPI schemas, which `OpenApiConverter` gives to springdoc and swagger-core.",
  default: "none",
  values: ["none", "schemas"],
};

export function hasOpenApiSchemas(target: Target): boolean {
  return textOption(target, "openapi") === "schemas";
}

/** A JSON object to be written. */
type Schema = Readonly<Record<string, unknown>>;

/** The annotation with the schema of a class, and the classes that the schema refers to. */
export function schemaAnnotation(definition: Definition, names: JavaNames, { library, className }: FileNames): Code {
  const lines = schemaLines(schemaOf(definition, names)).flatMap(constants);
  const used = [...new Set(typesOf(definition).flatMap(referencesIn))].filter((each) => each !== definition);
  const uses = used.map((each) => piece`${className(each)}.class`);
  const value = call("value = {", lines.map(textLiteral), "}");
  const parameters: readonly Piece[] = uses.length === 0 ? [value] : [value, call("uses = {", uses, "}")];
  return code`@${call(piece`${library("OpenApiSchema")}(`, parameters)}`;
}

/** One line per property, so that a changed property changes one line. */
function schemaLines({ properties, ...others }: Schema): readonly string[] {
  if (properties === undefined) return [jsonText(others)];
  const entries = [...(properties as ReadonlyMap<string, Schema>)];
  const lines = entries.map(([name, schema], index) => {
    return `${JSON.stringify(name)}:${jsonText(schema)}${index < entries.length - 1 ? "," : ""}`;
  });
  return [`${jsonText(others).slice(0, -1)},"properties":{`, ...lines, "}}"];
}

/** Annotations take constants, whose length is limited. */
function constants(line: string): readonly string[] {
  const count = Math.ceil(line.length / longestConstant);
  return Array.from({ length: count }, (_, at) => line.slice(at * longestConstant, (at + 1) * longestConstant));
}

function schemaOf(definition: Definition, names: JavaNames): Schema {
  switch (definition.kind) {
    case "model":
      return modelSchema(definition, names);
    case "enum":
      return enumSchema(definition);
    case "union":
      return unionSchema(definition, names);
  }
}

function modelSchema(model: Model, names: JavaNames): Schema {
  const required = model.fields.filter(isRequired).map(({ name }) => name);
  const properties = model.fields.map((field): [string, Schema] => [
    field.name,
    {
      ...slotSchema(field, names),
      ...documentation(field),
      ...(field.default !== undefined && { default: field.default }),
      ...(field.readOnly && { readOnly: true }),
      ...(field.writeOnly && { writeOnly: true }),
    },
  ]);
  const { additionalFields } = model;
  return {
    type: "object",
    ...documentation(model),
    ...(required.length > 0 && { required }),
    ...(additionalFields !== "keep" && {
      additionalProperties: additionalFields === "reject" ? false : slotSchema(additionalFields, names),
    }),
    ...(properties.length > 0 && { properties: new Map(properties) }),
  };
}

function enumSchema({ base, open, values, ...others }: Enum): Schema {
  const listed = { type: base, enum: values.map(({ value }) => value) };
  return open ? { ...documentation(others), anyOf: [listed, { type: base }] } : { ...listed, ...documentation(others) };
}

function unionSchema(union: Union, names: JavaNames): Schema {
  const members = union.members.map(({ type }) => typeSchema(type, names));
  const tags = tagsOf(union);
  if (tags === undefined) return { ...documentation(union), anyOf: members };
  const mapping = tags.members.map(([value, member]): [string, string] => [value, pathTo(member, names)]);
  const discriminator = { propertyName: tags.field, mapping: new Map(mapping) };
  return { ...documentation(union), oneOf: members, discriminator };
}

function documentation({ description, examples, deprecated }: Omit<Documented, "externalDocs">): Schema {
  const texts = [description, deprecated && deprecationText(deprecated)].filter((text) => text !== undefined);
  return {
    ...(texts.length > 0 && { description: texts.join("\n\n") }),
    ...(deprecated !== undefined && { deprecated: true }),
    ...(examples.length > 0 && { example: examples[0] }),
  };
}

function slotSchema({ type, nullable }: Slot, names: JavaNames): Schema {
  const schema = typeSchema(type, names);
  if (!nullable || Object.keys(schema).length === 0) return schema;
  if (schema["type"] === undefined) return { anyOf: [schema, { type: "null" }] };
  const values = schema["enum"] as readonly unknown[] | undefined;
  return { ...schema, type: [schema["type"], "null"].flat(), ...(values && { enum: [...values, null] }) };
}

function typeSchema(type: Type, names: JavaNames): Schema {
  switch (type.kind) {
    case "scalar":
      return { ...scalarSchemas[type.scalar], ...type.constraints };
    case "constant":
      return { type: scalarSchemas[scalarOf(type)]["type"], enum: [type.value] };
    case "array":
      return { type: "array", items: slotSchema(type.items, names), ...type.constraints };
    case "tuple": {
      const prefixItems = type.items.map((item) => slotSchema(item, names));
      return { type: "array", prefixItems, minItems: prefixItems.length, maxItems: prefixItems.length };
    }
    case "map":
      return { type: "object", additionalProperties: slotSchema(type.values, names), ...type.constraints };
    case "reference":
      return { $ref: pathTo(type.to, names) };
  }
}

function pathTo(definition: Definition, names: JavaNames): string {
  return `#/components/schemas/${names.className(definition)}`;
}

const scalarSchemas: Readonly<Record<Scalar, Schema>> = {
  string: { type: "string" },
  boolean: { type: "boolean" },
  any: {},
  integer: { type: "integer", format: "int64" },
  int32: { type: "integer", format: "int32" },
  long: { type: "integer", format: "int64" },
  number: { type: "number", format: "double" },
  float: { type: "number", format: "float" },
  "long as string": { type: "string", format: "int64" },
  decimal: { type: ["string", "number"], format: "decimal" },
  "decimal as number": { type: ["number", "string"], format: "decimal" },
  date: { type: "string", format: "date" },
  "date-time": { type: "string", format: "date-time" },
  "date-time as epoch-seconds": { type: "number", format: "unixtime" },
  "date-time as epoch-milliseconds": { type: "number" },
  "local-date-time": { type: "string", format: "date-time-local" },
  time: { type: "string", format: "time" },
  duration: { type: "string", format: "duration" },
  uuid: { type: "string", format: "uuid" },
  uri: { type: "string", format: "uri" },
  email: { type: "string", format: "email" },
  bytes: { type: "string", format: "byte" },
};

/** The JSON of a schema: plain objects that contain values of a spec. */
function jsonText(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(jsonText).join()}]`;
  const json = value as Json;
  const entries = isJsonObject(json) && !isJsonArray(json) ? [...json] : Object.entries(value);
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${jsonText(each)}`).join()}}`;
}
