/** Checks a scalar of a YAML tree against its shape. */
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Range, ScalarNode } from "../text/tree.js";
import type { FlagShape, NumberShape, ScalarShape, SyntaxShape, TextPlace, TextShape } from "./shape.js";
import { didYouMean } from "./suggest.js";

type ReportWithHint = (problem: Problem, at: Range, hint?: string) => void;

/** @param node one that the shape accepts @returns undefined for a wrong value, which is reported */
export function scalarValue(
  shape: FlagShape | ScalarShape | TextShape | SyntaxShape<unknown> | NumberShape,
  node: ScalarNode,
  report: ReportWithHint,
): unknown {
  switch (shape.kind) {
    case "flag":
    case "scalar":
      return node.value;
    case "text":
      return textValue(shape, node, report);
    case "syntax":
      return syntaxValue(shape, node, report);
    case "number":
      return numberValue(shape, node, report);
  }
}

function textValue(shape: TextShape, node: ScalarNode, report: ReportWithHint): string | undefined {
  const value = String(node.value);
  if (shape.values !== undefined && !shape.values.includes(value)) {
    const values = shape.values.map((each) => `"${each}"`).join(", ");
    report(problem("invalid-value", "oneOf", { values, value }), node, didYouMean(value, shape.values));
    return undefined;
  }
  if (shape.pattern !== undefined && !shape.pattern.regexp.test(value)) {
    report(problem("invalid-value", "form", { value, form: shape.pattern.title }), node);
    return undefined;
  }
  return value;
}

function syntaxValue(shape: SyntaxShape<unknown>, node: ScalarNode, report: ReportWithHint): unknown {
  const { textStart } = node;
  const place: TextPlace = (start, end) =>
    textStart === undefined ? { start: node.start, end: node.end } : { start: textStart + start, end: textStart + end };
  return shape.parse(node.value as string, place, (found, at) => report(found, at));
}

function numberValue(shape: NumberShape, node: ScalarNode, report: ReportWithHint): number | bigint | undefined {
  const value = node.value as number | bigint;
  if (shape.minimum !== undefined && value < shape.minimum) {
    report(problem("invalid-value", "minimum", { limit: shape.minimum, value }), node);
    return undefined;
  }
  if (shape.maximum !== undefined && value > shape.maximum) {
    report(problem("invalid-value", "maximum", { limit: shape.maximum, value }), node);
    return undefined;
  }
  if (shape.exclusiveMinimum !== undefined && value <= shape.exclusiveMinimum) {
    report(problem("invalid-value", "exclusiveMinimum", { limit: shape.exclusiveMinimum, value }), node);
    return undefined;
  }
  return value;
}
