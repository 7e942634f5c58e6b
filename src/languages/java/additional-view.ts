/** What becomes of the JSON fields that a model does not know. */
import { piece, type Piece } from "../../code/code.js";
import { twoParts } from "../../code/layouts.js";
import type { NamedField } from "../../names/rules.js";
import type { Model, Slot } from "../../spec/spec.js";
import { assignment, continuation } from "./dialect.js";
import { exactly, type ModelFile } from "./field-view.js";
import { holdsNull, javaType } from "./types.js";

export type AdditionalView = {
  /** Whether they are kept; else they are mistakes. */
  readonly isKept: boolean;
  /** The property that holds them, in the class and in its builder. */
  readonly name: string;
  readonly comment: string;
  /** What `@Exact` says of them, in brackets. */
  readonly exactly: string;
  /** The map that holds them. */
  readonly stored: Piece;
  /** The map that people get. */
  readonly shown: Piece;
  /** In the builder. */
  readonly declaration: Piece;
  /** From the builder to the model. */
  readonly assignment: Piece;
  /** The statement of the method that returns them, and the method's name. */
  readonly getter: Piece;
  readonly getterName: string;
  /** One of them, as people give it. */
  readonly value: Piece;
  /** From what people give to what is held. */
  readonly storedValue: Piece;
};

const rejected: AdditionalView = {
  isKept: false,
  name: "",
  comment: "",
  exactly: "",
  stored: "",
  shown: "",
  declaration: "",
  assignment: "",
  getter: "",
  getterName: "",
  value: "",
  storedValue: "",
};

export function additionalView(additional: Model["additionalFields"], file: ModelFile): AdditionalView {
  const name = file.additionalName;
  const slot = additionalSlot(additional);
  if (slot === undefined) return rejected;
  const value = javaType(slot.type, file);
  const map = javaType({ kind: "map", values: slot }, file);
  const isNullable = holdsNull(slot);
  const hashMap = file.library("LinkedHashMap");
  const copy = piece`${file.library("Collections")}.unmodifiableMap(new ${hashMap}<>(builder.${name}));`;
  return {
    isKept: true,
    name,
    comment:
      additional === "keep"
        ? "{@return the JSON fields that this class does not know; they are written back as they were read}"
        : "{@return the other JSON fields}",
    exactly: exactly({ kind: "map", values: slot }),
    stored: file.world.validation.stored({ kind: "map", values: slot }, file).plain,
    shown: map.value.plain,
    declaration: twoParts(piece`private final ${map.stored.plain} ${name} =`, piece`new ${hashMap}<>();`, continuation),
    assignment: assignment(`this.${name}`, copy),
    getter: twoParts("return", piece`${map.show?.of(name) ?? name};`, continuation),
    getterName: file.world.accessors.additional,
    value: isNullable ? value.value.orNull() : value.value.plain,
    storedValue: storedValue(value.store?.of("value"), isNullable, file),
  };
}

/**
 * A name for the property that holds them. Jackson takes a property whose name is that of a JSON field for the same, so it is
 * none of theirs.
 */
export function additionalName(fields: readonly NamedField[]): string {
  const taken = new Set(fields.flatMap(({ name, field }) => [name, field.name]));
  let name = "additionalProperties";
  while (taken.has(name)) name += "_";
  return name;
}

/** What the fields hold, or undefined where there must be none. */
export function additionalSlot(additional: Model["additionalFields"]): Slot | undefined {
  if (additional === "reject") return undefined;
  return additional === "keep" ? { type: anything, nullable: true } : additional;
}

const anything = { kind: "scalar", scalar: "any", constraints: {} } as const;

function storedValue(stored: Piece | undefined, isNullable: boolean, { library }: ModelFile): Piece {
  if (isNullable) return stored === undefined ? "value" : piece`value == null ? null : ${stored}`;
  return stored ?? piece`${library("Objects")}.requireNonNull(value, "value")`;
}
