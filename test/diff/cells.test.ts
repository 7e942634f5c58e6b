/** The predicted cells of every kind of change are those that compilers and programs measure (`test/changes`). */
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { type CellName, cellNames, type Kind, readKinds, severityOf } from "../changes/kinds.js";
import { judged } from "./judged.js";

/** Predictions that differ from what is measured, and why. */
const differing: Readonly<Record<string, { readonly cells: readonly CellName[]; readonly why: string }>> = {
  "additional-properties.allowed": { cells: ["docs"], why: "the example declares them explicitly, which pages show" },
  "additional-properties.forbidden": { cells: ["docs"], why: "the example declares them explicitly, which pages show" },
  "enum.open.value-added": {
    cells: ["java", "javaBinary"],
    why: "not predicted yet: a `switch` over `constant()` without a default does not cover the new value",
  },
  "field.added.required-with-default": {
    cells: ["typescript", "ruby", "java", "javaBinary"],
    why: "not predicted yet: new objects contain the default",
  },
  "type.long-to-integer": {
    cells: ["ruby", "java", "javaBinary"],
    why: "predicted for values beyond 2^53, which Ruby and Java accept",
  },
  "type.map-to-model": { cells: ["wireRead"], why: "not predicted yet: additional properties of other types" },
  "type.model-to-map": { cells: ["wireWrite"], why: "not predicted yet: additional properties of other types" },
  "union.collapsed": { cells: ["ruby"], why: "not predicted yet: code that names the module of the union" },
  "union.discriminator-added": {
    cells: ["typescript", "ruby", "java", "javaBinary", "docs"],
    why: "not predicted yet: programs see another member, or Unknown, and `validate` reports values that select none",
  },
  "union.discriminator-field-changed": {
    cells: ["wireRead", "wireWrite", "typescript", "ruby", "java", "javaBinary", "docs"],
    why: "not predicted yet: values without the tag are rejected, and programs see another member, or Unknown",
  },
  "union.discriminator-removed": {
    cells: ["typescript", "ruby", "java", "javaBinary", "docs"],
    why: "not predicted yet: programs see another member",
  },
  "union.member-removed": {
    cells: ["ruby", "javaBinary"],
    why: "not predicted yet: setting a required field to the removed member fails",
  },
  "union.order-changed": {
    cells: ["typescript", "ruby", "java", "javaBinary"],
    why: "not predicted yet: programs see another member, and `match` takes its functions in the order of the members",
  },
  "union.tag-changed": { cells: ["docs"], why: "not predicted yet: pages show the tag" },
};

const kinds = readKinds().filter(({ config }) => config === undefined);

describe("the predicted cells of", () => {
  it.each(kinds)("$kind are those that were measured, or others for a reason", (kind) => {
    const { changes } = judged(stringify(kind.before), stringify(kind.after));
    expect(changes.map((change) => change.kind)).toEqual([kind.name]);
    expect(wrongCells(kind, changes[0]!.cells)).toEqual(differing[kind.kind]?.cells ?? []);
  });
});

function wrongCells(kind: Kind, predicted: Readonly<Record<string, string>>): readonly CellName[] {
  return cellNames.filter((name) => predicted[name] !== severityOf(kind.cells, name));
}
