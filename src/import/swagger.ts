/**
 * Reads Swagger 2.0 as OpenAPI 3.0, upgraded by a library. The library loses places, so each value gets the place of
 * the value that it was made from, or else of the nearest one around it.
 */
import type { MappingEntry, Node, ScalarNode } from "../text/tree.js";
import { Place } from "./place.js";
import { formFieldKeys, withFormsAsBodies } from "./swagger-forms.js";

/** Converts a Swagger 2.0 document to OpenAPI 3, both as returned by `JSON.parse`. */
export type Upgrade = (document: unknown) => unknown;

/** The OpenAPI 3 document with the places and pointers of the Swagger 2.0 document. */
export function upgraded(root: Place, upgrade: Upgrade): Place {
  const document = upgrade(withFormsAsBodies(toPlain(root.node)));
  return Place.root(root.file, toNode(document, [], root), (keys) => originalKeys(keys, root));
}

function toPlain(node: Node): unknown {
  if (node.kind === "scalar") return plainScalar(node);
  if (node.kind === "sequence") return node.items.map(toPlain);
  const object = {};
  for (const { key, value } of node.entries) {
    Object.defineProperty(object, key, { value: toPlain(value), enumerable: true, writable: true, configurable: true });
  }
  return object;
}

function plainScalar({ value }: ScalarNode): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

function toNode(value: unknown, keys: readonly string[], root: Place): Node {
  const { node } = root.nearest(originalKeys(keys, root));
  const { start, end } = node;
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
  // The upgrade knows only numbers that a double can represent, and not how they are written.
  if (node.kind === "scalar" && plainScalar(node) === value) return node;
  return { kind: "scalar", value: value as string | number | boolean | null, start, end, textStart: undefined };
}

/** The original path of a value that the upgrade moves. */
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

/** Request bodies were parameters; forms had one for each field. */
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

/** Schemas that are now in `content` were next to it, or in the parameter itself. */
function unwrapped(keys: readonly string[]): readonly string[] {
  const content = keys.indexOf("content");
  if (content !== -1 && keys[content + 2] === "schema") return [...keys.slice(0, content), ...keys.slice(content + 2)];
  const parameters = keys.indexOf("parameters");
  if (parameters !== -1 && keys[parameters + 2] === "schema" && keys[0] !== "definitions") {
    return [...keys.slice(0, parameters + 2), ...keys.slice(parameters + 3)];
  }
  return keys;
}
