/** Finds nesting that would overflow the stack of recursive functions. */
import type { CST } from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/problem.js";

export const maxDepth = 100;

/** The first place that is nested deeper than `maxDepth` levels, as a diagnostic. */
export function nestedTooDeep(tokens: readonly CST.Token[], file: string): Diagnostic | undefined {
  let level = tokens.flatMap(children);
  for (let depth = 0; depth <= maxDepth; depth++) {
    level = level.flatMap(children);
    if (level.length === 0) return undefined;
  }
  const start = level[0]?.offset ?? 0;
  return tooDeep(file, start, start + 1);
}

export function tooDeep(file: string, start: number, end: number): Diagnostic {
  return { ...problem("too-deep", "value", { limit: maxDepth }), span: { file, start, end } };
}

function children(token: CST.Token): CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap((item) => [item.key ?? [], item.value ?? []].flat());
}
