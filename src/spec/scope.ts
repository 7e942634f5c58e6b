/** Resolves names to definitions. */
import { addTo } from "./groups.js";
import type { NamedType } from "./type-syntax.js";

/** A declaration under `models:` that others can refer to. */
export interface Named {
  readonly name: string;
  readonly namespace: string | undefined;
}

export type Found<T> =
  | { readonly kind: "found"; readonly what: T }
  | { readonly kind: "ambiguous"; readonly candidates: readonly T[] }
  | { readonly kind: "unknown" };

export class Scope<T extends Named> {
  readonly #byName = new Map<string, T[]>();

  constructor(all: readonly T[]) {
    for (const each of all) addTo(this.#byName, each.name, each);
  }

  /**
   * Looks up `Name` in its own namespace, then in all others if it is unique, then `namespace.Name`; `.Name` is one
   * whose file sets no namespace.
   */
  find({ name }: Pick<NamedType, "name">, namespace: string | undefined): Found<T> {
    const candidates = this.#byName.get(name) ?? [];
    const own = candidates.find((each) => each.namespace === namespace);
    if (own !== undefined) return { kind: "found", what: own };
    if (candidates.length > 1) return { kind: "ambiguous", candidates };
    const only = candidates[0] ?? this.#qualified(name);
    return only === undefined ? { kind: "unknown" } : { kind: "found", what: only };
  }

  #qualified(name: string): T | undefined {
    for (let dot = name.lastIndexOf("."); dot >= 0; dot = name.lastIndexOf(".", dot - 1)) {
      const namespace = dot === 0 ? undefined : name.slice(0, dot);
      const found = this.#byName.get(name.slice(dot + 1))?.find((each) => each.namespace === namespace);
      if (found !== undefined || dot === 0) return found;
    }
    return undefined;
  }

  /** The names without their namespaces, each once. */
  names(): Iterable<string> {
    return this.#byName.keys();
  }
}

/** The name by which other namespaces refer to a definition. */
export function qualifiedName({ name, namespace }: Named): string {
  return `${namespace ?? ""}.${name}`;
}
