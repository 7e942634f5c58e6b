/** YAML as a person would lay it out: short things on one line, long texts folded, everything else a line a key. */
import { block, inline } from "./scalar.js";
import type { Yaml, YamlEntry, YamlMap } from "./value.js";

/** Where lines end, as far as that can be had. */
const width = 100;

/** A whole file, with a break at its end; `remark` stands above everything. */
export function printYaml(value: YamlMap, remark?: string): string {
  const start = remark === undefined ? [] : [`# ${remark}`];
  return `${[...start, ...lines(value, 0)].join("\n")}\n`;
}

/** The lines of a mapping or list in block style, indented by `depth` blanks. */
function lines(value: Yaml, depth: number): readonly string[] {
  if (value.kind === "map") return value.entries.flatMap((entry) => entryLines(entry, depth));
  if (value.kind === "list") return value.items.flatMap((item) => itemLines(item, depth));
  return [indented(flow(value, "block"), depth)];
}

function entryLines({ key, value, comment }: YamlEntry, depth: number): readonly string[] {
  const start = `${inline(key, "block")}:`;
  const remark = comment === undefined ? "" : ` # ${comment}`;
  const short = onOneLine(value, width - depth - start.length - 1 - remark.length);
  if (short !== undefined) return [indented(`${start} ${short}${remark}`, depth)];
  if (value.kind === "text") return textLines(start, value.text, depth, remark);
  return [indented(start + remark, depth), ...lines(value, depth + 2)];
}

function textLines(start: string, text: string, depth: number, remark: string): readonly string[] {
  const [first, ...rest] = block(text, width - depth - 2) ?? [inline(text, "block")];
  return [
    indented(`${start} ${first}${remark}`, depth),
    ...rest.map((line) => (line === "" ? "" : indented(line, depth + 2))),
  ];
}

function itemLines(item: Yaml, depth: number): readonly string[] {
  const short = onOneLine(item, width - depth - 2);
  if (short !== undefined) return [indented(`- ${short}`, depth)];
  if (item.kind === "text") return textLines("-", item.text, depth, "");
  const [first = "", ...rest] = lines(item, depth + 2);
  return [indented(`- ${first.trimStart()}`, depth), ...rest];
}

/** The value on one line if it may and fits. */
function onOneLine(value: Yaml, available: number): string | undefined {
  if (value.kind === "text" && value.text.includes("\n"))
    return block(value.text, width) === undefined ? inline(value.text, "block") : undefined;
  if (!mayBeFlow(value)) return undefined;
  const result = flow(value, "block");
  return result.length <= available || value.kind === "token" ? result : undefined;
}

function mayBeFlow(value: Yaml): boolean {
  switch (value.kind) {
    case "text":
      return !value.text.includes("\n") || block(value.text, width) === undefined;
    case "token":
      return true;
    case "list":
      return value.items.every(mayBeFlow);
    case "map":
      return (
        (value.layout === "line" || value.entries.length === 0) &&
        value.entries.every((entry) => mayBeFlow(entry.value) && entry.comment === undefined)
      );
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
