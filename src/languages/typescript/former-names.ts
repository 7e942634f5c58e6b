/** The names that a definition had before, which its file exports as aliases. */
import type { Definition } from "../../spec/spec.js";
import { functionNames, type TypeScriptNames } from "./names.js";

/** `Person as Human` */
export type FormerName = { readonly now: string; readonly name: string };

/** The class, type and namespace, and the functions for plain data. */
export function formerNames(definition: Definition, names: TypeScriptNames): readonly FormerName[] {
  const now = names.className(definition);
  const hasFunctions = names.style === "interfaces" && definition.kind !== "enum";
  return names.formerClasses(definition).flatMap(({ className: name }) => {
    const [present, former] = [Object.values(functionNames(now)), Object.values(functionNames(name))];
    const functions = present.map((each, index) => ({ now: each, name: former[index]! }));
    return [{ now, name }, ...(hasFunctions ? functions : [])];
  });
}
