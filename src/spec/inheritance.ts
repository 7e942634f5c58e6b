/** `extends`: models inherit the fields of other models. */
import { problem } from "../diagnostics/problem.js";
import type { Context } from "./context.js";
import type { Field, Model } from "./spec.js";
import type { Inheritance } from "./world.js";

/**
 * Gives every model the fields of those it extends, in order and before its own; a field that is declared again keeps
 * its first position. The handling of unknown fields is inherited too, unless the model declares its own. Reports
 * circular-extends and too-deep.
 */
export function flattenExtends(inheritances: readonly Inheritance[], context: Context): void {
  const byModel = new Map<Model, Inheritance>(inheritances.map((each) => [each.model, each]));
  const state = new Map<Model, "open" | "done">();

  function flatten({ model, bases, ownAdditionalFields }: Inheritance, depth: number): void {
    state.set(model, "open");
    const sound = bases.filter(({ model: base, span }) => {
      const inheritance = byModel.get(base);
      const isNew = state.get(base) === undefined && inheritance !== undefined;
      if (isNew && depth < deepest) flatten(inheritance, depth + 1);
      if (state.get(base) === "done") return true;
      if (isNew) context.report(problem("too-deep", "extends", { model: model.name, limit: deepest }), span);
      else context.report(problem("circular-extends", "model", { model: model.name }), span);
      return false;
    });
    state.set(model, "done");
    model.extends = sound.map((each) => each.model);
    model.fields = merged([...model.extends.map((base) => base.fields), model.fields]);
    if (!ownAdditionalFields) {
      model.additionalFields =
        model.extends.findLast((base) => base.additionalFields !== "keep")?.additionalFields ?? "keep";
      model.saysKeep = model.additionalFields === "keep" && model.extends.some((base) => base.saysKeep);
    }
  }

  for (const inheritance of inheritances) if (!state.has(inheritance.model)) flatten(inheritance, 0);
}

/** The most models in a chain of `extends`. */
const deepest = 50;

function merged(lists: readonly (readonly Field[])[]): readonly Field[] {
  if (lists.length === 1) return lists[0]!;
  const fields = new Map<string, Field>();
  for (const field of lists.flat()) fields.set(field.name, field);
  return [...fields.values()];
}
