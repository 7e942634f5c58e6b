/** Resolves checked files to a spec in one version: looks up names, names inline types, and replaces aliases. */
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.js";
import { reporter } from "../diagnostics/reporter.js";
import type { Context, ResolveOptions } from "./context.js";
import { declarations } from "./declarations.js";
import { declareForms } from "./default-forms.js";
import { splitByDirection } from "./directions.js";
import { giveTags } from "./given-tags.js";
import { reportFormerNames } from "./former-names.js";
import { reportInfiniteModels } from "./infinite.js";
import { flattenExtends } from "./inheritance.js";
import { resolveDeclarations } from "./resolver.js";
import { scalarsIn } from "./scalars.js";
import type { SpecFile } from "./source.js";
import type { Spec } from "./spec.js";
import { checkUnions } from "./unions.js";
import { checkValues } from "./values.js";
import { VersionView } from "./versions.js";

/**
 * The spec in one version, as complete as the mistakes allow: a type that cannot be resolved becomes `any`. If `files`
 * lacks files because they are not YAML, do not call this: every reference to their models would be reported too.
 */
export function resolveSpec(files: readonly SpecFile[], options: ResolveOptions): Checked<Spec> {
  const diagnostics: Diagnostic[] = [];
  const report = reporter(diagnostics);
  const context: Context = { options, versions: new VersionView(options.version, options.versions, report), report };

  const { definitions, inheritances, resolveDiscriminators, values, patterns } = resolveDeclarations(
    declarations(files, context),
    context,
  );
  flattenExtends(inheritances, context);
  reportFormerNames(definitions, context);
  resolveDiscriminators();
  giveTags(definitions);
  checkUnions(definitions, context);
  reportInfiniteModels(definitions, context);
  checkValues(values, context);
  declareForms(definitions);

  const split = splitByDirection(definitions);
  const scalars = new Set(split.definitions.flatMap(scalarsIn));
  return { value: { version: options.version, ...split, patterns, scalars }, diagnostics };
}
