/** Infinite models: those that no finite JSON document can satisfy. */
import { problem } from "../diagnostics/problem.js";
import { addTo } from "./groups.js";
import type { Context } from "./context.js";
import type { Definition, Field, Type } from "./spec.js";

/** Reports infinite-model once for each cycle of models that require each other or themselves. */
export function reportInfiniteModels(definitions: readonly Definition[], { report }: Context): void {
  const finite = finiteDefinitions(definitions);
  const visited = new Set<Definition>();
  for (const start of definitions) {
    const path: Definition[] = [];
    let at: Definition | undefined = start;
    while (at !== undefined && !finite.has(at) && !visited.has(at)) {
      visited.add(at);
      path.push(at);
      at = nextInfinite(at, finite);
    }
    if (at === undefined || !path.includes(at)) continue;
    const circle = path.slice(path.indexOf(at));
    const names = [...circle, at].map((each) => `"${each.name}"`).join(" → ");
    const field = at.kind === "model" ? endlessField(at.fields, finite) : undefined;
    report(problem("infinite-model", "circle", { circle: names }), field?.span ?? at.span);
  }
}

/** The models that some finite value satisfies: a least fixed point, computed with a work list. */
function finiteDefinitions(definitions: readonly Definition[]): ReadonlySet<Definition> {
  const finite = new Set<Definition>();
  const waiting = new Map<Definition, Definition[]>();
  const missing = new Map<Definition, number>();
  const ready: Definition[] = [];
  for (const each of definitions) {
    const needs = needsOf(each);
    missing.set(each, each.kind === "union" ? Math.min(1, needs.length) : needs.length);
    if (each.kind === "union" && needs.length < each.members.length) missing.set(each, 0);
    if (missing.get(each) === 0) ready.push(each);
    for (const need of needs) addTo(waiting, need, each);
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
function needsOf(definition: Definition): readonly Definition[] {
  switch (definition.kind) {
    case "enum":
      return [];
    case "union":
      return definition.members.flatMap((member) => referredTo(member.type));
    case "model":
      return definition.fields.flatMap((field) => (isRequired(field) ? referredTo(field.type) : []));
  }
}

function nextInfinite(definition: Definition, finite: ReadonlySet<Definition>): Definition | undefined {
  return needsOf(definition).find((each) => !finite.has(each));
}

function endlessField(fields: readonly Field[], finite: ReadonlySet<Definition>): Field | undefined {
  return fields.find((field) => isRequired(field) && referredTo(field.type).some((each) => !finite.has(each)));
}

function isRequired(field: Field): boolean {
  return field.required && !field.nullable;
}

function referredTo(type: Type): readonly Definition[] {
  return type.kind === "reference" ? [type.to] : [];
}
