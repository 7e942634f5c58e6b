/** Prints the parts of a field spec that do not depend on others: documentation, constraints, names, enum values. */
import type { DistinctValue } from "./enum-names.js";
import type { Place } from "./place.js";
import type { Constraints, Deprecation, EnumDeclaration, ModelDeclaration, Notes, ScalarType } from "./schema.js";
import type { Node } from "../text/tree.js";
import { list, text, token, type Yaml, type YamlEntry, type YamlMap } from "../text/yaml-value.js";

/** Entries in the order of the keys, without undefined values. */
export function entriesOf(values: Readonly<Record<string, Yaml | undefined>>): readonly YamlEntry[] {
  return Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}

/** A mapping that is printed on one line if it fits. */
export function mapping(entries: Iterable<readonly [string, Yaml]>): YamlMap {
  return { kind: "map", entries: [...entries].map(([key, value]) => ({ key, value })), layout: "line" };
}

/** `true`, or nothing, so that the key is left out. */
export function flag(value: boolean): Yaml | undefined {
  return value ? token(true) : undefined;
}

/** A body with a type only is printed as the type itself; any other has its own lines. */
export function shortest(entries: readonly YamlEntry[], layout: YamlMap["layout"]): Yaml {
  const [first] = entries;
  if (entries.length === 1 && first?.key === "type") return first.value;
  return { kind: "map", entries, layout: entries.some(({ key }) => longKeys.has(key)) ? "lines" : layout };
}

const longKeys: ReadonlySet<string> = new Set(["description", "fields", "oneOf", "items", "values", "enum"]);

export function notesEntries({ description, deprecated, examples, externalDocs }: Notes): readonly YamlEntry[] {
  const [first, second] = examples;
  return entriesOf({
    description: textIf(description),
    deprecated: deprecated && deprecation(deprecated),
    example: second === undefined ? first && asYaml(first) : undefined,
    examples: second === undefined ? undefined : list(examples.map(asYaml)),
    externalDocs:
      externalDocs && record({ url: text(externalDocs.url), description: textIf(externalDocs.description) }),
  });
}

export function constraintEntries(constraints: Constraints): readonly YamlEntry[] {
  return [...constraints].map(([key, place]) => ({ key, value: asYaml(place) }));
}

/** The type of a scalar that JSON holds in another form than the default. */
export function formEntries({ scalar }: ScalarType, nullable: boolean): readonly YamlEntry[] {
  const [builtIn = "", form = ""] = scalar.split(" as ");
  return entriesOf({ type: text(nullable ? `${builtIn}?` : builtIn), as: text(form) });
}

/** @param values those of the enum, with distinct names */
export function enumEntries({ open }: EnumDeclaration, values: readonly DistinctValue[]): readonly YamlEntry[] {
  const written = values.map(({ value, name, names, description }) => {
    const isBare = name === undefined && names.size === 0 && description === undefined;
    if (isBare) return asYaml(value);
    return record({
      value: asYaml(value),
      name: textIf(name),
      names: namesByLanguage(names),
      description: textIf(description),
    });
  });
  return entriesOf({ open: flag(open), enum: list(written) });
}

/** Names by language; nothing if there are none. */
export function namesByLanguage(names: ReadonlyMap<string, string>): Yaml | undefined {
  return names.size === 0 ? undefined : mapping([...names].map(([language, name]) => [language, text(name)]));
}

/** Whether a model has only a name. */
export function isBareModel({ fields, additionalFields, extends: bases }: ModelDeclaration): boolean {
  return fields.length === 0 && bases.length === 0 && additionalFields === undefined;
}

/** A value of the document, unchanged. */
export function asYaml({ node }: Place): Yaml {
  return yamlOf(node);
}

/** Without places: an example can have a million values. */
function yamlOf(node: Node): Yaml {
  switch (node.kind) {
    case "mapping":
      return mapping(node.entries.map(({ key, value }) => [key, yamlOf(value)]));
    case "sequence":
      return list(node.items.map(yamlOf));
    case "scalar":
      return typeof node.value === "string" ? text(node.value) : token(node.value);
  }
}

function deprecation({ message, use }: Deprecation): Yaml {
  if (use !== undefined) return record({ message: textIf(message), use: text(use) });
  return message === undefined ? token(true) : text(message);
}

function record(values: Readonly<Record<string, Yaml | undefined>>): YamlMap {
  return { kind: "map", entries: entriesOf(values), layout: "line" };
}

function textIf(value: string | undefined): Yaml | undefined {
  return value === undefined ? undefined : text(value);
}
