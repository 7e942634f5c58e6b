/** `extends` and `from`: models have the fields of other models. */
import { problem } from "../diagnostics/problem.js";
import type { Context } from "./context.js";
import { derivationText, derivedFields, reportUnknownFields } from "./derivation.js";
import type { Field, Model } from "./spec.js";
import type { Inheritance } from "./world.js";

/**
 * Gives every model the fields of those it extends, in order, then those of the model that it is derived from, before
 * its own; a field that is declared again keeps its first position. The handling of unknown fields is inherited too,
 * unless the model declares its own. Reports circular-extends, too-deep and unknown-field.
 */
export function flattenExtends(inheritances: readonly Inheritance[], context: Context): void {
  const byModel = new Map<Model, Inheritance>(inheritances.map((each) => [each.model, each]));
  const state = new Map<Model, "open" | "done">();

  function flatten({ model, bases, derivation: from, source }: Inheritance, depth: number): void {
    state.set(model, "open");
    const isSound = ({ model: base, span }: Place, message: "model" | "derived"): boolean => {
      const inheritance = byModel.get(base);
      const isNew = state.get(base) === undefined && inheritance !== undefined;
      if (isNew && depth < deepest) flatten(inheritance, depth + 1);
      if (state.get(base) === "done") return true;
      if (isNew) context.report(problem("too-deep", "extends", { model: model.name, limit: deepest }), span);
      else context.report(problem("circular-extends", message, { model: model.name }), span);
      return false;
    };
    const sound = bases.filter((base) => isSound(base, "model")).map((base) => base.model);
    const derivation = from !== undefined && isSound(from, "derived") ? from : undefined;
    state.set(model, "done");
    model.extends = sound;
    const derived = derivation === undefined ? [] : [derivedFields(derivation)];
    model.fields = merged([...sound.map((base) => base.fields), ...derived, model.fields]);
    if (source.additionalProperties === undefined) {
      const sources = derivation === undefined ? sound : [...sound, derivation.model];
      model.additionalFields = sources.findLast((base) => base.additionalFields !== "keep")?.additionalFields ?? "keep";
      model.saysKeep = model.additionalFields === "keep" && sources.some((base) => base.saysKeep);
    }
    if (derivation === undefined) return;
    reportUnknownFields(derivation, byModel, context);
    if (source.description?.value === "") return;
    model.description = [model.description ?? [], derivationText(derivation)].flat().join("\n\n");
  }

  for (const inheritance of inheritances) if (!state.has(inheritance.model)) flatten(inheritance, 0);
}

type Place = Inheritance["bases"][number];

/** The most models in a chain of `extends` and `from`. */
const deepest = 50;

function merged(lists: readonly (readonly Field[])[]): readonly Field[] {
  if (lists.length === 1) return lists[0]!;
  const fields = new Map<string, Field>();
  for (const field of lists.flat()) fields.set(field.name, field);
  return [...fields.values()];
}
