/**
 * Limits of Java classes: a method has at most 64 KB of bytecode, and a constant at most 64 KB. The limits below assume the
 * code that takes the most space for each item, so a spec within them always compiles.
 */
import type { Target } from "../../config/config.js";
import { problem } from "../../diagnostics/problem.js";
import type { Diagnostic, Span } from "../../diagnostics/diagnostic.js";
import { isJsonArray, isJsonObject, type Json } from "../../text/json.js";
import { leavesOf } from "../../spec/scalars.js";
import { tuplesIn, typesOf } from "../../spec/references.js";
import type { Definition, Model, Spec, Type } from "../../spec/spec.js";
import { tagsOf } from "../../spec/union-tags.js";
import { usesBeanValidation } from "./bean-validation.js";
import { longestConstant } from "./literals.js";
import { javaPattern } from "./pattern.js";

/** The constructor sets every field. */
const mostFields = 3000;

/** One method compares every constant and checks every required field. */
const mostConstants = 1000;

/** One method sets every default. */
const mostDefaultValues = 2000;

/** The constructor lists every member with its tag. */
const mostMembers = 3000;

/** A constructor has at most 255 parameters, and far fewer are readable. */
const mostItems = 100;

/** An error for every definition and JSON name that is too large. */
export function tooLarge({ definitions }: Spec, target: Target): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const patterns = usesBeanValidation(target) ? definitions.flatMap(longPatterns) : [];
  const tuples = definitions.flatMap(longTuples);
  for (const excess of [...definitions.flatMap(excessesOf), ...patterns, ...tuples]) {
    found.set(`${excess.span.file}:${excess.span.start} ${excess.message}`, excess);
  }
  return [...found.values()];
}

type Excess = Diagnostic & { readonly span: Span };

function excessesOf(definition: Definition): readonly Excess[] {
  switch (definition.kind) {
    case "model":
      return modelExcesses(definition);
    case "enum":
      return [];
    case "union": {
      const members = Math.max(definition.members.length, tagsOf(definition)?.members.length ?? 0);
      return excess(definition, members, mostMembers, "members");
    }
  }
}

function modelExcesses(model: Model): readonly Excess[] {
  const { fields } = model;
  const constants = fields.flatMap(({ type }) => leavesOf(type)).filter(({ kind }) => kind === "constant").length;
  const values = fields.reduce((sum, { default: value, type }) => sum + countOf(value, type), 0);
  return [
    ...excess(model, fields.length, mostFields, "fields"),
    ...excess(model, constants, mostConstants, "constants"),
    ...excess(model, values, mostDefaultValues, "values in its defaults"),
    ...fields.flatMap(({ name, span }) => {
      if (name.length <= longestConstant) return [];
      return { ...problem("too-large", "jsonName", { length: name.length, limit: longestConstant }), span };
    }),
  ];
}

function longTuples(definition: Definition): readonly Excess[] {
  return tuplesIn(definition).flatMap(({ items }) => excess(definition, items.length, mostItems, "items in a tuple"));
}

/** An annotation cannot concatenate constants. */
function longPatterns(definition: Definition): readonly Excess[] {
  return typesOf(definition)
    .flatMap(leavesOf)
    .flatMap((inner) => {
      const pattern = inner.kind === "scalar" ? inner.constraints.pattern : undefined;
      const length = pattern === undefined ? 0 : (javaPattern(pattern)?.length ?? 0);
      return excess(definition, length, longestConstant, "characters in a pattern");
    });
}

function excess({ name, span }: Definition, count: number, most: number, things: string): readonly Excess[] {
  if (count <= most) return [];
  return [{ ...problem("too-large", "definition", { name, count, things, limit: most }), span }];
}

/** How many values a default contains; one that is read from JSON on first use counts as one. */
function countOf(value: Json | undefined, type: Type): number {
  if (value === undefined) return 0;
  if (type.kind === "array" && isJsonArray(value)) return sum(value, type.items.type);
  if (type.kind === "tuple" && isJsonArray(value)) {
    return type.items.reduce((count, item, at) => count + countOf(value[at], item.type), 1);
  }
  return type.kind === "map" && isJsonObject(value) ? sum([...value.values()], type.values.type) : 1;
}

function sum(values: readonly Json[], type: Type): number {
  return values.reduce<number>((count, each) => count + countOf(each, type), 1);
}
