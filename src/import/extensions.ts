/** Models that take over the fields of others: what of an `allOf` becomes `extends`, and what remains to be said. */
import type { Component, Library } from "./library.js";
import type { Place } from "./place.js";
import { emptyView, merged, type Part, type Parts, type View, type Views } from "./view.js";

export interface Extension {
  readonly bases: readonly Component[];
  /** The fields that the model has besides, and those of its bases that it changes or demands. */
  readonly additions: View;
}

export class Extensions {
  constructor(
    private readonly library: Library,
    private readonly views: Views,
  ) {}

  /** Undefined where not all parts are models with nothing but fields, one of them with a name. */
  of(schema: Place, { parts, own }: Parts): Extension | undefined {
    const components = parts.map((part) => this.componentOf(part));
    const bases = [...new Set(components.flatMap((each) => each ?? []))];
    const isPlain = (part: Part, index: number): boolean => {
      const component = components[index];
      return component === undefined ? "schema" in part && this.#hasOnlyFields(part.schema) : this.isBase(component);
    };
    if (bases.length === 0 || !parts.every(isPlain)) return undefined;
    const others = parts
      .filter((_, index) => components[index] === undefined)
      .flatMap((part) => this.views.ofPart(part));
    return { bases, additions: this.#additions(bases, merged([emptyView(schema), ...others, own])) };
  }

  /** Whether a component is a model whose fields others can take over. */
  isBase({ place }: Component): boolean {
    return this.views.of(place).properties.size > 0 && this.#hasOnlyFields(place);
  }

  componentOf(part: Part): Component | undefined {
    const target = "ref" in part ? this.library.schemaAt(part.ref) : undefined;
    return target !== undefined && "component" in target ? target.component : undefined;
  }

  #hasOnlyFields(schema: Place): boolean {
    const { keys } = this.views.of(schema);
    const others = ["oneOf", "anyOf", "enum", "const", "items"].some((key) => keys.has(key));
    return !others && mayBeObject(keys.get("type"));
  }

  #additions(bases: readonly Component[], own: View): View {
    const inherited = merged(bases.map((each) => this.views.of(each.place)));
    const isInherited = (name: string): boolean => inherited.properties.has(name);
    const demanded = [...own.required.keys()].filter((name) => isInherited(name) && !inherited.required.has(name));
    const names = new Set([...own.properties.keys(), ...demanded]);
    const schemasOf = (name: string): readonly Place[] => {
      return [...(inherited.properties.get(name) ?? []), ...(own.properties.get(name) ?? [])];
    };
    const required = [...inherited.required, ...own.required].filter(([name]) => names.has(name) || !isInherited(name));
    const properties = new Map([...names].map((name) => [name, schemasOf(name)]));
    return {
      ...own,
      properties,
      required: new Map(required),
      sources: new Set([...inherited.sources, ...own.sources]),
    };
  }
}

/** Whether a `type` that is given allows objects, and besides them at most null. */
function mayBeObject(type: Place | undefined): boolean {
  if (type === undefined) return true;
  const types = type.isSequence ? [...type.items()].map((each) => each.text) : [type.text];
  return types.includes("object") && types.every((each) => each === "object" || each === "null");
}
