/**
 * Fields that hide a package: in a class with a field `java`, Java reads `java.util.Optional` as a member of that field.
 * Generated code uses the full name only if the short name means another class, so an error needs both.
 */
import type { Target } from "../../config/config.js";
import { textOption } from "../../config/option.js";
import { problem } from "../../diagnostics/problem.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Spec } from "../../spec/spec.js";
import { beanValidationLibraries, openApiLibraries, usualLibraries } from "./library.js";
import { usesBeanValidation } from "./bean-validation.js";
import type { JavaNames } from "./names.js";
import { hasOpenApiSchemas } from "./open-api.js";
import { scalarRows } from "./scalars.js";
import { simpleName } from "./scope.js";
import { tupleLengths, tupleName } from "./tuples.js";

const scalarClasses = Object.values(scalarRows).map(({ type }) => simpleName(type));

/** An error for every such field of a spec in which two classes share a short name. */
export function hiddenPackages(spec: Spec, names: JavaNames, target: Target): readonly Diagnostic[] {
  const { definitions } = spec;
  const used = [
    usualLibraries,
    ...(usesBeanValidation(target) ? [beanValidationLibraries] : []),
    ...(hasOpenApiSchemas(target) ? [openApiLibraries] : []),
  ];
  const tupleClasses = tupleLengths(spec).map(tupleName);
  const libraryClasses = new Set([...used.flatMap((each) => each.names), ...scalarClasses, ...tupleClasses]);
  const seen = new Set<string>();
  const isSeen = (name: string): boolean => seen.size === seen.add(name).size;
  const twice = definitions.map(names.className).find((name) => libraryClasses.has(name) || isSeen(name));
  if (twice === undefined) return [];
  const roots = new Set([...used.flatMap((each) => each.roots), textOption(target, "package").split(".")[0]]);
  return definitions.flatMap((definition) => {
    const fields = definition.kind === "model" ? names.fields(definition) : [];
    return fields
      .filter(({ name }) => roots.has(name))
      .map(({ name, field }): Diagnostic => ({
        ...problem("unusable-name", "hidesPackage", { name, class: twice }),
        span: field.span,
      }));
  });
}
