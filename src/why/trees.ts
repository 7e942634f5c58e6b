import type { SourceFile } from "../diagnostics/diagnostic.js";
import { parseYaml } from "../text/parse.js";
import type { Node } from "../text/tree.js";

/** A source file and its tree. */
export interface Tree {
  readonly source: SourceFile;
  readonly tree: Node;
}

/** The sources that can be parsed. */
export function treesOf(sources: readonly SourceFile[]): readonly Tree[] {
  return sources.flatMap((source) => {
    const { value } = parseYaml(source);
    return value === undefined ? [] : [{ source, tree: value }];
  });
}
