/** Resolves the sources of types. */
import { problem } from "../diagnostics/problem.js";
import { valueInWords } from "../text/value-in-words.js";
import { reportEmpty } from "./emptiness.js";
import { constrained } from "./constraints.js";
import { keySpan, labelled, spanOf } from "./context.js";
import { isUnion, membersOf } from "./declarations.js";
import type { Declaration } from "./declarations.js";
import { formOf, withoutMark } from "./forms.js";
import type { Form } from "./forms.js";
import { innermost } from "./scalars.js";
import type { TypeSource } from "./source.js";
import { expectedScalar } from "./scalar-fits.js";
import { scalars } from "./spec.js";
import type { BuiltIn, Documented, Model, Slot, Type, Union } from "./spec.js";
import type { NamedType, TypeExpression } from "./type-syntax.js";
import { examplesIn } from "./values.js";
import { type Given, noneGiven, type Site, type World } from "./world.js";

/** The type that a source declares at a site, and whether it may be null. */
export function slotOf(source: TypeSource, site: Site, world: World): Slot {
  const { report } = world.context;
  const { file } = site.declaration;
  reportMisfit(source, file, world);
  const inner = withGiven(source, site, world);
  const written = typeOf(source, inner, world);
  if (inner !== site) reportUnusedNames(source, written, inner.given, file, world);
  const { type, problems } = written === anything ? { type: anything, problems: [] } : constrained(source, written);
  for (const { at, ...found } of problems) report(found, spanOf(file, at));
  if (source.pattern !== undefined && problems.length === 0) {
    world.addPattern({ pattern: source.pattern.value, span: spanOf(file, source.pattern) });
  }
  const slot = { type, nullable: world.nullability.of(source, site.declaration) };
  const examples = examplesIn(source, slot, file);
  if (examples.length > 0) world.checkLater(examples);
  return slot;
}

/** Reports names for a type where there is no inline type to name. */
function reportUnusedNames(source: TypeSource, type: Type, given: Given, file: string, { context }: World): void {
  const inner = innermost(type);
  const entry = source.name ?? source.names;
  if (entry === undefined || (inner.kind === "reference" && inner.to.names === given.names)) return;
  context.report(problem("conflicting-keys", "unusedName", { key: entry.key }), keySpan(file, entry));
}

/** Reports a `type` that contradicts other keys. */
export function reportMisfit(source: TypeSource, file: string, { context }: World): void {
  const { form, misfit } = formOf(source);
  if (misfit === undefined) return;
  context.report(problem("conflicting-keys", "type", { form: formTitles[form] }), spanOf(file, misfit));
}

/** What a source that is only a reference takes from the type that it refers to (format §7, §8). */
export function inheritedBy(source: TypeSource, declaration: Declaration, world: World): Documented | undefined {
  if (source.type === undefined || formOf(source).form !== "expression") return undefined;
  const type = withoutMark(source.type.value);
  if (type.kind !== "name" || isScalar(type.name)) return undefined;
  const target = world.lookup.quietly(type, declaration);
  return target === undefined ? undefined : world.named(target).documented;
}

/** The model that a type refers to, where only a model is allowed. */
export function modelNamed(type: TypeExpression, declaration: Declaration, world: World): Model | undefined {
  const found = definitionNamed(type, declaration, world);
  if (found === undefined || found.kind === "model") return found;
  world.context.report(problem("invalid-type", "notAModel"), spanOf(declaration.file, type));
  return undefined;
}

/** The model or union that a type names; reported otherwise. */
export function definitionNamed(
  type: TypeExpression,
  declaration: Declaration,
  world: World,
): Model | Union | undefined {
  if (type.kind === "name" && !isScalar(type.name)) {
    const target = world.lookup.declaration(type, declaration);
    if (target === undefined) return undefined;
    const found = world.named(target).slot.type;
    if (found.kind === "reference" && found.to.kind !== "enum") return found.to;
  }
  world.context.report(problem("invalid-type", "notAModel"), spanOf(declaration.file, type));
  return undefined;
}

/** The built-in types without constraints. */
const plainScalars = Object.fromEntries(
  scalars.map((scalar) => [scalar, { kind: "scalar", scalar, constraints: {} }]),
) as Readonly<Record<BuiltIn, Type>>;

/** Replaces a type that could not be resolved; nothing more is reported about it. */
export const anything: Type = { kind: "scalar", scalar: "any", constraints: {} };

function typeOf(source: TypeSource, site: Site, world: World): Type {
  const { form } = formOf(source);
  switch (form) {
    case "model":
    case "enum":
      return { kind: "reference", to: world.inline(form, source, site) };
    case "union":
      return unionOf(source, site, world);
    case "constant":
      return constantOf(source, site, world);
    case "array":
      return { kind: "array", items: partOf(source, "items", site, world), constraints: {} };
    case "tuple":
      return tupleOf(source, site, world);
    case "map":
      return mapOf(source.keys?.value, partOf(source, "values", site, world), site, world);
    case "expression":
      return typeOfExpression(withoutMark(source.type!.value), source, site, world);
    case "none":
      reportMissing("type", source, site, world);
      return anything;
  }
}

