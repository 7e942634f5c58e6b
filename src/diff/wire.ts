/** What happens to a document that follows one spec when classes of the other read it. */
import { isRequired, otherKeys } from "../spec/fields.js";
import { scalarOf } from "../spec/constants.js";
import type { Definition, Enum, Field, Model, Scalar, Slot, Type, Union } from "../spec/spec.js";
import { atMost, type Severity, type Wire, worst } from "./change.js";
import type { Context, Readers } from "./context.js";

type ReadingContext = Pick<Context, "signatures" | "integersHoldLongs">;

/** Clients with the old type receive the new one, and send the old one. */
export function wireOfTypes(before: Type, after: Type, context: ReadingContext): Wire {
  const reading = new Reading(context);
  return { read: reading.type(after, before), write: reading.type(before, after) };
}

/** The same for whether a field may be absent or null. */
export function wireOfStates(before: Field, after: Field): Wire {
  const sent = (from: Field, to: Field): Severity => {
    const mayBeAbsent = !isRequired(from) && isRequired(to);
    const mayBeNull = from.nullable && !to.nullable && !isAny(to.type);
    return mayBeAbsent || mayBeNull ? "conditional" : "none";
  };
  return { read: sent(after, before), write: sent(before, after) };
}

/** A field that only the sender of a document knows. */
export function unknownField(field: Field, { additionalFields }: Model, context: ReadingContext): Severity {
  if (additionalFields === "keep") return "none";
  if (additionalFields !== "reject") return new Reading(context).slot(field, additionalFields);
  return isRequired(field) ? "breaking" : "conditional";
}

export const silentBoth: Wire = { read: "silent", write: "silent" };
export const noWire: Wire = { read: "none", write: "none" };

function isAny(type: Type): boolean {
  return type.kind === "scalar" && type.scalar === "any";
}

/** Reads values of the type `from` as the type `to`. */
class Reading {
  readonly #context: ReadingContext;
  #depth = 0;

  constructor(context: ReadingContext) {
    this.#context = context;
  }

  slot(from: Slot, to: Slot): Severity {
    const nulls = from.nullable && !to.nullable && !isAny(to.type) ? "conditional" : "none";
    return worst(nulls, this.type(from.type, to.type));
  }

  type(from: Type, to: Type): Severity {
    if (this.#depth > deepest || this.#isSame(from, to)) return "none";
    this.#depth++;
    const result = this.#different(from, to);
    this.#depth--;
    return result;
  }

  #different(from: Type, to: Type): Severity {
    if (isAny(to)) return "none";
    if (isAny(from)) return "conditional";
    const [sent, read] = [definitionOf(from), definitionOf(to)];
    if (sent?.kind === "union") return this.#fromUnion(sent, to);
    if (read?.kind === "union") return this.#toUnion(from, read);
    if (from.kind === "constant" || to.kind === "constant") return this.#constants(from, to);
    if (read?.kind === "enum" || sent?.kind === "enum") return this.#enums(from, to);
    if (from.kind === "array" && to.kind === "array") return this.slot(from.items, to.items);
    if (from.kind === "tuple" || to.kind === "tuple") return this.#tuples(from, to);
    if (from.kind === "map" && to.kind === "map") {
      const keys = to.keys !== undefined && !to.keys.open ? "conditional" : "none";
      return worst(from.keys === to.keys ? "none" : keys, this.slot(from.values, to.values));
    }
    if (sent?.kind === "model" && read?.kind === "model") return this.#models(sent, read);
    if (from.kind === "map" && read?.kind === "model") {
      const needed = read.fields.some(isRequired);
      return worst(
        "silent",
        needed ? "conditional" : "none",
        ...read.fields.map((each) => this.slot(from.values, each)),
        this.#undeclared(from.values, read),
      );
    }
    if (sent?.kind === "model" && to.kind === "map") {
      return worst("silent", ...[...sent.fields, ...undeclaredIn(sent)].map((each) => this.slot(each, to.values)));
    }
    if (from.kind === "scalar" && to.kind === "scalar") return scalarRead(from.scalar, to.scalar, this.#context);
    return "breaking";
  }

  #tuples(from: Type, to: Type): Severity {
    if (from.kind === "tuple" && to.kind === "tuple") {
      if (from.items.length !== to.items.length) return "breaking";
      return worst(...from.items.map((item, at) => this.slot(item, to.items[at]!)));
    }
    if (from.kind === "tuple" && to.kind === "array") {
      return worst(...from.items.map((item) => this.slot(item, to.items)));
    }
    if (from.kind === "array" && to.kind === "tuple") {
      return worst("conditional", ...to.items.map((item) => this.slot(from.items, item)));
    }
    return "breaking";
  }

  #fromUnion({ members }: Union, to: Type): Severity {
    const model = definitionOf(to);
    const each = members.map(({ type }) => (this.#isSame(type, to) ? "none" : this.#member(type, model, to)));
    if (each.every((severity) => severity === "breaking")) return "breaking";
    return atMost("conditional", worst(...each));
  }

  #isSame(one: Type, other: Type): boolean {
    const { signatures } = this.#context;
    return signatures.type(one) === signatures.type(other);
  }

