/** Values that have the wrong kind only because of how they are written. */
import { hint } from "../diagnostics/asides.js";
import { asWritten, type Node } from "../text/tree.js";
import { titleOf } from "./kinds.js";
import type { Shape } from "./shape.js";

/** How to write a value so that it has the expected kind, if that is probably meant. */
export function spellingHint(wanted: readonly Shape<unknown>[], node: Node): string | undefined {
  if (node.kind !== "scalar" || node.value === null) return undefined;
  const titles = wanted.map(titleOf).join();
  if (typeof node.value !== "string")
    return titles.includes("a string") ? hint("quote", { value: asWritten(node) }) : undefined;
  const [, key, value] = titles.includes("a mapping") ? (/^(\S+):(\S.*)$/s.exec(node.value) ?? []) : [];
  if (key !== undefined) return hint("space", { text: `${key}: ${value}` });
  if (titles.includes("number") && /^\d+(?:\.\d+)?$/.test(node.value)) return hint("unquote", { value: node.value });
  if (!titles.includes("true or false")) return undefined;
  return /^(?:true|yes|on)$/i.test(node.value)
    ? hint("write", { value: "true" })
    : /^(?:false|no|off)$/i.test(node.value)
      ? hint("write", { value: "false" })
      : undefined;
}
