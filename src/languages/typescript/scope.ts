/** The names of definitions in a generated file. */
import { nameIn, pascal } from "../../names/casing.js";
import type { Piece } from "../../code/code.js";
import type { Definition } from "../../spec/spec.js";
import { imported, runtime } from "./dialect.js";
import { folderOf, runtimeFolder } from "./files.js";
import type { TypeScriptNames } from "./names.js";

export interface Scope {
  /** The name of a definition's class, enum or union in this file. Printing it imports it. */
  nameOf(definition: Definition): Piece;
  /** The base class of models. Printing it imports it. */
  readonly model: Piece;
}

/** The scope of the file that declares a definition. */
export function scopeOf(self: Definition, names: TypeScriptNames): Scope {
  const ownName = names.className(self);
  const known = new Map<Definition, Piece>([[self, ownName]]);
  const taken = new Set(self.kind === "model" ? [ownName, "Model"] : [ownName]);
  const folder = folderOf(names.codePath(self));
  // If modules import each other in a cycle, rolldown keeps every class that extends `t.Model`.
  const model = imported("Model", "Model", names.importPath(folder, `${runtimeFolder}/index`));
  return {
    model: ownName === "Model" ? runtime("Model") : model,
    nameOf(definition) {
      let name = known.get(definition);
      if (name === undefined) {
        const free = freeName(definition, names, taken);
        taken.add(free);
        const path = names.importPath(folder, names.codePath(definition));
        name = imported(names.className(definition), free, path);
        known.set(definition, name);
      }
      return name;
    },
  };
}

/** The name of a class, prefixed with its namespace if a class of another namespace has the same name. */
function freeName(definition: Definition, names: TypeScriptNames, taken: ReadonlySet<string>): string {
  let name = names.className(definition);
  if (taken.has(name)) name = `${inPascal(names.namespace(definition))}${name}`;
  while (taken.has(name)) name += "_";
  return name;
}

const inPascal = nameIn(pascal);
