/** Enums that an extension gives a name: those with one name and the same values are one type. */
import type { Component, Library } from "./library.js";
import { nameKey } from "./keys.js";
import { nothingSaid } from "./notes.js";
import { valueText } from "./place.js";
import { signatureOf } from "./same-type.js";
import type { EnumDeclaration, Schema, Type } from "./schema.js";
import { anything } from "./typed.js";
import type { View } from "./view.js";

export class NamedEnums {
  readonly #byName = new Map<string, Component>();
  readonly #schemas = new Map<Component, Schema>();
  #components: ReadonlyMap<string, Component> | undefined;

  constructor(private readonly library: Library) {}

  /** A reference to the enum of this name; undefined for a component, and if another type has the name. */
  typeOf(name: string, type: EnumDeclaration, { place, keys }: View): Type | undefined {
    if (this.library.componentAt(place) !== undefined) return undefined;
    const id = nameKey(name);
    this.#components ??= new Map([...this.library.schemas.values()].map((each) => [nameKey(each.name), each]));
    const existing = this.#components.get(id);
    if (existing !== undefined) {
      const [values, own] = [existing.place.get("enum"), keys.get("enum")];
      const isSame = values !== undefined && own !== undefined && valueText(values) === valueText(own);
      return isSame ? { kind: "component", component: existing } : undefined;
    }
    const component = this.#byName.get(id) ?? this.#make(name, type);
    this.#byName.set(id, component);
    const made = this.#schemas.get(component);
    return made !== undefined && signatureOf(made.type) === signatureOf(type)
      ? { kind: "component", component }
      : undefined;
  }

  /** The content of such an enum; undefined for any other component. */
  schemaOf(component: Component): Schema | undefined {
    return this.#schemas.get(component);
  }

  /** Descriptions are those of the fields, which may differ. */
  #make(name: string, type: EnumDeclaration): Component {
    const { place } = type;
    const component = { name, place, isMade: true } as const;
    this.#schemas.set(component, { ...anything(place), type: { ...type, notes: nothingSaid } });
    return component;
  }
}
