/** What a generated file imports, and under which names. */
import type { Definition } from "../../spec/spec.js";
import { nameIn, pascal } from "../../names/casing.js";
import { folderOf, relativePath } from "./files.js";
import type { TypeScriptNames } from "./names.js";

export interface Scope {
  /** The name of a definition's class, enum or union in this file, which imports it from then on. */
  nameOf(definition: Definition): string;
  /** The import declarations, in the order of their text. */
  imports(): readonly string[];
}

/** The scope of the file that declares a definition. */
export function scopeOf(self: Definition, names: TypeScriptNames): Scope {
  const local = new Map([[self, names.className(self)]]);
  const taken = new Set(local.values());
  const folder = folderOf(names.codePath(self));
  const importOf = ([definition, name]: readonly [Definition, string]): string => {
    const exported = names.className(definition);
    const specifier = name === exported ? name : `${exported} as ${name}`;
    return `import { ${specifier} } from "${relativePath(folder, `${names.codePath(definition)}.js`)}";`;
  };
  return {
    nameOf(definition) {
      const known = local.get(definition);
      if (known !== undefined) return known;
      const name = freeName(definition, names, taken);
      local.set(definition, name);
      taken.add(name);
      return name;
    },
    imports: () => [...local].slice(1).map(importOf).toSorted(),
  };
}

/** The name of a class; where it is taken by that of another namespace, with its own namespace before it. */
function freeName(definition: Definition, names: TypeScriptNames, taken: ReadonlySet<string>): string {
  let name = names.className(definition);
  if (taken.has(name)) name = `${inPascal(names.namespace(definition))}${name}`;
  while (taken.has(name)) name += "_";
  return name;
}

const inPascal = nameIn(pascal);
