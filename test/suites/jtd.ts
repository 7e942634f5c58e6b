/** JSON Type Definition (RFC 8927): schemas as field specs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Group } from "./suite.js";

/** A schema of JSON Type Definition, as far as RFC 8927 §2 lets it restrict documents. */
export interface JtdSchema {
  readonly definitions?: Readonly<Record<string, JtdSchema>>;
  readonly nullable?: boolean;
  readonly ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly elements?: JtdSchema;
  readonly properties?: Readonly<Record<string, JtdSchema>>;
  readonly optionalProperties?: Readonly<Record<string, JtdSchema>>;
  readonly additionalProperties?: boolean;
  readonly values?: JtdSchema;
  readonly discriminator?: string;
  readonly mapping?: Readonly<Record<string, JtdSchema>>;
}

interface JtdCase {
  readonly schema: JtdSchema;
  readonly instance: unknown;
  readonly errors: readonly JtdError[];
}

interface JtdError {
  readonly instancePath: readonly string[];
  readonly schemaPath: readonly string[];
}

/** @param folder of the suite, with `tests/validation.json` */
export function jtdGroups(folder: string): readonly Group[] {
  const file = join(folder, "tests/validation.json");
  const cases = Object.entries(JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, JtdCase>>);
  return cases.map(([title, { schema, instance, errors }], index) => {
    const id = `J${index + 1}`;
    const document = {
      title,
      text: JSON.stringify(instance),
      isValid: errors.length === 0,
      errors: errors.map((error) => pathOf(error, schema, instance)),
    };
    const reports = isEmptyUnion(schema) ? ["a union without members cannot be expressed"] : [];
    const models = jtdModels(id, schema);
    const spec = { path: `${id}.yaml`, text: stringify({ models }) };
    return {
      id,
      title,
      ...(reports.length === 0 && { spec: [spec] }),
      models: Object.keys(models),
      reports,
      documents: [document],
    };
  });
}

/** The models of a schema: one for the schema, with the field `value`, and one for each definition. */
export function jtdModels(id: string, schema: JtdSchema): Readonly<Record<string, object>> {
  const { type, definitions } = { type: typeOf(schema, id), definitions: Object.entries(schema.definitions ?? {}) };
  return {
    [id]: { fields: { value: { ...type, required: true } } },
    ...Object.fromEntries(definitions.map(([name, each]) => [`${id}${capital(name)}`, typeOf(each, id)])),
  };
}

function typeOf(schema: JtdSchema, id: string): Record<string, unknown> {
  return { ...plainTypeOf(schema, id), ...(schema.nullable === true && { nullable: true }) };
}

function plainTypeOf(schema: JtdSchema, id: string): Record<string, unknown> {
  const { ref, type, elements, properties, optionalProperties, values, discriminator, mapping = {} } = schema;
  if (ref !== undefined) return { type: `${id}${capital(ref)}` };
  if (type !== undefined) return scalars[type]!;
  if (schema.enum !== undefined) return { enum: schema.enum };
  if (elements !== undefined) return { type: "array", items: typeOf(elements, id) };
  if (values !== undefined) return { type: "map", values: typeOf(values, id) };
  if (discriminator !== undefined) {
    const members = Object.entries(mapping).map(([tag, member]) => modelOf(member, id, { [discriminator]: tag }));
    return { oneOf: members, discriminator: { field: discriminator } };
  }
  return properties === undefined && optionalProperties === undefined ? { type: "any" } : modelOf(schema, id);
}

function modelOf(schema: JtdSchema, id: string, tags: Readonly<Record<string, string>> = {}): Record<string, unknown> {
  const { properties = {}, optionalProperties = {}, additionalProperties = false } = schema;
  const required = Object.entries(properties).map(([name, each]) => [name, { ...typeOf(each, id), required: true }]);
  const optional = Object.entries(optionalProperties).map(([name, each]) => [name, typeOf(each, id)]);
  const constants = Object.entries(tags).map(([name, tag]) => [name, { const: tag, required: true }]);
  return {
    ...(tagName(tags) !== undefined && { name: `${id}Of${capital(tagName(tags)!)}` }),
    fields: Object.fromEntries([...constants, ...required, ...optional]),
    ...(!additionalProperties && { additionalProperties: false }),
  };
}

const tagName = (tags: Readonly<Record<string, string>>): string | undefined => Object.values(tags)[0];

/** RFC 8927 §2.2.3. A number may be written with a fraction of zeros. */
const scalars: Readonly<Record<string, Record<string, unknown>>> = {
  boolean: { type: "boolean" },
  string: { type: "string" },
  timestamp: { type: "date-time" },
  float32: { type: "number" },
  float64: { type: "number" },
  int8: { type: "integer", minimum: -128, maximum: 127 },
  uint8: { type: "integer", minimum: 0, maximum: 255 },
  int16: { type: "integer", minimum: -32_768, maximum: 32_767 },
  uint16: { type: "integer", minimum: 0, maximum: 65_535 },
  int32: { type: "integer", minimum: -2_147_483_648, maximum: 2_147_483_647 },
  uint32: { type: "integer", minimum: 0, maximum: 4_294_967_295 },
};

function isEmptyUnion({ mapping }: JtdSchema): boolean {
  return mapping !== undefined && Object.keys(mapping).length === 0;
}

/**
 * Where the generated classes must report an error. Where a field is missing, the suite names the object and the classes name
 * the field.
 */
function pathOf({ instancePath, schemaPath }: JtdError, { discriminator }: JtdSchema, instance: unknown): string {
  const isMissing = schemaPath.at(-2) === "properties";
  const lacksTag = schemaPath.at(-1) === "discriminator" && instancePath.length === 0 && isObject(instance);
  const missing = isMissing ? [schemaPath.at(-1)!] : lacksTag ? [discriminator!] : [];
  return [...instancePath, ...missing].reduce(
    (path, key) => (/^\d+$/.test(key) ? `${path}[${key}]` : `${path}.${key}`),
    "$.value",
  );
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
