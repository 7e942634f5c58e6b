/** Documents of other formats that are in the spec folder. */
import { type Problem, problem } from "../diagnostics/problem.js";
import type { MappingEntry, Node } from "../text/tree.js";

/**
 * What a file is instead of a field spec, with the key that shows it; undefined for a field spec, right or wrong.
 *
 * @param path of the file
 */
export function foreignDocument(root: Node, path: string): (Problem & { readonly key: MappingEntry }) | undefined {
  if (root.kind !== "mapping") return undefined;
  const keyNamed = (...names: readonly string[]): MappingEntry | undefined =>
    root.entries.find(({ key }) => names.includes(key));
  if (keyNamed("models") !== undefined) return undefined;
  const openApi = keyNamed("openapi", "swagger");
  if (openApi !== undefined) return { ...problem("not-a-spec", "openapi", { file: argument(path) }), key: openApi };
  const asyncApi = keyNamed("asyncapi");
  if (asyncApi !== undefined) return { ...problem("not-a-spec", "asyncapi"), key: asyncApi };
  const schema = keyNamed("$schema", "$defs") ?? keyNamed("properties", "allOf", "$ref");
  return schema && { ...problem("not-a-spec", "jsonSchema"), key: schema };
}

/** The file's name, as the argument of a command. */
function argument(path: string): string {
  const name = path.split("/").at(-1) ?? "";
  return /^[\w.@+-]+$/.test(name) && !name.startsWith("-") ? name : "FILE";
}
