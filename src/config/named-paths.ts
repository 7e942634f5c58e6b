/**
 * The paths that an unchecked config names: languages must be loaded before the check, and `--watch` must watch an invalid
 * config.
 */
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";
import { parseYaml } from "../text/parse.js";
import type { Node } from "../text/tree.js";

export interface NamedPaths {
  /** The folders of the spec and of templates. */
  readonly folders: readonly string[];
  /** The modules under `languages:`. */
  readonly modules: readonly Named[];
  /** The language of each target. */
  readonly targetLanguages: readonly Named[];
}

export interface Named {
  readonly name: string;
  readonly span: Span;
}

/** Collects strings where strings are expected and ignores everything else; undefined if the text is not valid YAML. */
export function namedPaths(source: SourceFile): NamedPaths | undefined {
  const { value: root, diagnostics } = parseYaml(source);
  if (diagnostics.length > 0) return undefined;
  const named = (nodes: readonly Node[]): readonly Named[] => nodes.flatMap((node) => nameOf(node, source.path));
  const targets = valuesAt(root, "targets").flatMap((node) =>
    node.kind === "mapping" ? node.entries.map(({ value }) => value) : [],
  );
  const [spec = "spec"] = named(valuesAt(root, "spec")).map(({ name }) => name);
  const templates = named(targets.flatMap((target) => valuesAt(target, "templates")));
  const modules = valuesAt(root, "languages").flatMap((node) => (node.kind === "sequence" ? node.items : []));
  return {
    folders: [spec, ...templates.map(({ name }) => name)],
    modules: named(modules),
    targetLanguages: named(targets.flatMap((target) => valuesAt(target, "language"))),
  };
}

function valuesAt(node: Node | undefined, key: string): readonly Node[] {
  if (node?.kind !== "mapping") return [];
  return node.entries.filter((entry) => entry.key === key).map(({ value }) => value);
}

function nameOf(node: Node, file: string): readonly Named[] {
  if (node.kind !== "scalar" || typeof node.value !== "string" || node.value.trim() === "") return [];
  return [{ name: node.value, span: { file, start: node.start, end: node.end } }];
}