  #member(type: Type, model: Definition | undefined, to: Type): Severity {
    const [sent, severity] = [definitionOf(type), this.type(type, to)];
    return sent?.kind === "model" && model?.kind === "model" ? worst("silent", severity) : severity;
  }

  /** Another model is read as the one that is expected, if it has all that this one requires. */
  #models(sent: Model, read: Model): Severity {
    const given = new Map(sent.fields.map((field) => [field.name, field]));
    const known = new Set(read.fields.flatMap(keysOf));
    const fits = read.fields.map((field): Severity => {
      const key = keysOf(field).find((name) => given.has(name));
      const other = key === undefined ? undefined : given.get(key);
      if (other === undefined) return isRequired(field) ? "breaking" : "none";
      const severity = worst(this.type(other.type, field.type), wireOfStates(other, field).write);
      return isRequired(other) ? severity : atMost("conditional", severity);
    });
    const others = sent.fields.filter(({ name }) => !known.has(name));
    const lost = others.map((field) => worst("silent", unknownField(field, read, this.#context)));
    return worst(...fits, ...lost, ...undeclaredIn(sent).map((each) => this.#undeclared(each, read)));
  }

  /** Values of keys that a model does not declare. A document need not have any. */
  #undeclared(values: Slot, { additionalFields }: Model): Severity {
    if (additionalFields === "keep") return "none";
    return additionalFields === "reject" ? "conditional" : atMost("conditional", this.slot(values, additionalFields));
  }

  /** Values that no member accepts are kept as unknown ones. */
  #toUnion(from: Type, { members }: Union): Severity {
    const each = members.map(({ type }) => this.type(from, type));
    return each.includes("none")
      ? "none"
      : each.every((severity) => severity === "breaking")
        ? "conditional"
        : "silent";
  }

  #constants(from: Type, to: Type): Severity {
    if (from.kind === "constant" && to.kind === "constant") return "breaking";
    if (from.kind === "constant") {
      const definition = definitionOf(to);
      if (definition?.kind === "enum") return fitsEnum(from.value, definition) ? "none" : "breaking";
      const asScalar: Type = { kind: "scalar", scalar: scalarOf(from), constraints: {} };
      return this.type(asScalar, to) === "breaking" ? "breaking" : "none";
    }
    if (to.kind !== "constant") return "breaking";
    const definition = definitionOf(from);
    if (definition?.kind === "enum") return fitsEnum(to.value, definition) ? "conditional" : "breaking";
    const asScalar: Type = { kind: "scalar", scalar: scalarOf(to), constraints: {} };
    return this.type(asScalar, from) === "breaking" ? "breaking" : "conditional";
  }

  #enums(from: Type, to: Type): Severity {
    const [sent, read] = [enumOf(from), enumOf(to)];
    const base = this.type(sent === undefined ? from : baseOf(sent), read === undefined ? to : baseOf(read));
    if (base === "breaking" || read === undefined || read.open) return base;
    const isListed = sent !== undefined && !sent.open && sent.values.every(({ value }) => fitsEnum(value, read));
    return isListed ? base : "conditional";
  }
}

/** The names in JSON by which a field is read. */
function keysOf(field: Field): readonly string[] {
  return [field.name, ...otherKeys(field)];
}

/** The values of keys that a model does not declare. */
function undeclaredIn({ additionalFields }: Model): readonly Slot[] {
  if (additionalFields === "reject") return [];
  return [additionalFields === "keep" ? anything : additionalFields];
}

const anything: Slot = { type: { kind: "scalar", scalar: "any", constraints: {} }, nullable: true };

/** Types that are nested deeper are not compared. */
const deepest = 50;

function definitionOf(type: Type): Definition | undefined {
  return type.kind === "reference" ? type.to : undefined;
}

function enumOf(type: Type): Enum | undefined {
  const definition = definitionOf(type);
  return definition?.kind === "enum" ? definition : undefined;
}

function baseOf({ base }: Enum): Type {
  return { kind: "scalar", scalar: base === "string" ? "string" : "long", constraints: {} };
}

function fitsEnum(value: unknown, { values }: Enum): boolean {
  return values.some((each) => each.value === value || each.renamedFrom?.some((former) => former === value));
}

/** The scalars whose values are all read as a value of this one, besides itself. */
const wider: Partial<Record<Scalar, readonly Scalar[]>> = {
  int32: ["integer", "long", "number", "float", "decimal", "decimal as number"],
  integer: ["long", "number", "decimal", "decimal as number"],
  long: ["number", "decimal", "decimal as number"],
  float: ["number", "decimal", "decimal as number"],
  number: ["decimal", "decimal as number"],
  "decimal as number": ["decimal", "number"],
  decimal: [],
  "date-time as epoch-seconds": ["number", "decimal", "decimal as number"],
  "date-time as epoch-milliseconds": ["number", "decimal", "decimal as number"],
};

const numeric: ReadonlySet<Scalar> = new Set(Object.keys(wider) as Scalar[]);

/** The formats of strings that only `validate` checks. */
export const textFormats: ReadonlySet<Scalar> = new Set(["uuid", "uri", "email", "time", "duration"]);

/** The formats of strings that reading checks. */
const parsed: ReadonlySet<Scalar> = new Set(["date", "date-time", "local-date-time", "bytes", "long as string"]);

function scalarRead(from: Scalar, to: Scalar, { integersHoldLongs }: Readers): Severity {
  if (integersHoldLongs && from === "long" && to === "integer") return "none";
  if (numeric.has(from) && numeric.has(to)) {
    const isEpoch = from.includes("epoch") && to.includes("epoch");
    return isEpoch ? "silent" : (wider[from]?.includes(to) ?? false) ? "none" : "conditional";
  }
  const [sent, read] = [stringKind(from), stringKind(to)];
  if (sent === undefined || read === undefined || (sent === "parsed" && read === "parsed")) return "breaking";
  return read === "any" ? "none" : "conditional";
}

/** How a string is checked; undefined for types that are no strings in JSON. */
function stringKind(scalar: Scalar): "any" | "format" | "parsed" | undefined {
  if (scalar === "string") return "any";
  if (textFormats.has(scalar)) return "format";
  // A decimal may be a string.
  return parsed.has(scalar) || scalar === "decimal" ? "parsed" : undefined;
}
