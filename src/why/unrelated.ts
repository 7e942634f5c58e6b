/** The models that a page cannot depend on: without them, an experiment takes a fraction of the time. */
import type { SourceFile, Span } from "../diagnostics/diagnostic.js";
import type { MappingNode, Node } from "../text/tree.js";
import type { Tree } from "./trees.js";
import type { Edit } from "./edits.js";
import { removal } from "./removal.js";

interface Model {
  readonly source: SourceFile;
  readonly models: MappingNode;
  /** Its number in its mapping. */
  readonly at: number;
  /** The words of its name and its definition. */
  readonly words: ReadonlySet<string>;
}

/**
 * Edits that remove all models but one, those that mention it, and those that any of these mentions, directly or not.
 *
 * @param shown a place in that one
 */
export function removalOfUnrelated(trees: readonly Tree[], shown: Span): readonly Edit[] {
  const models = trees.flatMap(({ source, tree }) => modelsOf(source, tree));
  const own = models.find(({ source, models: { entries }, at }) => {
    const { keyStart, value } = entries[at]!;
    return source.path === shown.file && keyStart <= shown.start && shown.start <= value.end;
  });
  if (own === undefined) return [];
  const related = new Set([own, ...models.filter(({ words }) => words.has(nameOf(own)))]);
  const byName = new Map<string, Model[]>();
  for (const model of models) byName.set(nameOf(model), [...(byName.get(nameOf(model)) ?? []), model]);
  for (const { words } of related)
    for (const word of words) for (const model of byName.get(word) ?? []) related.add(model);
  const unrelated = new Set(models.filter((model) => !related.has(model)).map(({ models, at }) => models.entries[at]));
  return trees.flatMap(({ source, tree }) => {
    const mapping = modelsIn(tree);
    return mapping === undefined ? [] : removals(source, mapping, (at) => unrelated.has(mapping.entries[at]));
  });
}

/** One edit for each run of entries to remove. */
function removals(source: SourceFile, mapping: MappingNode, isRemoved: (at: number) => boolean): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < mapping.entries.length; at++) {
    const first = at;
    while (at < mapping.entries.length && isRemoved(at)) at++;
    if (at > first) edits.push(removal(source, mapping, first, at - 1));
  }
  return edits;
}

function modelsOf(source: SourceFile, tree: Node): readonly Model[] {
  const models = modelsIn(tree);
  if (models === undefined) return [];
  return models.entries.map(({ keyStart, value }, at) => {
    const words = new Set(source.text.slice(keyStart, value.end).match(/[\p{L}_][\p{L}\p{N}_]*/gu));
    return { source, models, at, words };
  });
}

function modelsIn(tree: Node): MappingNode | undefined {
  if (tree.kind !== "mapping") return undefined;
  const models = tree.entries.find(({ key }) => key === "models")?.value;
  return models?.kind === "mapping" ? models : undefined;
}

function nameOf({ models, at }: Model): string {
  return models.entries[at]!.key;
}
