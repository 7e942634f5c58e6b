/** Converts a shape to a reference page in Markdown. */
import { withArticle } from "../diagnostics/wording.js";
import { alternatives } from "./kinds.js";
import type { Key, RecordShape, Shape, VariantShape } from "./shape.js";

export interface Section {
  readonly title: string;
  readonly shape: RecordShape;
  /** Keys that another section explains. */
  readonly without?: RecordShape;
}

/** A section with a table of keys for each shape; cells that name a section link to it. */
export function keyReference(sections: readonly Section[]): string {
  return sections.map((section) => sectionText(section, sections)).join("\n");
}

function sectionText({ title, shape, without }: Section, sections: readonly Section[]): string {
  const known = sections.find((section) => section.shape === without);
  const keys = Object.entries(shape.keys).filter(
    ([name]) => without === undefined || !Object.hasOwn(without.keys, name),
  );
  const left = Object.keys(without?.keys ?? {}).filter((name) => !Object.hasOwn(shape.keys, name));
  const but = left.length === 0 ? "" : ` but ${left.map((name) => `\`${name}\``).join(", ")}`;
  const more =
    known === undefined
      ? ""
      : ` It has all keys of [${withArticle(without?.name ?? "")}](#${anchor(known.title)})${but}, and these:`;
  const rows = keys.map(([name, key]) => row(name, key, sections));
  return [
    `## ${title}`,
    "",
    shape.doc + more,
    "",
    "| key | value | meaning |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function row(name: string, { shape, doc, required }: Key<unknown>, sections: readonly Section[]): string {
  const cells = [`\`${name}\`${required === true ? " (required)" : ""}`, valueText(shape, sections), doc];
  return `| ${cells.map(cellText).join(" | ")} |`;
}

/** Markdown for a cell: HTML characters are escaped, except in code. */
function cellText(text: string): string {
  const parts = text.split("`").map((part, index) => (index % 2 === 0 ? part.replaceAll("<", "&lt;") : part));
  return parts.join("`").replaceAll("|", "\\|");
}

function valueText(shape: Shape<unknown>, sections: readonly Section[]): string {
  switch (shape.kind) {
    case "lazy":
      return valueText(shape.shape(), sections);
    case "either":
      return shape.options.map((option) => valueText(option, sections)).join(" or ");
    case "list":
      return `a list, each item ${valueText(shape.items, sections)}`;
    case "dictionary":
      return `a mapping, each value ${valueText(shape.values, sections)}`;
    case "text":
      return shape.values === undefined ? "a string" : shape.values.map((value) => `\`${value}\``).join(" or ");
    case "record":
    case "variant":
      return recordText(shape, sections);
    default:
      return alternatives([shape]);
  }
}

function recordText({ name }: RecordShape | VariantShape, sections: readonly Section[]): string {
  const section = sections.find((each) => each.shape.name === name);
  if (section === undefined) return `some keys of ${withArticle(name.replace(/ changes$/, ""))}`;
  return `[${withArticle(name)}](#${anchor(section.title)})`;
}

/** Anchors as on GitHub. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");
}
