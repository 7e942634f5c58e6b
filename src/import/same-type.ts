/** Whether two types are the same, apart from documentation. */
import type { Component } from "./library.js";
import { scalarSignature } from "./scalars.js";
import type { ModelDeclaration, Schema, Type } from "./schema.js";

/** The signature of a component: its own, or that of the type that it is an alias of. */
type OfComponent = (component: Component) => string;

/** A string that types with the same structure share. */
export function signatureOf(type: Type, ofComponent: OfComponent = componentSignature): string {
  const ofSchema = ({ type, nullable }: Schema): string => signatureOf(type, ofComponent) + (nullable ? "?" : "");
  switch (type.kind) {
    case "scalar":
      return scalarSignature(type.scalar);
    case "constant":
      return `= ${JSON.stringify(String(type.value.scalar))} ${typeof type.value.scalar}`;
    case "component":
      return ofComponent(type.component);
    case "array":
      return `[${ofSchema(type.items)}]`;
    case "tuple":
      return `(${type.items.map(ofSchema).join(",")})`;
    case "map":
      return `<${ofSchema(type.values)}>`;
    case "enum":
      return `${type.open ? "open" : "closed"}${JSON.stringify(type.values.map((each) => String(each.value.scalar)))}`;
    case "union":
      return type.ambiguous ? "any" : `(${type.members.map(ofSchema).join("|")})`;
    case "model":
      return modelSignature(type, ofSchema);
  }
}

/** Groups items by key, in the order in which each key first occurs. */
export function grouped<T>(items: readonly T[], textOf: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const text = textOf(item);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** A component that is not an alias. */
export function componentSignature({ name }: Component): string {
  return `#${JSON.stringify(name)}`;
}

function modelSignature(
  { fields, additionalFields, extends: bases }: ModelDeclaration,
  ofSchema: (schema: Schema) => string,
): string {
  const parts = fields.map(
    ({ name, required, schema }) => `${JSON.stringify(name)}${required ? "!" : ""}:${ofSchema(schema)}`,
  );
  const rest = typeof additionalFields === "object" ? ofSchema(additionalFields) : String(additionalFields !== false);
  return `{${[...bases.map((each) => JSON.stringify(each.name)), ...parts, rest].join(",")}}`;
}
