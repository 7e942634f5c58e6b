/** What a back reference matches: in ECMAScript it matches "" if the group captured nothing; elsewhere it fails. */
import type { AST } from "@eslint-community/regexpp";

/**
 * Whether the group has captured something when its reference is reached: always, never, or depending on the string and the
 * language.
 */
export function captureOf(reference: AST.Backreference): "always" | "never" | "sometimes" {
  const group = reference.resolved as AST.CapturingGroup;
  if (contains(group, reference)) return "never";
  let isCertain = true;
  let node: Node = group.parent;
  while (!contains(node, reference)) {
    // A negative assertion resets the captures inside it.
    if (node.type === "Assertion" && node.negate) return "never";
    isCertain &&= isPassedOnce(node);
    node = node.parent as Node;
  }
  // Other alternatives reset the captures of this one, and so does each repetition of both.
  if (node.type !== "Alternative" || reference.start < group.start) return "never";
  return isCertain ? "always" : "sometimes";
}

/** Nodes that can enclose a group. */
type Node = AST.Alternative | AST.Quantifier | AST.Group | AST.CapturingGroup | AST.LookaroundAssertion | AST.Pattern;

function contains(outer: AST.Node, inner: AST.Node): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether every match passes through this node exactly once; ECMAScript matches backwards in a lookbehind. */
function isPassedOnce(node: Node): boolean {
  if (node.type === "Alternative") return true;
  if (node.type === "Quantifier") return false;
  return node.alternatives.length === 1 && !(node.type === "Assertion" && node.kind === "lookbehind");
}
