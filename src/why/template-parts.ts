/** The lines of templates that print something, each with an edit after which it prints something else. */
import Handlebars from "handlebars";
import type { SourceFile } from "../diagnostics/diagnostic.js";
import { isHandlebars, type TemplateFiles } from "../render/template-files.js";
import type { Edit } from "./edits.js";
import type { Part } from "./part.js";

/**
 * The lines of a template and of the partials that it uses.
 *
 * @param name as in `Page.template`
 */
export function templateParts(name: string, files: TemplateFiles): readonly Part[] {
  const file = files.get(name);
  if (file === undefined) return [];
  if (!isHandlebars(file.path)) return partsOf(file, [...wordEdits(file, 0, file.text), ...emptyLineEdits(file)]);
  const parts: Part[] = [];
  const seen = new Set([name]);
  for (const each of seen) {
    const template = files.get(each);
    if (template === undefined) continue;
    const { edits, partials } = printedBy(template);
    parts.push(...partsOf(template, edits));
    for (const partial of partials) seen.add(partial);
  }
  return parts;
}

/** One part for each line with edits. */
function partsOf({ path, text }: SourceFile, edits: readonly Edit[]): readonly Part[] {
  const parts: Part[] = [];
  let [start, number] = [0, 1];
  for (const line of text.split("\n")) {
    const own = edits.filter((edit) => edit.start >= start && edit.start <= start + line.length);
    const indentation = line.length - line.trimStart().length;
    const span = { file: path, start: start + indentation, end: start + line.trimEnd().length };
    if (own.length > 0)
      parts.push({ path: `line ${number}`, span, changes: [{ edits: own, resizes: [] }], alternatives: [] });
    [start, number] = [start + line.length + 1, number + 1];
  }
  return parts;
}

interface Printed {
  readonly edits: readonly Edit[];
  readonly partials: readonly string[];
}

/** What the statements of a template print: fixed text gets other characters, what the view gives is removed. */
function printedBy(file: SourceFile): Printed {
  const edits: Edit[] = [];
  const partials: string[] = [];
  const starts = lineStarts(file.text);
  const offset = ({ line, column }: hbs.AST.Position): number => (starts[line - 1] ?? 0) + column;
  const visitor = new Handlebars.Visitor();
  visitor.ContentStatement = ({ loc }) => {
    const start = offset(loc.start);
    edits.push(...wordEdits(file, start, file.text.slice(start, offset(loc.end))));
  };
  visitor.MustacheStatement = ({ loc }) => {
    edits.push({ file: file.path, start: offset(loc.start), end: offset(loc.end), text: "" });
  };
  visitor.PartialStatement = ({ name }) => {
    if ("original" in name) partials.push(String(name.original));
  };
  visitor.accept(Handlebars.parse(file.text));
  return { edits: [...edits, ...emptyLineEdits(file)], partials };
}

/** Replaces the visible characters of fixed text, but for those that are syntax. */
function wordEdits({ path }: SourceFile, start: number, text: string): readonly Edit[] {
  return Array.from(text.matchAll(/[^\s\\]+/g), ({ 0: word, index }) => {
    return { file: path, start: start + index, end: start + index + word.length, text: "¤".repeat(word.length) };
  });
}

function emptyLineEdits({ path, text }: SourceFile): readonly Edit[] {
  return Array.from(text.matchAll(/(?<=\n)(?=\n)/g), ({ index }) => ({
    file: path,
    start: index,
    end: index,
    text: "¤",
  }));
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}
