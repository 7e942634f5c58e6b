/** The fields of a model's page (format §4 to §8). */
import type { Field, Model } from "../spec/spec.js";
import { examplesText } from "./examples.js";
import type { DocsContext } from "./page.js";
import { tableCells } from "./table.js";
import { descriptionCell } from "./texts.js";

/** What the template `docs/model` sees beside the header. */
export type FieldsView = {
  readonly hasFields: boolean;
  /** Whether there is an Example column: some field has an example. */
  readonly hasExamples: boolean;
  readonly table: { readonly headings: FieldCells; readonly rule: string };
  readonly fields: readonly FieldView[];
};

/** The cells of a row, escaped and padded. */
export type FieldCells = {
  readonly field: string;
  readonly type: string;
  readonly required: string;
  readonly description: string;
  readonly example: string;
};

/** A field: its cells, and its facts as plain text for templates that make no table. */
export type FieldView = {
  readonly cells: FieldCells;
  readonly name: string;
  readonly jsonName: string;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
  readonly description: string;
  readonly example: string;
};

export function fieldsView(model: Model, context: DocsContext): FieldsView {
  const fields = context.names.fields(model).map(({ name, field }) => plainView(name, field));
  const hasExamples = fields.some(({ field }) => field.examples.length > 0);
  // A heading that is not shown must not widen the table.
  const headings = { ...fieldHeadings, example: hasExamples ? fieldHeadings.example : "" };
  const texts = fields.map(({ field, plain }) => cellTexts(field, plain, context));
  const { rule, rows } = tableCells([headings, ...texts], context.target.tables);
  return {
    hasFields: fields.length > 0,
    hasExamples,
    table: { headings: rows[0] ?? headings, rule },
    fields: fields.map(({ plain }, index) => ({ cells: rows[index + 1] ?? headings, ...plain })),
  };
}

const fieldHeadings: FieldCells = {
  field: "Field",
  type: "Type",
  required: "Required",
  description: "Description",
  example: "Example",
};

type PlainView = Omit<FieldView, "cells">;

function plainView(name: string, field: Field): { readonly field: Field; readonly plain: PlainView } {
  const plain = {
    name,
    jsonName: field.name,
    isRequired: isRequired(field),
    isDeprecated: field.deprecated !== undefined,
    description: field.description ?? "",
    example: examplesText(field.examples),
  };
  return { field, plain };
}

function cellTexts(field: Field, { name, isDeprecated, example }: PlainView, { typeCell }: DocsContext): FieldCells {
  return {
    field: isDeprecated ? `~~\`${name}\`~~` : `\`${name}\``,
    type: typeCell(field),
    required: isRequired(field) ? ":heavy_check_mark:" : ":heavy_minus_sign:",
    description: descriptionCell(field),
    example,
  };
}

/** Whether a person who builds the model must give the field: a default takes that away (format §5, §6). */
export function isRequired(field: Field): boolean {
  return field.required && field.default === undefined;
}
