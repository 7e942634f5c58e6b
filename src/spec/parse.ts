/** Parses one spec file. */
import type { Checked, Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { check } from "../shape/check.js";
import { parseYaml } from "../text/parse.js";
import { foreignDocument } from "./foreign-documents.js";
import { specFileRecord } from "./shapes.js";
import type { SpecFile } from "./source.js";

/**
 * The file as plain data, and all diagnostics that do not depend on other files. The value is absent only if the text
 * is not YAML, or a document of another format; then references to its models cannot be checked either.
 */
export function parseSpecFile(source: SourceFile): Checked<SpecFile> {
  const tree = parseYaml(source);
  if (tree.value === undefined) {
    const isEmpty = tree.diagnostics.length === 0;
    return {
      value: isEmpty ? { path: source.path, namespace: undefined, models: [] } : undefined,
      diagnostics: tree.diagnostics,
    };
  }
  const foreign = foreignDocument(tree.value, source.path);
  if (foreign !== undefined) {
    const { key, ...found } = foreign;
    const span = { file: source.path, start: key.keyStart, end: key.keyEnd };
    return { value: undefined, diagnostics: [...tree.diagnostics, { ...found, span }] };
  }
  const diagnostics: Diagnostic[] = [...tree.diagnostics];
  const file = check(specFileRecord, tree.value, source.path, diagnostics);
  const value = { path: source.path, namespace: file?.namespace?.value, models: file?.models?.value ?? [] };
  return { value, diagnostics };
}
