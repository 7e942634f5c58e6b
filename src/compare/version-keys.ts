/** Where a spec says what changes between two of its versions. */
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";
import { parseYaml } from "../text/parse.js";
import type { MappingEntry, MappingNode, Node } from "../text/tree.js";
import type { ReportedChange } from "./report.js";

/**
 * The changes with the places of the `added`, `removed` or `changed` key that causes them, if the changed element has one.
 *
 * @param versions all versions, oldest first
 * @param between the two that are compared
 */
export function atVersionKeys<T extends Pick<ReportedChange, "before" | "after">>(
  changes: readonly T[],
  sources: readonly SourceFile[],
  versions: readonly string[],
  between: readonly [string, string],
): readonly T[] {
  const trees = new Map<string, Node | undefined>();
  const treeOf = (file: string): Node | undefined => {
    const source = sources.find(({ path }) => path === file);
    if (!trees.has(file)) trees.set(file, source && parseYaml(source).value);
    return trees.get(file);
  };
  const indexes = between.map((version) => versions.indexOf(version));
  const [first, last] = [Math.min(...indexes), Math.max(...indexes)];
  const isBetween = (version: string): boolean => {
    const index = versions.indexOf(version);
    return first < index && index <= last;
  };
  const moved = (span: Span | undefined): Span | undefined => {
    const tree = span && treeOf(span.file);
    const mapping = tree && mappingAt(tree, span.start);
    const key = mapping && versionKey(mapping, isBetween);
    return key === undefined || span === undefined ? span : { ...span, start: key.keyStart, end: key.keyEnd };
  };
  return changes.map((change) => ({ ...change, before: moved(change.before), after: moved(change.after) }));
}

/** The mapping of the element whose key or value starts at an offset. */
function mappingAt(node: Node, start: number): MappingNode | undefined {
  if (node.kind === "scalar") return undefined;
  if (node.kind === "mapping" && node.start === start) return node;
  const children =
    node.kind === "sequence" ? node.items.map((value) => ({ value, keyStart: value.start })) : node.entries;
  const child = children.find(({ value, keyStart }) => keyStart <= start && start <= value.end);
  if (child === undefined) return undefined;
  const isElement = child.keyStart === start || child.value.start === start;
  if (isElement && child.value.kind === "mapping") return child.value;
  return mappingAt(child.value, start);
}

function versionKey({ entries }: MappingNode, isBetween: (version: string) => boolean): MappingEntry | undefined {
  return entries.find(({ key, value }) => versionKeys.has(key) && versionsIn(value).some(isBetween));
}

const versionKeys: ReadonlySet<string> = new Set(["added", "removed", "changed"]);

/** The version of `added` and `removed`, or the versions of `changed`. */
function versionsIn(node: Node): readonly string[] {
  if (node.kind === "mapping") return node.entries.map(({ key }) => key);
  return node.kind === "scalar" ? [`${node.value}`] : [];
}
