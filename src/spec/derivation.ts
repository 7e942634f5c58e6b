/** `from`: models derived from others, with some of their fields. */
import { problem } from "../diagnostics/problem.js";
import { didYouMean } from "../shape/suggest.js";
import { spanOf, type Context } from "./context.js";
import type { Declaration } from "./declarations.js";
import type { TypeSource, Versioned } from "./source.js";
import type { Field, Model } from "./spec.js";
import { modelNamed } from "./types.js";
import type { Derivation, Inheritance, World } from "./world.js";

export function derivationOf(source: TypeSource, declaration: Declaration, world: World): Derivation | undefined {
  const { from, pick, omit, partial } = source;
  const model = from === undefined ? undefined : modelNamed(from.value, declaration, world);
  if (from === undefined || model === undefined) return undefined;
  const { file } = declaration;
  const names = (pick ?? omit)?.value.map((each) => ({ name: each.value, span: spanOf(file, each) })) ?? [];
  const how = pick === undefined ? "omit" : "pick";
  return { model, span: spanOf(file, from), names, how, partial: partial?.value === true };
}

/** The fields of the source that the derived model has, in the source's order. */
export function derivedFields({ model, names, how, partial }: Derivation): readonly Field[] {
  const named = new Set(names.map(({ name }) => name));
  const fields =
    named.size === 0 ? model.fields : model.fields.filter((each) => named.has(each.name) === (how === "pick"));
  return partial ? fields.map((each) => ({ ...each, required: false, default: undefined })) : fields;
}

/** Reports names that are no field of the source in any version. */
export function reportUnknownFields(
  { model, names }: Derivation,
  byModel: ReadonlyMap<Model, Inheritance>,
  context: Context,
): void {
  const known = new Set(names.length === 0 ? [] : namesInAllVersions(model, byModel, new Set()));
  for (const { name, span } of names) {
    if (known.has(name)) continue;
    const found = problem("unknown-field", "name", { model: model.name, field: name });
    context.report(found, span, { hint: didYouMean(name, [...known]) });
  }
}

function namesInAllVersions(
  model: Model,
  byModel: ReadonlyMap<Model, Inheritance>,
  seen: Set<Model>,
): readonly string[] {
  const inheritance = byModel.get(model);
  if (inheritance === undefined || seen.has(model)) return [];
  seen.add(model);
  const { source, bases, derivation } = inheritance;
  const bodies = [source, ...((source as Versioned<TypeSource>).changed?.value ?? []).map(({ value }) => value)];
  const own = bodies.flatMap(({ fields }) => (fields?.value ?? []).map((field) => field.key));
  const models = [...bases, ...(derivation === undefined ? [] : [derivation])].map((each) => each.model);
  return [...models.flatMap((each) => namesInAllVersions(each, byModel, seen)), ...own];
}

/** What the documentation of a derived model adds: ``The fields of `User` except `id`, all optional.`` */
export function derivationText({ model, names, how, partial }: Derivation): string {
  const present = new Set(model.fields.map((field) => field.name));
  const listed = names.map(({ name }) => name).filter((name) => present.has(name));
  const source = `\`${model.name}\``;
  const optional = how === "pick" && listed.length === 1 ? ", optional" : ", all optional";
  return `${fieldsInWords(listed, how, source)}${partial ? optional : ""}.`;
}

function fieldsInWords(listed: readonly string[], how: "pick" | "omit", source: string): string {
  const isBrief = listed.length <= mostListed && !listed.some((name) => name.includes("`"));
  if (!isBrief) return `Some of the fields of ${source}`;
  if (listed.length === 0) return how === "omit" ? `The fields of ${source}` : `No fields of ${source}`;
  const quoted = listed.map((name) => `\`${name}\``);
  const names = [quoted.slice(0, -1).join(", "), quoted.at(-1)].filter(Boolean).join(" and ");
  if (how === "omit") return `The fields of ${source} except ${names}`;
  return `The ${listed.length === 1 ? "field" : "fields"} ${names} of ${source}`;
}

const mostListed = 6;
