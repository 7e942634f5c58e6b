/** Resolves components that are aliases of other types, without reading them in full. */
import type { Library } from "./library.js";
import type { Component } from "./library.js";
import type { Place } from "./place.js";
import { primitives, scalarOf, scalarSignature } from "./scalars.js";
import { componentSignature } from "./same-type.js";
import type { Style } from "./schema.js";
import { otherValues, type Views } from "./view.js";

/** Longer chains of aliases are not resolved. */
const longestChain = 20;

export class Aliases {
  constructor(
    private readonly library: Library,
    private readonly views: Views,
    private readonly style: Style,
  ) {}

  /** A string that equal types share (see `signatureOf`). */
  signature(component: Component): string {
    return this.#ofSchema(component.place, 0) ?? componentSignature(component);
  }

  #ofSchema(schema: Place, depth: number): string | undefined {
    if (depth > longestChain) return undefined;
    const reference = schema.size === 1 ? schema.get("$ref") : undefined;
    if (reference !== undefined) return this.#ofReference(reference, depth);
    const view = this.views.of(schema);
    const { keys, properties, required } = view;
    if (
      properties.size > 0 ||
      (this.style === "references" && (required.size > 0 || keys.has("patternProperties"))) ||
      otherValues(view, "type").length > 0 ||
      ["oneOf", "anyOf", "enum", "const", "prefixItems", "x-extensible-enum"].some((key) => keys.has(key))
    )
      return undefined;
    const type = keys.get("type")?.text ?? "";
    if (primitives.includes(type)) return scalarSignature(scalarOf(type, view, this.style).scalar);
    const [part, brackets] = type === "array" ? [keys.get("items"), "[]"] : [keys.get("additionalProperties"), "<>"];
    if ((type !== "array" && type !== "object") || part === undefined || !part.isMapping) return undefined;
    const inner = this.#ofSchema(part, depth + 1);
    return inner && `${brackets.charAt(0)}${inner}${brackets.charAt(1)}`;
  }

  #ofReference(reference: Place, depth: number): string | undefined {
    const target = this.library.schemaAt(reference);
    if (target === undefined) return undefined;
    if ("place" in target) return this.#ofSchema(target.place, depth + 1);
    return this.#ofSchema(target.component.place, depth + 1) ?? componentSignature(target.component);
  }
}
