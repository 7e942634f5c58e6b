/** Where a config reads and writes. */
import { relatedPlace } from "../diagnostics/asides.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import type { Entry } from "../shape/shape.js";
import type { Config } from "./config.js";
import type { ConfigSource } from "./shapes.js";

/** Reports output folders that leave the project, are the project, or lie in or around another folder that a config names. */
export function checkFolders(config: Config, source: ConfigSource, file: string): readonly Diagnostic[] {
  const outputs = (source.targets?.value ?? []).flatMap(({ value }) => value.output ?? []);
  const diagnostics = outputs.flatMap((output) => outside(output, file));
  if (diagnostics.length > 0) return diagnostics;

  const inputs: Folder[] = [{ title: "the spec folder", path: config.spec, entry: source.spec }];
  for (const { value } of source.targets?.value ?? []) {
    if (value.templates !== undefined)
      inputs.push({ title: "a template folder", path: value.templates.value, entry: value.templates });
  }
  return outputs.flatMap((output, index) => {
    const earlier = outputs
      .slice(0, index)
      .map((entry): Folder => ({ title: "the output of another target", path: entry.value, entry }));
    return overlaps(output, [...inputs, ...earlier], file);
  });
}

interface Folder {
  readonly title: string;
  readonly path: string;
  readonly entry: Entry<string> | undefined;
}

function outside(output: Entry<string>, file: string): readonly Diagnostic[] {
  const { value, start, end } = output;
  const wrong = outsideProblem(value);
  return wrong === undefined ? [] : [{ ...wrong, span: { file, start, end } }];
}

function outsideProblem(path: string): Problem | undefined {
  if (path.includes("\\")) return problem("path-escape", "backslash");
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return problem("path-escape", "absolute");
  if (/[\u0000-\u001f]/.test(path)) return problem("path-escape", "control");
  const parts = partsOf(path);
  if (parts.includes("..")) return problem("path-escape", "outside");
  return parts.length === 0 ? problem("path-escape", "config") : undefined;
}

function overlaps(output: Entry<string>, others: readonly Folder[], file: string): readonly Diagnostic[] {
  const { start, end } = output;
  const other = others.find(({ path }) => contains(output.value, path) || contains(path, output.value));
  if (other === undefined) return [];
  const { title, entry } = other;
  const related =
    entry === undefined
      ? []
      : [relatedPlace("folder", { file, start: entry.start, end: entry.end }, { folder: title })];
  const shared = problem("path-escape", "shared", { path: output.value, other: title });
  return [{ ...shared, span: { file, start, end }, related }];
}

/** Whether a folder is the other or lies around it; on some file systems letter case makes no difference. */
function contains(outer: string, inner: string): boolean {
  const [outerParts, innerParts] = [partsOf(outer.toLowerCase()), partsOf(inner.toLowerCase())];
  return outerParts.every((part, index) => innerParts[index] === part);
}

function partsOf(path: string): readonly string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}
