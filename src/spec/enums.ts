/** The values of an enum. */
import { relatedPlace } from "../diagnostics/asides.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { valueInWords } from "../text/value-in-words.js";
import { labelled, spanOf } from "./context.js";
import type { Context } from "./context.js";
import { reportEmpty } from "./emptiness.js";
import { deprecation } from "./documentation.js";
import { locatedNames, listedNames } from "./former-names.js";
import { withoutMark } from "./forms.js";
import { isLong } from "./scalar-fits.js";
import { enumValueRecord } from "./shapes.js";
import type { EnumValueSource, TypeSource } from "./source.js";
import type { Enum, EnumValue } from "./spec.js";
import type { Located } from "../shape/shape.js";

/** The type of the values: `type`, or that of the first value. */
export function enumBase(source: TypeSource): Enum["base"] {
  if (source.type !== undefined) {
    const type = withoutMark(source.type.value);
    return type.kind === "name" && type.name !== "string" ? "integer" : "string";
  }
  const first = source.enum?.value.find(({ value }) => (value.value?.value ?? null) !== null);
  return typeof first?.value.value?.value === "string" || first === undefined ? "string" : "integer";
}

/** The values of the current version, without null. Reports values of another type and repeated ones. */
export function enumValues(
  source: TypeSource,
  base: Enum["base"],
  file: string,
  context: Context,
): readonly EnumValue[] {
  const seen = new Map<unknown, EnumValue>();
  const present = (source.enum?.value ?? []).filter(({ value }) => context.versions.has(value));
  for (const each of present) {
    const value = enumValue(each, base, file, context);
    if (value === undefined) continue;
    const first = seen.get(value.value);
    if (first === undefined) seen.set(value.value, value);
    else {
      const related = [relatedPlace("first", first.span)];
      context.report(problem("invalid-value", "repeatedValue", { value: String(value.value) }), value.span, {
        related,
      });
    }
  }
  if (source.enum !== undefined && present.every(isNull)) reportEmpty(source, source.enum, "emptyEnum", file, context);
  return [...seen.values()];
}

function isNull({ value }: Located<EnumValueSource>): boolean {
  return value.value?.value === null;
}

function enumValue(
  { value: written }: Located<EnumValueSource>,
  base: Enum["base"],
  file: string,
  context: Context,
): EnumValue | undefined {
  const { value } = written;
  if (value === undefined || value.value === null) return undefined;
  const span = spanOf(file, value);
  const source = context.versions.at(written, enumValueRecord, file);
  const former = source.renamedFrom === undefined ? [] : locatedNames(source.renamedFrom);
  for (const each of [{ ...value, value: value.value }, ...former]) {
    const found = misfit(each.value, base);
    if (found === undefined) continue;
    context.report(found, spanOf(file, each));
    return undefined;
  }
  return {
    value: value.value,
    ...(source.renamedFrom && { renamedFrom: listedNames(source.renamedFrom) }),
    name: source.name?.value,
    names: labelled(source.names?.value, file, context),
    description: source.description?.value || undefined,
    deprecated: deprecation(source.deprecated?.value),
    span,
  };
}

/** Why a value cannot be one of the enum's. */
function misfit(value: EnumValue["value"], base: Enum["base"]): Problem | undefined {
  if ((typeof value === "string") !== (base === "string")) {
    return base === "string"
      ? problem("wrong-kind", "stringEnum", { value: String(value) })
      : problem("wrong-kind", "integerEnum", { found: valueInWords(value) });
  }
  return typeof value === "string" || isLong(value) ? undefined : problem("invalid-value", "long", { value });
}
