/**
 * Swagger 2.0 has a parameter for each field of a form. Before a document is upgraded, the parameters of an operation
 * become the schema of one body: the upgrade would keep only their names and types.
 */
import { type Place, pointerParts } from "./place.js";

/** A value as returned by `JSON.parse`. */
type Plain = Readonly<Record<string, unknown>>;

/** Replaces forms by bodies. */
export function withFormsAsBodies(document: unknown): unknown {
  if (!isObject(document) || !isObject(document["paths"])) return document;
  const parameters = document["parameters"];
  const shared = isObject(parameters) ? parameters : {};
  const paths = mapped(document["paths"], (item) => (isObject(item) ? withBodies(item, document, shared) : item));
  if (parameters !== shared) return { ...document, paths };
  const others = Object.entries(shared).filter(([, parameter]) => !isFormField(parameter));
  return { ...document, paths, parameters: Object.fromEntries(others) };
}

/** The place of a form field in the Swagger document. */
export function formFieldKeys(operation: readonly string[], name: string, root: Place): readonly string[] | undefined {
  for (const keys of [operation, operation.slice(0, -1)]) {
    for (const parameter of root.find([...keys, "parameters"])?.items() ?? []) {
      const shared = sharedName(parameter.get("$ref")?.text);
      const at = shared === undefined ? [...keys, "parameters", parameter.key] : ["parameters", shared];
      const found = root.find(at);
      if (found?.get("in")?.text === "formData" && found.get("name")?.text === name) return at;
    }
  }
  return undefined;
}

function withBodies(item: Plain, document: Plain, shared: Plain): Plain {
  const [inherited, others] = divided(item["parameters"], shared);
  const operations = mapped(item, (operation, method) => {
    if (!methods.has(method) || !isObject(operation)) return operation;
    const [own, rest] = divided(operation["parameters"], shared);
    const fields = new Map([...inherited, ...own].map((field) => [field["name"], field]));
    if (fields.size === 0) return operation;
    const consumes = formTypes(operation["consumes"] ?? document["consumes"]);
    return { ...operation, consumes, parameters: [...rest, bodyOf([...fields.values()])] };
  });
  return inherited.length === 0 ? operations : { ...operations, parameters: others };
}

/** Separates the form fields from other parameters, and resolves references. */
function divided(parameters: unknown, shared: Plain): readonly [fields: readonly Plain[], others: readonly unknown[]] {
  const fields: Plain[] = [];
  const others: unknown[] = [];
  for (const each of Array.isArray(parameters) ? (parameters as readonly unknown[]) : []) {
    const name = isObject(each) ? sharedName(each["$ref"]) : undefined;
    const parameter = name === undefined ? each : shared[name];
    if (isFormField(parameter)) fields.push(parameter);
    else others.push(each);
  }
  return [fields, others];
}

function bodyOf(fields: readonly Plain[]): Plain {
  const required = fields.filter((field) => field["required"] === true).map((field) => field["name"]);
  const properties = Object.fromEntries(fields.map((field) => [String(field["name"]), schemaOf(field)]));
  return {
    name: "body",
    in: "body",
    schema: { type: "object", properties, ...(required.length > 0 && { required }) },
  };
}

/** The schema of a parameter's value. */
function schemaOf(field: Plain): Plain {
  return Object.fromEntries(Object.entries(field).filter(([key]) => !ofParameters.has(key)));
}

function formTypes(consumes: unknown): readonly unknown[] {
  const chosen = Array.isArray(consumes) ? consumes.filter((type) => formMediaTypes.has(type)) : [];
  return chosen.length > 0 ? chosen : ["multipart/form-data"];
}

function isFormField(parameter: unknown): parameter is Plain {
  return isObject(parameter) && parameter["in"] === "formData" && typeof parameter["name"] === "string";
}

function sharedName(reference: unknown): string | undefined {
  return typeof reference === "string" && reference.startsWith("#/parameters/")
    ? pointerParts(reference)[1]
    : undefined;
}

function isObject(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapped(object: Plain, change: (value: unknown, key: string) => unknown): Plain {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

const methods: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch"]);
const formMediaTypes: ReadonlySet<unknown> = new Set(["multipart/form-data", "application/x-www-form-urlencoded"]);
/** Keys of a parameter that are not part of its schema. */
const ofParameters: ReadonlySet<string> = new Set(["name", "in", "required", "collectionFormat"]);
