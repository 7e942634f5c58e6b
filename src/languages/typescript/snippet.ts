/** Snippets of the docs that show how a class is used. They compile and run where their page lies. */
import type { Enum, Model, Type } from "../../spec/spec.js";
import { assignment, atom } from "./expressions.js";
import { folderOf, modelsFolder, relativePath } from "./files.js";
import { lay } from "./layout.js";
import type { TypeScriptNames } from "./names.js";
import { type Samples, samplesOf } from "./samples.js";

/** The example of a model's or enum's page, without the code fence. */
export function exampleSnippet(definition: Model | Enum, names: TypeScriptNames): string {
  const samples = samplesOf(names);
  const usage =
    definition.kind === "enum" ? enumUsage(definition, samples, names) : modelUsage(definition, samples, names);
  const path = relativePath(folderOf(names.docsPath(definition)), `${modelsFolder}/index.js`);
  const namespaces = new Set([names.namespaceAlias(definition), ...samples.namespaces()]);
  return `import { ${[...namespaces].toSorted().join(", ")} } from "${path}";\n\n${usage}`;
}

/** An expression whose value has the type. */
export function sampleOf(type: Type, names: TypeScriptNames): string {
  return lay({ indent: 0, before: "", after: ";" }, samplesOf(names).value(type)).slice(0, -1);
}

function modelUsage(model: Model, samples: Samples, names: TypeScriptNames): string {
  if (model.abstract) return `declare const value: ${names.qualifiedName(model)};`;
  return lay({ indent: 0, after: ";" }, assignment("const value", samples.model(model)));
}

function enumUsage(definition: Enum, samples: Samples, names: TypeScriptNames): string {
  const type = names.qualifiedName(definition);
  return lay(
    { indent: 0, after: ";" },
    assignment(`const value: ${type}`, samples.member(definition) ?? atom("undefined")),
  );
}
