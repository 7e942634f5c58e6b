/**
 * Swagger 2.0, read as the OpenAPI 3.0 document that a library makes of it. What it makes keeps no places, so each value
 * gets that of the value it comes from; where there is none, that of the nearest one around it.
 */
import type { MappingEntry, Node } from "../text/tree.js";
import { Place } from "./place.js";
import { formFieldKeys, withFormsAsBodies } from "./swagger-forms.js";

/** From a Swagger 2.0 document to one of OpenAPI 3, as `JSON.parse` gives them. */
export type Upgrade = (document: unknown) => unknown;

/** The OpenAPI 3 document with the places and pointers of the Swagger 2.0 document. */
export function upgraded(root: Place, upgrade: Upgrade): Place {
  const document = upgrade(withFormsAsBodies(toPlain(root.node)));
  return Place.root(root.file, toNode(document, [], root), (keys) => originalKeys(keys, root));
}

function toPlain(node: Node): unknown {
  if (node.kind === "scalar") return typeof node.value === "bigint" ? Number(node.value) : node.value;
  if (node.kind === "sequence") return node.items.map(toPlain);
  const object = {};
  for (const { key, value } of node.entries) {
    Object.defineProperty(object, key, { value: toPlain(value), enumerable: true, writable: true, configurable: true });
  }
  return object;
}

function toNode(value: unknown, keys: readonly string[], root: Place): Node {
  const { start, end } = root.nearest(originalKeys(keys, root)).node;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => toNode(item, [...keys, String(index)], root));
    return { kind: "sequence", items, start, end };
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .map(([key, child]): MappingEntry => ({
        key,
        keyStart: start,
        keyEnd: end,
        value: toNode(child, [...keys, key], root),
      }));
    return { kind: "mapping", entries, start, end };
  }
  return { kind: "scalar", value: value as string | number | boolean | null, start, end, textStart: undefined };
}

/** Where a value of the upgraded document stood before, if it was moved. */
function originalKeys(keys: readonly string[], root: Place): readonly string[] {
  const [first, second, ...rest] = keys;
  if (first === "components" && second !== undefined) {
    const section = sections.get(second) ?? second;
    return unwrapped([section, ...rest]);
  }
  return unwrapped(bodyParameter(keys, root));
}

const sections: ReadonlyMap<string, string> = new Map([
  ["schemas", "definitions"],
  ["requestBodies", "parameters"],
  ["securitySchemes", "securityDefinitions"],
]);

/** Request bodies were parameters, those of forms one for each field. */
function bodyParameter(keys: readonly string[], root: Place): readonly string[] {
  const at = keys.indexOf("requestBody");
  if (at === -1 || keys[0] !== "paths") return keys;
  const operation = keys.slice(0, at);
  const [, , schema, properties, field, ...rest] = keys.slice(at + 1);
  const isField = schema === "schema" && properties === "properties" && field !== undefined;
  const form = isField ? formFieldKeys(operation, field, root) : undefined;
  if (form !== undefined) return [...form, ...rest];
  const parameters = [...(root.find([...operation, "parameters"])?.items() ?? [])];
  const body = parameters.find((each) => each.get("in")?.text === "body");
  return [...operation, "parameters", ...(body === undefined ? [] : [body.key]), ...keys.slice(at + 1)];
}

/** Schemas stood beside what is now `content` with a media type, or in the parameter itself. */
function unwrapped(keys: readonly string[]): readonly string[] {
  const content = keys.indexOf("content");
  if (content !== -1 && keys[content + 2] === "schema") return [...keys.slice(0, content), ...keys.slice(content + 2)];
  const parameters = keys.indexOf("parameters");
  if (parameters !== -1 && keys[parameters + 2] === "schema" && keys[0] !== "definitions") {
    return [...keys.slice(0, parameters + 2), ...keys.slice(parameters + 3)];
  }
  return keys;
}