function constantOf({ const: entry, type }: TypeSource, site: Site, { context }: World): Type {
  const { value } = entry!;
  const inner = type === undefined ? undefined : withoutMark(type.value);
  if (inner?.kind === "name" && isScalar(inner.name)) {
    const expected = expectedScalar(value, { kind: "scalar", scalar: inner.name, constraints: {} });
    if (expected !== undefined) {
      const found = valueInWords(value);
      context.report(problem("invalid-value", "constant", { expected, found }), spanOf(site.declaration.file, entry!));
    }
  }
  return { kind: "constant", value };
}

function unionOf(source: TypeSource, site: Site, world: World): Type {
  const members = membersOf(source, site.declaration.file, world.context.versions);
  if (isUnion(source, members)) return { kind: "reference", to: world.inline("union", source, site) };
  const [first] = members;
  if (first !== undefined) return slotOf(first.source, site, world).type;
  reportEmpty(source, source.oneOf!, "emptyUnion", site.declaration.file, world.context);
  return anything;
}

function partOf(source: TypeSource, key: "items" | "values", site: Site, world: World): Slot {
  const part = source[key];
  if (part !== undefined) return slotOf(part.value, { ...site, span: keySpan(site.declaration.file, part) }, world);
  reportMissing(key, source, site, world);
  return { type: anything, nullable: false };
}

/** An inline type in a tuple is named after its position, unless it has a name itself. */
function tupleOf({ tuple }: TypeSource, site: Site, world: World): Type {
  const items = tuple!.value.map((item, at): Slot => {
    const span = spanOf(site.declaration.file, item);
    const numbered = (key: string): string => `${key}_${at + 1}`;
    const keys = { key: numbered(site.key), formerKeys: site.formerKeys?.map(numbered) };
    return slotOf(item.value, { ...site, ...keys, span, given: noneGiven }, world);
  });
  return { kind: "tuple", items };
}

function reportMissing(key: "type" | "items" | "values", source: TypeSource, site: Site, world: World): void {
  if (source.broken === true) return;
  const span = source.type === undefined ? site.span : spanOf(site.declaration.file, source.type);
  world.context.report(problem("missing-key", key), span);
}

function typeOfExpression(type: TypeExpression, source: TypeSource, site: Site, world: World): Type {
  switch (type.kind) {
    case "nullable":
      return typeOfExpression(type.of, source, site, world);
    case "array":
      return { kind: "array", items: slotOfExpression(type.items, site, world), constraints: {} };
    case "map":
      return mapOf(type.keys, slotOfExpression(type.values, site, world), site, world);
    case "name":
      return typeOfName(type, source, site, world);
  }
}

function mapOf(keys: TypeExpression | undefined, values: Slot, { declaration }: Site, world: World): Type {
  if (keys === undefined || (keys.kind === "name" && keys.name === "string"))
    return { kind: "map", values, constraints: {} };
  const target = keys.kind === "name" && !isScalar(keys.name) ? world.lookup.declaration(keys, declaration) : undefined;
  const type = target === undefined ? anything : world.named(target).slot.type;
  const keyEnum =
    type.kind === "reference" && type.to.kind === "enum" && type.to.base === "string" ? type.to : undefined;
  if (keyEnum !== undefined) return { kind: "map", keys: keyEnum, values, constraints: {} };
  const isReported = keys.kind === "name" && !isScalar(keys.name) && target === undefined;
  if (!isReported) world.context.report(problem("invalid-type", "mapKeys"), spanOf(declaration.file, keys));
  return { kind: "map", values, constraints: {} };
}

function slotOfExpression(type: TypeExpression, site: Site, world: World): Slot {
  const inner = withoutMark(type);
  const target = inner.kind === "name" ? world.lookup.quietly(inner, site.declaration) : undefined;
  const nullable = type.kind === "nullable" || (target !== undefined && world.nullability.ofDeclaration(target));
  return { type: typeOfExpression(inner, {}, site, world), nullable };
}

function typeOfName(type: NamedType, source: TypeSource, site: Site, world: World): Type {
  if (isScalar(type.name)) return plainScalars[type.name];
  if (type.name === "object") return { kind: "reference", to: world.inline("model", source, site) };
  const target = world.lookup.declaration(type, site.declaration);
  if (target === undefined) return anything;
  if (target.source.abstract?.value === true) {
    const span = spanOf(site.declaration.file, type);
    world.context.report(problem("invalid-type", "abstract", { name: type.name }), span);
  }
  return world.named(target).slot.type;
}

/** The names given here override those given further out. */
function withGiven(source: TypeSource, site: Site, { context }: World): Site {
  if (source.name === undefined && source.names === undefined) return site;
  const names = labelled(source.names?.value, site.declaration.file, context);
  return {
    ...site,
    given: { name: source.name?.value ?? site.given.name, names: new Map([...site.given.names, ...names]) },
  };
}

function isScalar(name: string): name is BuiltIn {
  return (scalars as readonly string[]).includes(name);
}

const formTitles: Readonly<Record<Form, string>> = {
  model: "a model",
  enum: "an enum",
  union: "a union",
  constant: "a constant",
  array: "an array",
  tuple: "a tuple",
  map: "a map",
  expression: "a type",
  none: "nothing",
};
