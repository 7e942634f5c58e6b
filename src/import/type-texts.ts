/** Types as a spec writes them in a text: `Address[]?`, `map<any>`. */
import type { Findings } from "./findings.js";
import { componentsIn } from "./graph.js";
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

  /** The type as text where that says all there is to say of it but its constraints; undefined where it needs keys. */
  of(whole: Type): string | undefined {
    const type = this.simplest(whole);
    switch (type.kind) {
      case "scalar":
        return type.scalar;
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
      case "constant":
        return undefined;
      case "union":
        return this.isAnything(type) ? "any" : this.names.apart(type);
      default:
        return this.names.apart(type);
    }
  }

  /** A union of one, once names for other types are seen through, is that one. */
  simplest(type: Type): Type {
    if (type.kind !== "union" || this.isAnything(type)) return type;
    const [first, second] = this.distinct(type.members);
    return first !== undefined && second === undefined ? this.simplest(first.type) : type;
  }

  /**
   * Whether a union can only be said to be anything: no language can tell its members apart, or not all of them are part of
   * the spec, since a family without unions has not walked them.
   */
  isAnything(union: UnionDeclaration): boolean {
    if (union.ambiguous) return true;
    const isWhole = [...componentsIn({ type: union })].every((component) => this.names.includes(component));
    if (!isWhole) this.findings.loss("a union of models that the documented family does not have", union.place);
    return !isWhole;
  }

  /** The members of a union, several names for one type as one. */
  distinct(members: readonly Schema[]): readonly Schema[] {
    const signatures = members.map(({ type }) => this.#signature(type));
    return members.filter((_, index) => signatures.indexOf(signatures[index] as string) === index);
  }

  #whole({ type, nullable, notes }: Schema): string | undefined {
    const isConstrained = "constraints" in type && type.constraints.size > 0;
    const text = isConstrained || notesEntries(notes).length > 0 ? undefined : this.of(type);
    return text && (nullable ? `${text}?` : text);
  }

  #signature(type: Type): string {
    if (type.kind === "union" && this.isAnything(type)) return "any";
    if (type.kind !== "component") return this.schemas.signature(type);
    const named = this.schemas.component(type.component).type;
    const isOtherName = named.kind === "component" || (named.kind === "union" && this.isAnything(named));
    return isOtherName ? this.#signature(named) : this.schemas.signature(type);
  }
}
