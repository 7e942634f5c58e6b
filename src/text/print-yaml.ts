/** Prints YAML as people write it: short values on one line, long strings folded, everything else one line per key. */
import { block, inline } from "./yaml-scalar.js";
import type { Yaml, YamlEntry, YamlMap } from "./yaml-value.js";

/** The line width of lists and mappings, as in prettier. */
const width = 80;
/** The line width of folded strings. */
const textWidth = 100;

/** A file, with a line feed at its end; `remark` is a comment at its top. */
export function printYaml(value: YamlMap, remark?: string): string {
  const start = remark === undefined ? [] : [`# ${remark}`];
  return `${[...start, ...lines(value, 0)].join("\n")}\n`;
}

/** The lines of a mapping or list in block style, indented by `depth` spaces. */
function lines(value: Yaml, depth: number): readonly string[] {
  if (value.kind === "map") return value.entries.flatMap((entry) => entryLines(entry, depth));
  if (value.kind === "list") return value.items.flatMap((item) => itemLines(item, depth));
  return [indented(flow(value, "block"), depth)];
}

function entryLines({ key, value, comment }: YamlEntry, depth: number): readonly string[] {
  const start = `${inline(key, "block")}:`;
  const remark = comment === undefined ? "" : ` # ${comment}`;
  if (value.kind === "text") return textLines(start, value.text, depth, remark);
  const short = onOneLine(value, width - depth - start.length - 1 - remark.length);
  if (short !== undefined) return [indented(`${start} ${short}${remark}`, depth)];
  return [indented(start + remark, depth), ...lines(value, depth + 2)];
}

function itemLines(item: Yaml, depth: number): readonly string[] {
  if (item.kind === "text") return textLines("-", item.text, depth, "");
  const short = onOneLine(item, width - depth - 2);
  if (short !== undefined) return [indented(`- ${short}`, depth)];
  const [first = "", ...rest] = lines(item, depth + 2);
  return [indented(`- ${first.trimStart()}`, depth), ...rest];
}

function textLines(start: string, text: string, depth: number, remark: string): readonly string[] {
  const fits = text.length <= textWidth - depth - start.length - 1 - remark.length && !text.includes("\n");
  const [first, ...rest] = (fits ? undefined : block(text, Math.max(textWidth - depth - 2, 40))) ?? [
    inline(text, "block"),
  ];
  const inner = rest.map((line) => (line === "" ? "" : indented(line, depth + 2)));
  return [indented(`${start} ${first}${remark}`, depth), ...inner];
}

/** The value on one line, if that is allowed and fits. */
function onOneLine(value: Yaml, available: number): string | undefined {
  if (!isShort(value)) return undefined;
  const result = flow(value, "block");
  return result.length <= available || value.kind === "token" ? result : undefined;
}

/** Whether a value may be written on one line. */
function isShort(value: Yaml): boolean {
  switch (value.kind) {
    case "text":
      return !value.text.includes("\n");
    case "token":
      return true;
    case "list":
      return value.items.every(isShort);
    case "map": {
      const mayBeShort = value.layout === "line" || value.entries.length === 0;
      return mayBeShort && value.entries.every((entry) => isShort(entry.value) && entry.comment === undefined);
    }
  }
}

function flow(value: Yaml, place: "block" | "flow"): string {
  switch (value.kind) {
    case "text":
      return inline(value.text, place);
    case "token":
      return value.token;
    case "list":
      return `[${value.items.map((item) => flow(item, "flow")).join(", ")}]`;
    case "map": {
      const entries = value.entries.map((entry) => `${inline(entry.key, "flow")}: ${flow(entry.value, "flow")}`);
      return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
    }
  }
}

function indented(line: string, depth: number): string {
  return " ".repeat(depth) + line;
}
