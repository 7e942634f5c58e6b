/**
 * A generated API with a realistic size and mix: of every ten definitions, about six are models, three inline enums and
 * one a union. The same count always gives the same spec.
 */

/** The matching config: docs and classes in three languages, with all optional files. */
export const madeConfig = configWith("all");

/** The same with only a page and a class per definition and language. */
export const plainConfig = configWith("none");

function configWith(signatures) {
  return `spec: spec
targets:
  typescript: { language: typescript, output: generated/typescript }
  ruby: { language: ruby, output: generated/ruby, module: Made, signatures: ${signatures} }
  java: { language: java, output: generated/java, package: com.example.made }
`;
}

/**
 * @param {number} definitions the total number of models, enums and unions
 * @returns {Map<string, string>} file name → field spec, one file per model
 */
export function madeSpec(definitions) {
  return new Map(madeModels(definitions).map((model) => [`${kebab(model.name)}.yaml`, fieldSpec(model)]));
}

/** The same API as one JSON Schema, for peers that read JSON Schema. */
export function madeSchema(definitions) {
  const models = madeModels(definitions);
  return {
    $schema: "http://json-schema.org/draft-06/schema#",
    definitions: Object.fromEntries(models.map((model) => [model.name, schemaOf(model)])),
    type: "object",
    properties: Object.fromEntries(models.map(({ name }) => [name, { $ref: `#/definitions/${name}` }])),
  };
}

/** The same API as an OpenAPI document. */
export function madeOpenApi(definitions) {
  const schemas = JSON.stringify(madeSchema(definitions).definitions).replaceAll(
    "#/definitions/",
    "#/components/schemas/",
  );
  const info = { title: "Made", version: "1" };
  return { openapi: "3.1.0", info, paths: {}, components: { schemas: JSON.parse(schemas) } };
}

const nouns = ["Account", "Benefit", "Candidate", "Document", "Employee", "Folder", "Group", "Interview", "Job", "Key"];
const kinds = ["", "Result", "Page", "Request", "Link", "Status", "Schedule", "Policy", "Summary", "Detail"];
const scalars = ["string", "string", "string", "boolean", "number", "integer", "date-time", "string?"];
const words = "the unique identifier of this record as the provider gave it when it was created or changed".split(" ");

function madeModels(definitions) {
  const models = [];
  for (let made = 0; made < definitions;) {
    const model = madeModel(models.length);
    models.push(model);
    made += 1 + model.fields.filter((field) => field.enum ?? field.oneOf).length;
  }
  return models;
}

function madeModel(index) {
  const fields = Array.from({ length: 6 + (index % 7) }, (_, at) => {
    const type = scalars[(index + at) % scalars.length];
    return {
      name: `field_${letters(at + 1).toLowerCase()}_${words[(index + at) % words.length]}`,
      type,
      required: at < 2,
      description: at % 2 === 0 ? sentence(index + at, 6 + (at % 5)) : undefined,
      example: type.startsWith("string") && at % 3 === 0 ? sentence(index * at, 2) : undefined,
    };
  });
  if (index > 0) fields.push({ name: "parent", type: `${nameOf(Math.floor(index / 2))}?` });
  fields.push({ name: "related", type: `${nameOf((index * 13 + 5) % Math.max(1, index))}[]` });
  if (index % 2 === 0) fields.push({ name: "state", enum: ["active", "inactive", "pending", "unmapped_value"] });
  if (index % 6 === 1) fields.push({ name: "source", oneOf: ["string", nameOf(index - 1)] });
  return { name: nameOf(index), description: `${nameOf(index)} is ${sentence(index, 9)}`, fields };
}

function fieldSpec({ name, description, fields }) {
  const lines = fields.map((field) => {
    const { name, enum: values, ...keys } = field;
    const open = values === undefined ? {} : { open: true, enum: values };
    return `      ${name}: ${JSON.stringify({ ...keys, ...open })}`;
  });
  return `models:\n  ${name}:\n    description: ${description}\n    fields:\n${lines.join("\n")}\n`;
}

function schemaOf({ description, fields }) {
  return {
    type: "object",
    description,
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    required: fields.filter((field) => field.required).map((field) => field.name),
  };
}

function fieldSchema({ type, description, enum: values, oneOf }) {
  if (values !== undefined) return { type: "string", enum: values };
  if (oneOf !== undefined) return { oneOf: oneOf.map(typeSchema) };
  return { ...typeSchema(type), ...(description === undefined ? {} : { description }) };
}

function typeSchema(type) {
  if (type.endsWith("[]")) return { type: "array", items: typeSchema(type.slice(0, -2)) };
  if (type.endsWith("?")) return { oneOf: [typeSchema(type.slice(0, -1)), { type: "null" }] };
  if (type === "date-time") return { type: "string", format: "date-time" };
  return scalars.includes(type) ? { type } : { $ref: `#/definitions/${type}` };
}

function nameOf(index) {
  return nouns[index % 10] + kinds[Math.floor(index / 10) % 10] + letters(Math.floor(index / 100));
}

/** 1 → A, 27 → AA, since digits in names become words. */
function letters(number) {
  return number === 0 ? "" : letters(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26));
}

function kebab(name) {
  return name.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

function sentence(seed, length) {
  return Array.from({ length }, (_, at) => words[(seed * 7 + at * 3) % words.length]).join(" ");
}
