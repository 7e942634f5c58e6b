/** The description on the page of a definition. */
import type { Naming } from "../names/rules.js";
import type { Definition } from "../spec/spec.js";

/** The description, and the names that the class had before, for those who look for one of them. */
export function pageDescription(definition: Definition, names: Naming): string {
  const former = names.formerClasses(definition).map(({ className }) => `\`${className}\``);
  const formerly = former.length === 0 ? [] : [`Formerly ${former.join(", ")}.`];
  return [definition.description ?? "", ...formerly].filter((text) => text !== "").join("\n\n");
}
