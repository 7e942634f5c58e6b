/** The fields on a model's page (format §4 to §8). */
import type { NamedField } from "../names/rules.js";
import type { Model } from "../spec/spec.js";
import { isRequired } from "../spec/fields.js";
import { anything } from "../spec/types.js";
import type { DocsContext } from "./context.js";
import { examplesCell } from "./examples.js";
import { type Cell, tableCells, textOf } from "./table.js";
import { descriptionCell } from "./texts.js";

/** The view of the template `docs/model`, without the header. */
export type FieldsView = {
  readonly hasFields: boolean;
  /** Whether there is an Example column: at least one field has an example. */
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

/** A field: its cells, and its facts as plain text for templates without a table. */
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
  const fields = shownFields(model, context);
  const hasExamples = fields.some(({ field }) => field.examples.length > 0);
  // The heading of a hidden column must not widen the table.
  const headings = { ...fieldHeadings, example: hasExamples ? fieldHeadings.example : "" };
  const cells = fields.map((each) => cellsOf(each, context));
  const { rule, rows } = tableCells([headings, ...cells], context.target.tables);
  return {
    hasFields: fields.length > 0,
    hasExamples,
    table: { headings: rows[0] ?? headings, rule },
    fields: fields.map((each, index) =>
      fieldView(each, rows[index + 1] ?? headings, textOf(cells[index]?.example ?? "")),
    ),
  };
}

/** The fields, and a row for undeclared fields if the spec declares their type (format §4). */
export function shownFields(model: Model, { names, target, othersName }: DocsContext): readonly NamedField[] {
  const fields = names.fields(model);
  const { additionalFields, saysKeep, span } = model;
  const values =
    typeof additionalFields === "object" ? additionalFields : saysKeep ? { type: anything, nullable: true } : undefined;
  if (values === undefined) return fields;
  const others = {
    name: othersName,
    field: { ...unlisted, name: othersName, type: { kind: "map", values, constraints: {} }, span },
  } as const;
  const next = target.fieldOrder === "spec" ? -1 : fields.findIndex(({ field }) => field.name > othersName);
  return next < 0 ? [...fields, others] : fields.toSpliced(next, 0, others);
}

const unlisted = {
  alias: undefined,
  renames: new Map(),
  nullable: false,
  required: false,
  default: undefined,
  readOnly: false,
  writeOnly: false,
  description: undefined,
  examples: [],
  deprecated: undefined,
  externalDocs: undefined,
} as const;

const fieldHeadings: FieldCells = {
  field: "Field",
  type: "Type",
  required: "Required",
  description: "Description",
  example: "Example",
};

function cellsOf({ name, field }: NamedField, { typeCell }: DocsContext): Record<keyof FieldCells, Cell> {
  return {
    field: field.deprecated === undefined ? `\`${name}\`` : `~~\`${name}\`~~`,
    type: typeCell(field),
    required: isRequired(field) ? ":heavy_check_mark:" : ":heavy_minus_sign:",
    description: descriptionCell(field),
    example: examplesCell(field.examples),
  };
}

function fieldView({ name, field }: NamedField, cells: FieldCells, example: string): FieldView {
  return {
    cells,
    name,
    jsonName: field.name,
    isRequired: isRequired(field),
    isDeprecated: field.deprecated !== undefined,
    description: field.description ?? "",
    example,
  };
}
