/** Infinite models: those that no finite JSON document can satisfy. */
import { problem } from "../diagnostics/problem.js";
import { addTo } from "./groups.js";
import type { Context } from "./context.js";
import type { Definition, Field, TupleType, Type } from "./spec.js";

/** What a finite value can need: a tuple needs all its items. */
type Node = Definition | TupleType;

/** Reports infinite-model once for each cycle of models that require each other or themselves. */
export function reportInfiniteModels(definitions: readonly Definition[], { report }: Context): void {
  const finite = finiteDefinitions(definitions);
  const visited = new Set<Node>();
  for (const start of definitions) {
    const path: Node[] = [];
    let at: Node | undefined = start;
    while (at !== undefined && !finite.has(at) && !visited.has(at)) {
      visited.add(at);
      path.push(at);
      at = nextInfinite(at, finite);
    }
    if (at === undefined || !path.includes(at)) continue;
    const circle = path.slice(path.indexOf(at)).filter((each) => each.kind !== "tuple");
    const [first] = circle;
    if (first === undefined) continue;
    const names = [...circle, first].map((each) => `"${each.name}"`).join(" → ");
    const field = first.kind === "model" ? endlessField(first.fields, finite) : undefined;
    report(problem("infinite-model", "circle", { circle: names }), field?.span ?? first.span);
  }
}

/** The models, unions and tuples that some finite value satisfies: a least fixed point, computed with a work list. */
function finiteDefinitions(definitions: readonly Definition[]): ReadonlySet<Node> {
  const finite = new Set<Node>();
  const waiting = new Map<Node, Node[]>();
  const missing = new Map<Node, number>();
  const ready: Node[] = [];
  // A set may grow while it is walked.
  const nodes = new Set<Node>(definitions);
  for (const each of nodes) {
    const needs = needsOf(each);
    missing.set(each, each.kind === "union" ? Math.min(1, needs.length) : needs.length);
    if (each.kind === "union" && needs.length < each.members.length) missing.set(each, 0);
    if (missing.get(each) === 0) ready.push(each);
    for (const need of needs) {
      addTo(waiting, need, each);
      nodes.add(need);
    }
  }
  for (const each of ready) {
    if (finite.has(each)) continue;
    finite.add(each);
    for (const dependent of waiting.get(each) ?? []) {
      const left = (missing.get(dependent) ?? 0) - 1;
      missing.set(dependent, left);
      if (left === 0) ready.push(dependent);
    }
  }
  return finite;
}

/** For a model, the definitions that each value must contain; for a union, the members that are definitions. */
function needsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "enum":
      return [];
    case "union":
      return node.members.flatMap((member) => referredTo(member.type));
    case "tuple":
      return node.items.flatMap((item) => (item.nullable ? [] : referredTo(item.type)));
    case "model":
      return node.fields.flatMap((field) => (isRequired(field) ? referredTo(field.type) : []));
  }
}

function nextInfinite(node: Node, finite: ReadonlySet<Node>): Node | undefined {
  return needsOf(node).find((each) => !finite.has(each));
}

function endlessField(fields: readonly Field[], finite: ReadonlySet<Node>): Field | undefined {
  return fields.find((field) => isRequired(field) && referredTo(field.type).some((each) => !finite.has(each)));
}

function isRequired(field: Field): boolean {
  return field.required && !field.nullable;
}

function referredTo(type: Type): readonly Node[] {
  if (type.kind === "tuple") return [type];
  return type.kind === "reference" ? [type.to] : [];
}
