/** The kinds of values, and their names in messages. */
import { asWritten, type Node } from "../text/tree.js";
import type { ScalarShape, Shape } from "./shape.js";

/** Whether a node is of the kind that a shape expects, whatever its content. */
export function accepts(shape: Shape<unknown>, node: Node): boolean {
  switch (shape.kind) {
    case "any":
      return true;
    case "lazy":
      return accepts(shape.shape(), node);
    case "either":
      return shape.options.some((option) => accepts(option, node));
    case "list":
      return node.kind === "sequence";
    case "dictionary":
    case "variant":
      return node.kind === "mapping";
    case "record":
      return node.kind === "mapping" || (shape.short !== undefined && accepts(shape.keys[shape.short]!.shape, node));
    default:
      return node.kind === "scalar" && kindsOf(shape).some((kind) => isOfKind(kind, node.value));
  }
}

/** The name of a kind: `a string`, `a list`. */
export function kindOf(node: Node): string {
  if (node.kind === "sequence") return "a list";
  if (node.kind === "mapping") return "a mapping";
  if (node.value === null) return node.start === node.end ? "nothing" : "null";
  if (typeof node.value === "string") return "a string";
  if (typeof node.value === "boolean") return `${node.value}`;
  return `the number ${asWritten(node)}`;
}

/** `a string or a mapping`. */
export function alternatives(shapes: readonly Shape<unknown>[]): string {
  const titles = [...new Set(shapes.flatMap(titlesOf))];
  return titles.length < 2 ? titles.join("") : `${titles.slice(0, -1).join(", ")} or ${titles.at(-1)}`;
}

export function titleOf(shape: Shape<unknown>): string {
  return alternatives([shape]);
}

type ScalarKind = ScalarShape["of"][number];

function titlesOf(shape: Shape<unknown>): readonly string[] {
  switch (shape.kind) {
    case "any":
      return ["a value"];
    case "lazy":
      return titlesOf(shape.shape());
    case "either":
      return shape.options.flatMap(titlesOf);
    case "syntax":
      return [shape.title];
    case "list":
      return ["a list"];
    case "dictionary":
    case "variant":
      return ["a mapping"];
    case "record":
      return shape.short === undefined ? ["a mapping"] : [...titlesOf(shape.keys[shape.short]!.shape), "a mapping"];
    default:
      return kindsOf(shape).map((kind) => kindTitles[kind]);
  }
}

function kindsOf(shape: Shape<unknown>): readonly ScalarKind[] {
  switch (shape.kind) {
    case "text":
      return shape.values?.every(isDigits) === true ? ["text", "whole"] : ["text"];
    case "syntax":
      return ["text"];
    case "flag":
      return ["flag"];
    case "number":
      return [shape.whole === true ? "whole" : "number"];
    case "scalar":
      return shape.of;
    default:
      return [];
  }
}

/** Whether YAML reads a string as a whole number, so that authors need not quote it. */
export function isDigits(text: string): boolean {
  return /^[0-9]+$/.test(text);
}

const kindTitles: Readonly<Record<ScalarKind, string>> = {
  text: "a string",
  flag: "true or false",
  whole: "a whole number",
  number: "a number",
  null: "null",
};

function isOfKind(kind: ScalarKind, value: null | boolean | number | bigint | string): boolean {
  switch (kind) {
    case "text":
      return typeof value === "string";
    case "flag":
      return typeof value === "boolean";
    case "whole":
      return typeof value === "bigint" || Number.isInteger(value);
    case "number":
      return typeof value === "number" || typeof value === "bigint";
    case "null":
      return value === null;
  }
}
