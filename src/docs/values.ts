/** The values on an enum's page (format §9). */
import type { NamedValue } from "../names/rules.js";
import type { Enum } from "../spec/spec.js";
import type { DocsContext } from "./context.js";
import { type Cell, tableCells } from "./table.js";
import { descriptionCell } from "./texts.js";
import { verbatim } from "./verbatim.js";

/** The view of the template `docs/enum`, without the header. */
export type ValuesView = {
  /** Whether unlisted values are kept. */
  readonly isOpen: boolean;
  /** Whether there is a Description column: at least one value is described or deprecated. */
  readonly hasDescriptions: boolean;
  readonly table: { readonly headings: ValueCells; readonly rule: string };
  readonly values: readonly ValueView[];
  /** Whether the last row shows what represents unlisted values. */
  readonly showsUnlisted: boolean;
  readonly unlisted: { readonly cells: ValueCells; readonly value: string };
};

/** The cells of a row, escaped and padded. */
export type ValueCells = { readonly name: string; readonly value: string; readonly description: string };

/** A value: its cells, and its facts as plain text for templates without a table. */
export type ValueView = {
  readonly cells: ValueCells;
  readonly name: string;
  readonly value: string;
  readonly isDeprecated: boolean;
  readonly description: string;
};

export function valuesView(definition: Enum, { names, target, unlistedValue }: DocsContext): ValuesView {
  const members = names.members(definition);
  const hasDescriptions = members.some(
    ({ value }) => value.description !== undefined || value.deprecated !== undefined,
  );
  // The heading of a hidden column must not widen the table.
  const headings = { name: "Name", value: "Value", description: hasDescriptions ? "Description" : "" };
  const unlisted = { name: "-", value: unlistedValue?.(definition) ?? "", description: "" };
  const cells = members.map((member) => cellsOf(member, hasDescriptions));
  const { rule, rows } = tableCells([headings, unlisted, ...cells], target.tables);
  return {
    isOpen: definition.open,
    hasDescriptions,
    table: { headings: rows[0] ?? headings, rule },
    values: members.map((member, index) => valueView(member, rows[index + 2] ?? headings)),
    showsUnlisted: unlisted.value !== "",
    unlisted: { cells: rows[1] ?? unlisted, value: unlisted.value },
  };
}

function cellsOf({ name, value }: NamedValue, isDescribed: boolean): Record<keyof ValueCells, Cell> {
  const text = String(value.value);
  return {
    name: value.deprecated === undefined ? `\`${name}\`` : `~~\`${name}\`~~`,
    value: { text, markdown: verbatim(text) },
    description: isDescribed ? descriptionCell({ ...value, externalDocs: undefined }) : "",
  };
}

function valueView({ name, value }: NamedValue, cells: ValueCells): ValueView {
  return {
    cells,
    name,
    value: String(value.value),
    isDeprecated: value.deprecated !== undefined,
    description: value.description ?? "",
  };
}
