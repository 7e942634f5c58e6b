/** Models that extend others: which parts of an `allOf` become `extends`, and which remain. */
import { nameKey } from "./keys.js";
import type { Component, Library } from "./library.js";
import { annotations } from "./notes.js";
import type { Place } from "./place.js";
import { emptyView, merged, type Part, type Parts, type View, type Views } from "./view.js";

export interface Extension {
  readonly bases: readonly Component[];
  /** The model's own fields, and the inherited ones that it changes or requires. */
  readonly additions: View;
}

export class Extensions {
  constructor(
    private readonly library: Library,
    private readonly views: Views,
  ) {}

  /**
   * Undefined unless all parts are models with fields only, at least one of them with a name. Alternatives, in one part
   * at most or next to `allOf`, are not part of a model: each of them is another model with these bases.
   *
   * @param given bases that the schema already has
   */
  of(schema: Place, { parts, own }: Parts, given: readonly Component[] = []): Extension | undefined {
    const components = parts.map((part) => this.componentOf(part));
    const bases = [...new Set([...given, ...components.flatMap((each) => each ?? [])])];
    const isPlain = (part: Part, index: number): boolean => {
      const component = components[index];
      if (component !== undefined) return this.isBase(component);
      return this.views.ofPart(part).every((view) => hasOnlyFields(view, "schema" in part));
    };
    const unions = [own, ...parts.flatMap((part) => this.views.ofPart(part))].filter(hasAlternatives);
    if (unions.length > 1) return undefined;
    if (bases.length === 0 || !parts.every(isPlain)) return undefined;
    const others = parts
      .filter((_, index) => components[index] === undefined)
      .flatMap((part) => this.views.ofPart(part));
    return { bases, additions: this.#additions(bases, merged([emptyView(schema), ...others, own])) };
  }

  /** Whether a component is a model that others can extend. */
  isBase({ place }: Component): boolean {
    const view = this.views.of(place);
    const isObject = view.properties.size > 0 || saysOnlyObject(view);
    return isObject && hasOnlyFields(view, false);
  }

  componentOf(part: Part): Component | undefined {
    const target = "ref" in part && !part.onlyFields ? this.library.schemaAt(part.ref) : undefined;
    return target !== undefined && "component" in target ? target.component : undefined;
  }

  #additions(bases: readonly Component[], own: View): View {
    const inherited = merged(bases.map((each) => this.views.of(each.place)));
    const isInherited = (name: string): boolean => inherited.properties.has(name);
    const demanded = [...own.required.keys()].filter((name) => isInherited(name) && !inherited.required.has(name));
    const shared = bases.length > 1 ? fieldsInSeveral(inherited) : [];
    const names = new Set([...own.properties.keys(), ...demanded, ...shared]);
    const schemasOf = (name: string): readonly Place[] => {
      return [...(inherited.properties.get(name) ?? []), ...(own.properties.get(name) ?? [])];
    };
    const required = [...inherited.required, ...own.required].filter(
      ([name]) => names.has(name) || (!isInherited(name) && !inherited.required.has(name)),
    );
    const properties = new Map([...names].map((name) => [name, schemasOf(name)]));
    return {
      ...own,
      properties,
      required: new Map(required),
      sources: new Set([...inherited.sources, ...own.sources]),
    };
  }
}

/** Whether a schema is an object that says nothing of its properties. */
function saysOnlyObject({ keys, required }: View): boolean {
  const others = [...keys.keys()].filter((key) => !annotations.has(key) && !key.startsWith("x-"));
  return keys.get("type")?.text === "object" && others.length === 1 && required.size === 0;
}

function hasAlternatives({ keys }: View): boolean {
  return keys.has("oneOf") || keys.has("anyOf");
}

function hasOnlyFields(view: View, orAlternatives: boolean): boolean {
  const others = ["enum", "const", "items"].some((key) => view.keys.has(key));
  return !others && (orAlternatives || !hasAlternatives(view)) && mayBeObject(view.keys.get("type"));
}

/** Whether a `type` allows only objects, or only objects and null. */
function mayBeObject(type: Place | undefined): boolean {
  if (type === undefined) return true;
  const types = type.isSequence ? [...type.items()].map((each) => each.text) : [type.text];
  return types.includes("object") && types.every((each) => each === "object" || each === "null");
}

/** Fields of several bases: the same one, or those that would have one name. */
function fieldsInSeveral({ properties }: View): readonly string[] {
  const first = new Map<string, string>();
  for (const name of properties.keys()) if (!first.has(nameKey(name))) first.set(nameKey(name), name);
  return [...properties].flatMap(([name, schemas]) =>
    schemas.length > 1 || first.get(nameKey(name)) !== name ? [name] : [],
  );
}
