/** Snippets of the docs that show how a class is used. */
import type { Enum, Model, Type } from "../../spec/spec.js";
import type { TypeScriptNames } from "./names.js";

/** The example of a model's or enum's page, without the code fence. */
export function exampleSnippet(definition: Model | Enum, names: TypeScriptNames): string {
  const name = names.className(definition);
  return `import { ${name} } from "../../../../${names.codePath(definition)}.js";`;
}

/** An expression whose value has the type. */
export function sampleOf(type: Type, names: TypeScriptNames): string {
  switch (type.kind) {
    case "scalar":
      return type.scalar === "string" ? '"<value>"' : type.scalar === "boolean" ? "true" : "1";
    case "constant":
      return typeof type.value === "string" ? JSON.stringify(type.value) : String(type.value);
    case "array":
      return `[${sampleOf(type.items.type, names)}]`;
    case "map":
      return `{ key: ${sampleOf(type.values.type, names)} }`;
    case "reference":
      return `${names.qualifiedName(type.to)}.fromJSON({})`;
  }
}
