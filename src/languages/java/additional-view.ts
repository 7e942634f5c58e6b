/** What becomes of the JSON fields that a model does not know. */
import type { Model, Slot } from "../../spec/spec.js";
import type { NamedField } from "../../names/rules.js";
import { exactly, type ModelFile } from "./field-view.js";
import { halves } from "./layout.js";
import { holdsNull, javaType, orNull } from "./types.js";

export type AdditionalView = {
  /** Whether they are kept; else they are mistakes. */
  readonly isKept: boolean;
  /** The property that holds them, in the class and in its builder. */
  readonly name: string;
  readonly comment: string;
  /** What `@Exact` says of them, in brackets. */
  readonly exactly: string;
  /** The map that holds them. */
  readonly stored: string;
  /** The map that people get. */
  readonly shown: string;
  /** In the builder. */
  readonly declaration: string;
  /** From the builder to the model. */
  readonly assignment: string;
  readonly getter: string;
  /** One of them, as people give it. */
  readonly value: string;
  /** From what people give to what is held. */
  readonly storedValue: string;
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
  const copy = `${file.library("Collections")}.unmodifiableMap`;
  return {
    isKept: true,
    name,
    comment:
      additional === "keep"
        ? "The JSON fields that this class does not know. They are written back as they were read."
        : "The other JSON fields.",
    exactly: exactly({ kind: "map", values: slot }),
    stored: map.stored,
    shown: map.value,
    declaration: halves(8, `private final ${map.stored} ${name} =`, `new ${hashMap}<>();`),
    assignment: halves(8, `this.${name} =`, `${copy}(new ${hashMap}<>(builder.${name}));`),
    getter: halves(8, "return", `${map.show?.of(name) ?? name};`),
    value: isNullable ? orNull(value.value, file) : value.value,
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

function storedValue(stored: string | undefined, isNullable: boolean, { library }: ModelFile): string {
  if (isNullable) return stored === undefined ? "value" : `value == null ? null : ${stored}`;
  return stored ?? `${library("Objects")}.requireNonNull(value, "value")`;
}
