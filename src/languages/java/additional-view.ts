/** How a class handles undeclared JSON fields. */
import { piece, type Piece } from "../../code/code.js";
import { twoParts } from "../../code/layouts.js";
import type { NamedField } from "../../names/rules.js";
import { otherKeys } from "../../spec/fields.js";
import type { Model, Slot } from "../../spec/spec.js";
import { assignment, call, continuation } from "./dialect.js";
import type { ModelFile } from "./field-view.js";
import { holdsNull, javaType } from "./types.js";

export type AdditionalView = {
  /** Whether undeclared fields are kept; if not, they are rejected. */
  readonly isKept: boolean;
  /** The property that holds them, in the class and in its builder. */
  readonly name: string;
  readonly comment: string;
  /** The type of the map that holds them. */
  readonly stored: Piece;
  /** The type of the map that callers get. */
  readonly shown: Piece;
  /** The declaration in the builder. */
  readonly declaration: Piece;
  /** An empty map. */
  readonly nothing: Piece;
  /** The statement of the method that returns them, and the method's name. */
  readonly getter: Piece;
  readonly getterName: string;
  /** The type of one value, as callers pass it. */
  readonly value: Piece;
  /** The statement that adds a value that callers pass to the builder. */
  readonly addition: Piece;
};

const rejected: AdditionalView = {
  isKept: false,
  name: "",
  comment: "",
  stored: "",
  shown: "",
  declaration: "",
  nothing: "",
  getter: "",
  getterName: "",
  value: "",
  addition: "",
};

export function additionalView(additional: Model["additionalFields"], file: ModelFile): AdditionalView {
  const name = file.additionalName;
  const slot = additionalSlot(additional);
  if (slot === undefined) return rejected;
  const value = javaType(slot.type, file);
  const map = javaType({ kind: "map", values: slot, constraints: {} }, file);
  const isNullable = holdsNull(slot);
  const nothing = piece`${file.library("Collections")}.emptyMap()`;
  return {
    isKept: true,
    name,
    comment:
      additional === "keep"
        ? "{@return the JSON fields that this class does not know; they are written back as they were read}"
        : "{@return the other JSON fields}",
    stored: file.world.validation.stored({ kind: "map", values: slot, constraints: {} }, file).plain,
    shown: map.value.plain,
    declaration: twoParts(piece`private ${map.stored.plain} ${name} =`, piece`${nothing};`, continuation),
    nothing,
    getter: twoParts("return", piece`${map.show?.of(name) ?? name};`, continuation),
    getterName: file.world.accessors.additional,
    value: isNullable ? value.value.orNull() : value.value.plain,
    addition: assignment(
      `this.${name}`,
      call(
        piece`${file.library("Copies")}.added(`,
        [`this.${name}`, "name", storedValue(value.store?.of("value"), isNullable, file)],
        ");",
      ),
    ),
  };
}

/**
 * A name for the property that holds the undeclared fields. It must differ from all JSON names, as Jackson would take it for a
 * JSON field of that name.
 */
export function additionalName(fields: readonly NamedField[]): string {
  const taken = new Set(fields.flatMap(({ name, field }) => [name, field.name, ...otherKeys(field)]));
  let name = "additionalProperties";
  while (taken.has(name)) name += "_";
  return name;
}

/** The type of the undeclared fields, or undefined if the model does not allow any. */
export function additionalSlot(additional: Model["additionalFields"]): Slot | undefined {
  if (additional === "reject") return undefined;
  return additional === "keep" ? { type: anything, nullable: true } : additional;
}

const anything = { kind: "scalar", scalar: "any", constraints: {} } as const;

/** Converts a value that callers pass to the stored value. */
function storedValue(stored: Piece | undefined, isNullable: boolean, { library }: ModelFile): Piece {
  if (isNullable) return stored === undefined ? "value" : piece`value == null ? null : ${stored}`;
  return stored ?? piece`${library("Objects")}.requireNonNull(value, "value")`;
}
