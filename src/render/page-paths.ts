/** Valid paths of pages: those that are the same file inside the output folder on every file system. */
import { join } from "node:path/posix";
import { folded } from "../config/folded.js";
import { relatedPlace } from "../diagnostics/asides.js";
import { problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { remembering } from "../names/remembering.js";
import type { GeneratedFile } from "./page.js";

/** Whether a relative path stays inside its folder on every system. */
export function isSafePath(path: string): boolean {
  return whyUnsafe(path) === undefined;
}

/** As `isSafePath`, for many paths: checks each folder once. */
export function safePaths(): (path: string) => boolean {
  const folders = new Map<string, boolean>();
  return (path) => {
    const end = path.lastIndexOf("/");
    const folder = path.slice(0, Math.max(0, end));
    const isSafe = folders.get(folder) ?? (end <= 0 || isSafePath(folder));
    folders.set(folder, isSafe);
    const name = path.slice(end + 1);
    return isSafe && end !== 0 && path.length <= longest && (usualName.test(name) || isSafePath(name));
  };
}

/**
 * Reports pages with invalid paths, and paths that are the same file if case is ignored. The result does not depend on
 * the order of the files.
 */
export function checkPagePaths(files: readonly GeneratedFile[]): readonly Diagnostic[] {
  const found = checkInOrder(files);
  return found.length === 0 ? found : checkInOrder([...files].sort(bySource));
}

function checkInOrder(files: readonly GeneratedFile[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, GeneratedFile>();
  const isSafe = safePaths();
  const folder = remembering((output) => join(output, "x").slice(0, -1));
  for (const file of files) {
    if (!isSafe(file.path)) diagnostics.push(unsafe(file, whyUnsafe(file.path) ?? "it is not safe"));
    const name = folded(folder(file.output) + file.path);
    const first = seen.get(name);
    if (first === undefined) seen.set(name, file);
    else diagnostics.push(clash(first, file));
  }
  return diagnostics;
}

/** Sorts by the order of the spec, then by path. */
function bySource({ path, page: { span } }: GeneratedFile, right: GeneratedFile): number {
  const other = right.page.span;
  if (span?.file !== other?.file) return (span?.file ?? "") < (other?.file ?? "") ? -1 : 1;
  return (span?.start ?? 0) - (other?.start ?? 0) || (path < right.path ? -1 : 1);
}

const longest = 1_000;

function whyUnsafe(path: string): string | undefined {
  if (path.length > longest) return "it is too long";
  if (/[\\:*?"<>|\u0000-\u001f\u007f]/.test(path)) return "it holds a character that not every file system allows";
  return path
    .split("/")
    .map(whyUnsafePart)
    .find((why) => why !== undefined);
}

function whyUnsafePart(part: string): string | undefined {
  if (part === "") return "it has an empty part";
  if (part === "." || part === "..") return "it leads out of the output folder";
  if (part.endsWith(".") || part.endsWith(" ")) return `"${part}" ends with a dot or a space`;
  if (windowsDevice.test(part)) return `"${part}" is a device on Windows`;
  if (/\p{Surrogate}/u.test(part)) return "it is not well-formed Unicode";
  return new TextEncoder().encode(part).length > 240 ? `"${part.slice(0, 40)}…" is too long` : undefined;
}

/** Most names, which need no further checks. */
const usualName = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)[\w-]{1,200}\.\w{1,8}$/i;
const windowsDevice = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

function unsafe({ path, page }: GeneratedFile, why: string): Diagnostic {
  const words = { path, reason: why };
  const { model } = page;
  const unsafe =
    model === undefined
      ? problem("path-escape", "page", words)
      : problem("path-escape", "modelPage", { ...words, model });
  return diagnosticAt(unsafe, page.span);
}

function clash(first: GeneratedFile, second: GeneratedFile): Diagnostic {
  const isOneFolder = first.output === second.output;
  const shown = ({ output, path }: GeneratedFile): string => `"${isOneFolder ? path : join(output, path)}"`;
  const [one, other] = [shown(first), shown(second)];
  const same = one === other ? one : `${one} and ${other}`;
  const related = first.page.span && [relatedPlace("first", first.page.span)];
  return diagnosticAt(problem("name-clash", "page", { paths: same }), second.page.span, { related });
}
