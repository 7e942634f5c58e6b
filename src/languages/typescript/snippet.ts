/** Snippets in docs that show how to use a class. They compile and run in the folder of their page. */
import { join } from "node:path/posix";
import { isForSite, type Target } from "../../config/config.js";
import { pathIn } from "../../render/page.js";
import { type Code, code, symbol } from "../../code/code.js";
import { layOut } from "../../code/lay-out.js";
import type { Enum, Model, Type, Union } from "../../spec/spec.js";
import { dialect } from "./dialect.js";
import { assignment, atom } from "./expressions.js";
import { folderOf, modelsFolder } from "./files.js";
import type { TypeScriptNames } from "./names.js";
import { samplesOf } from "./samples.js";

/** The example of a model's or enum's page, without the code fence. */
export function exampleSnippet(definition: Model | Enum, names: TypeScriptNames, target: Target): string {
  const statement = definition.kind === "enum" ? enumUsage(definition, names) : modelUsage(definition, names);
  const namespaces = statement.imports.toSorted().join(", ");
  const path = indexPath(names.docsPath(definition), names, target);
  return `import { ${namespaces} } from "${path}";\n\n${layOut([statement, ";"], dialect)}`;
}

/** How a page imports the models. The documented format has the path in a target with a single folder. */
function indexPath(page: string, names: TypeScriptNames, { code, docs }: Target): string {
  const index = `${modelsFolder}/index`;
  if (docs === undefined || !isForSite(docs)) return names.importPath(folderOf(page), index);
  return names.importPath(folderOf(join(docs.output, pathIn(docs, page))), join(code.output, pathIn(code, index)));
}

/** An expression whose value is a member of the union. */
export function sampleOf(union: Union, type: Type, names: TypeScriptNames): string {
  return layOut([samplesOf(names).value(union, type), ";"], dialect).slice(0, -1);
}

function modelUsage(model: Model, names: TypeScriptNames): Code {
  if (model.abstract) return code`declare const value: ${qualified(model, names)}`;
  return assignment("const value", samplesOf(names).model(model));
}

function enumUsage(definition: Enum, names: TypeScriptNames): Code {
  const type = qualified(definition, names);
  const value = samplesOf(names).member(definition) ?? atom("undefined");
  return assignment(code`const value: ${type}`, value);
}

/** The name of a definition. Printing it imports its namespace. */
function qualified(definition: Model | Enum, names: TypeScriptNames): Code {
  return symbol(names.qualifiedName(definition), names.namespaceAlias(definition));
}
