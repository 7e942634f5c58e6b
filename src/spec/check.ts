/** Checks a spec in all its versions. */
import type { Config, Target } from "../config/config.js";
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.js";
import { reporter } from "../diagnostics/reporter.js";
import { resolveSpec } from "./resolve.js";
import type { SpecFile } from "./source.js";
import type { Spec } from "./spec.js";
import { checkVersionKeys } from "./version-keys.js";

/** The spec as each target sees it. */
export type SpecOf = (target: Pick<Target, "version" | "inlineNames">) => Spec;

/**
 * Resolves the spec in every version of the config. The diagnostics, including those of the files, are in the order of
 * the files. Each mistake is reported once: one that occurs only in some versions names them. The value is absent if a
 * file is not YAML at all, since its models are unknown.
 *
 * @param parsed the results of `parseSpecFile`, in code-unit order of their paths
 * @param labels the valid keys of `names` and `rename`: the ids of languages and the names of targets
 */
export function checkSpec(
  parsed: readonly Checked<SpecFile>[],
  { versions }: Pick<Config, "versions">,
  labels: readonly string[],
): Checked<SpecOf> {
  const files = parsed.flatMap(({ value }) => value ?? []);
  const diagnostics = parsed.flatMap((each) => each.diagnostics);
  if (files.length < parsed.length) return { value: undefined, diagnostics };

  const resolved = new Map<string, Checked<Spec>>();
  const resolve = (version: string | undefined, inlineNames: Target["inlineNames"]) => {
    const key = JSON.stringify([version, inlineNames]);
    const checked = resolved.get(key) ?? resolveSpec(files, { version, versions, inlineNames, labels });
    resolved.set(key, checked);
    return checked;
  };

  checkVersionKeys(files, versions, reporter(diagnostics));
  const all = versions.length === 0 ? [undefined] : versions;
  diagnostics.push(
    ...merged(all.map((version) => ({ version, diagnostics: resolve(version, "qualified").diagnostics }))),
  );
  const value: SpecOf = ({ version, inlineNames }) => resolve(version, inlineNames).value!;
  return { value, diagnostics: inFileOrder(diagnostics, files) };
}

interface Found {
  readonly diagnostic: Diagnostic;
  readonly versions: (string | undefined)[];
}

function merged(
  perVersion: readonly { version: string | undefined; diagnostics: readonly Diagnostic[] }[],
): Diagnostic[] {
  const found = new Map<string, Found>();
  for (const { version, diagnostics } of perVersion) {
    for (const diagnostic of diagnostics) {
      const { code, message, span } = diagnostic;
      const key = JSON.stringify([code, message, span]);
      const same = found.get(key);
      if (same === undefined) found.set(key, { diagnostic, versions: [version] });
      else if (same.versions.at(-1) !== version) same.versions.push(version);
    }
  }
  return [...found.values()].map(({ diagnostic, versions }) => {
    return versions.length === perVersion.length && diagnostic.code !== "inconsistent-version"
      ? diagnostic
      : { ...diagnostic, message: `${diagnostic.message} ${inVersions(versions)}` };
  });
}

function inVersions(versions: readonly (string | undefined)[]): string {
  const names = versions.map((version) => `"${version}"`);
  return names.length === 1
    ? `in version ${names[0]}`
    : `in versions ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function inFileOrder(diagnostics: readonly Diagnostic[], files: readonly SpecFile[]): readonly Diagnostic[] {
  const order = new Map(files.map(({ path }, index) => [path, index]));
  const rank = ({ span }: Diagnostic) => (span === undefined ? -1 : (order.get(span.file) ?? -1));
  return diagnostics.toSorted((a, b) => rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0));
}
