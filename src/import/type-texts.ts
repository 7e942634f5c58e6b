/** Prints types as type expressions: `Address[]?`, `map<any>`. */
import { builtInOf } from "../spec/wire-forms.js";
import type { Findings } from "./findings.js";
import { componentsIn } from "./graph.js";
import type { Component } from "./library.js";
import type { Schema, Type, UnionDeclaration } from "./schema.js";
import type { Schemas } from "./schemas.js";
import { notesEntries } from "./spec-entries.js";
import type { SpecNames } from "./spec-names.js";

export class TypeTexts {
  constructor(
    private readonly names: SpecNames,
    private readonly schemas: Schemas,
    private readonly findings: Findings,
  ) {}

  /** The type expression of a type, without its constraints; undefined if the type needs other keys. */
  of(whole: Type): string | undefined {
    const type = this.schemas.simplest(whole);
    switch (type.kind) {
      case "scalar":
        return builtInOf(type.scalar) === type.scalar ? type.scalar : undefined;
      case "component":
        return this.names.reference(type.component);
      case "array": {
        const items = this.#whole(type.items);
        return items && `${items}[]`;
      }
      case "map": {
        const values = this.#whole(type.values);
        return values && `map<${values}>`;
      }
      case "tuple":
      case "constant":
        return undefined;
      case "union":
        return this.isAnything(type) ? "any" : this.names.apart(type);
      default:
        return this.names.apart(type);
    }
  }

  /**
   * Whether a union becomes `any`: no language can distinguish its members, or not all of them are part of the spec,
   * since a family without unions does not visit them.
   */
  isAnything(union: UnionDeclaration): boolean {
    if (union.ambiguous) return true;
    const isWhole = [...componentsIn({ type: union })].every(
      (component) => this.names.includes(component) && !this.#standsForAnything(component),
    );
    if (!isWhole) this.findings.loss("partOfFamily", union.place);
    return !isWhole;
  }

  /** Whether a component is an alias of such a union. */
  #standsForAnything(component: Component, visited: readonly Component[] = []): boolean {
    const { type } = this.schemas.component(component);
    if (type.kind === "component")
      return !visited.includes(component) && this.#standsForAnything(type.component, [...visited, component]);
    return type.kind === "union" && ![...componentsIn({ type })].every((each) => this.names.includes(each));
  }

  #whole({ type, nullable, notes }: Schema): string | undefined {
    const isConstrained = "constraints" in type && type.constraints.size > 0;
    const text = isConstrained || notesEntries(notes).length > 0 ? undefined : this.of(type);
    return text && (nullable ? `${text}?` : text);
  }
}
