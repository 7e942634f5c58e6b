/** Whether two schemas mean one type, whatever is said about it. */
import { plainScalar } from "./scalars.js";
import type { Schema, Type } from "./schema.js";

export function sameType(one: Schema, other: Schema): boolean {
  return one.type === other.type || signatureOf(one.type) === signatureOf(other.type);
}

/** A text that two types share if they have one structure; a component stands for itself. */
export function signatureOf(type: Type): string {
  switch (type.kind) {
    case "scalar":
      return plainScalar(type.scalar);
    case "constant":
      return `= ${JSON.stringify(String(type.value.scalar))} ${typeof type.value.scalar}`;
    case "component":
      return `#${JSON.stringify(type.component.name)}`;
    case "array":
      return `[${ofSchema(type.items)}]`;
    case "map":
      return `<${ofSchema(type.values)}>`;
    case "enum":
      return `${type.open ? "open" : "closed"}${JSON.stringify(type.values.map((each) => String(each.value.scalar)))}`;
    case "union":
      return `(${type.members.map(ofSchema).join("|")})`;
    case "model":
      return modelSignature(type);
  }
}

function modelSignature({ fields, additionalFields, extends: bases }: Extract<Type, { kind: "model" }>): string {
  const parts = fields.map(
    ({ name, required, schema }) => `${JSON.stringify(name)}${required ? "!" : ""}:${ofSchema(schema)}`,
  );
  const rest = typeof additionalFields === "string" ? additionalFields : ofSchema(additionalFields);
  return `{${[...bases.map((each) => JSON.stringify(each.name)), ...parts, rest].join(",")}}`;
}

function ofSchema({ type, nullable }: Schema): string {
  return signatureOf(type) + (nullable ? "?" : "");
}
