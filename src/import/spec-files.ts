/** The YAML files of a spec: one per component, and one per operation with models. */
import { words, sanitise } from "../names/casing.js";
import type { SourceFile } from "../diagnostics/diagnostic.js";
import type { Schema } from "./schema.js";
import type { SpecYaml } from "./spec-yaml.js";
import { printYaml } from "../text/print-yaml.js";
import { text, type YamlEntry, type YamlMap } from "../text/yaml-value.js";

/** A model in a file. */
export interface PlannedModel {
  readonly key: string;
  readonly schema: Schema;
  /** Its names in individual languages. */
  readonly names: ReadonlyMap<string, string>;
}

/** A file, before it is printed. */
export interface PlannedFile {
  /** The name that the file name is made from. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly remark: string | undefined;
  readonly models: readonly PlannedModel[];
}

/** The files with their paths in the spec's folder, sorted by path. */
export function specFiles(planned: readonly PlannedFile[], yaml: SpecYaml): readonly SourceFile[] {
  const paths = new Set<string>();
  const files = planned.map((file) => ({ path: freePath(file, paths), text: printFile(file, yaml) }));
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function freePath({ namespace, name }: PlannedFile, paths: Set<string>): string {
  const base = namespace === undefined ? fileName(name) : `${fileName(namespace)}/${fileName(name)}`;
  let path = `${base}.yaml`;
  for (let number = 2; paths.has(path); number++) path = `${base}-${number}.yaml`;
  paths.add(path);
  return path;
}

function printFile({ namespace, remark, models }: PlannedFile, yaml: SpecYaml): string {
  const entries = models.map(({ key, schema, names }): YamlEntry => ({ key, value: yaml.model(schema, names) }));
  const all = lines(entries);
  const root = namespace === undefined ? [] : [{ key: "namespace", value: text(namespace) }];
  return printYaml(lines([...root, { key: "models", value: all }]), remark);
}

/** `AccountAddress` → `account-address`: distinct on file systems that ignore case, and not a device on Windows. */
function fileName(name: string): string {
  const kebab = words(sanitise(name)).join("-").toLowerCase();
  return /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/.test(kebab) ? `${kebab}-model` : kebab || "schema";
}

function lines(entries: readonly YamlEntry[]): YamlMap {
  return { kind: "map", entries, layout: "lines" };
}
