/** Where a config reads and writes. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
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
  const problem = outsideProblem(value);
  if (problem === undefined) return [];
  return [
    {
      code: "path-escape",
      severity: "error",
      message: problem,
      span: { file, start, end },
      hint: "name a folder like generated/java",
    },
  ];
}

function outsideProblem(path: string): string | undefined {
  if (path.includes("\\")) return "A folder is written with forward slashes";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "An output folder must be relative to the config";
  if (/[\u0000-\u001f]/.test(path)) return "An output folder cannot have control characters in its name";
  const parts = partsOf(path);
  if (parts.includes("..")) return "An output folder must not leave the folder of the config";
  return parts.length === 0 ? "An output folder is wholly ours, so it cannot be the folder of the config" : undefined;
}

function overlaps(output: Entry<string>, others: readonly Folder[], file: string): readonly Diagnostic[] {
  const { start, end } = output;
  const other = others.find(({ path }) => contains(output.value, path) || contains(path, output.value));
  if (other === undefined) return [];
  const message = `An output folder is wholly ours, so it cannot share "${output.value}" with ${other.title}`;
  const related =
    other.entry === undefined
      ? []
      : [{ message: other.title, span: { file, start: other.entry.start, end: other.entry.end } }];
  return [{ code: "path-escape", severity: "error", message, span: { file, start, end }, related }];
}

/** Whether a folder is the other or lies around it; on some file systems letter case makes no difference. */
function contains(outer: string, inner: string): boolean {
  const [outerParts, innerParts] = [partsOf(outer.toLowerCase()), partsOf(inner.toLowerCase())];
  return outerParts.every((part, index) => innerParts[index] === part);
}

function partsOf(path: string): readonly string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}
