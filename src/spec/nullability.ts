/** Whether a declared type allows null, before it is resolved. */
import { isUnion, membersOf } from "./declarations.js";
import type { Declaration } from "./declarations.js";
import { formOf, isMarkedNullable, withoutMark } from "./forms.js";
import type { Lookup } from "./lookup.js";
import type { TypeSource } from "./source.js";
import type { VersionView } from "./versions.js";

/** Longer chains of references are reported elsewhere. */
const deepest = 100;

export class Nullability {
  readonly #lookup: Lookup;
  readonly #versions: VersionView;
  readonly #known = new Map<Declaration, boolean>();
  #depth = 0;

  constructor(lookup: Lookup, versions: VersionView) {
    this.#lookup = lookup;
    this.#versions = versions;
  }

  /**
   * Whether a type in a declaration allows null itself, through a member of its union, or through a reference. `any` holds null
   * as one of its values, so it makes a union nullable, but not itself.
   */
  of(source: TypeSource, declaration: Declaration): boolean {
    if (source.nullable?.value === true || isMarkedNullable(source)) return true;
    switch (formOf(source).form) {
      case "enum":
        return source.enum!.value.some(({ value }) => value.value?.value === null && this.#versions.has(value));
      case "union":
        return this.#ofUnion(source, declaration);
      case "expression":
        return this.#ofReference(source, declaration);
      default:
        return false;
    }
  }

  ofDeclaration(declaration: Declaration): boolean {
    const known = this.#known.get(declaration);
    if (known !== undefined) return known;
    this.#known.set(declaration, false);
    this.#depth++;
    const nullable = this.#depth < deepest && this.of(declaration.source, declaration);
    this.#depth--;
    this.#known.set(declaration, nullable);
    return nullable;
  }

  #ofUnion(source: TypeSource, declaration: Declaration): boolean {
    if (source.oneOf!.value.some(({ value }) => value === null)) return true;
    const members = membersOf(source, declaration.file, this.#versions);
    const hasOthers = isUnion(source, members);
    return members.some(
      (member) => this.of(member.source, declaration) || (hasOthers && this.#isAny(member.source, declaration)),
    );
  }

  /** Whether a type is `any`, by that name or another. */
  #isAny(source: TypeSource, declaration: Declaration, depth = 0): boolean {
    const { form } = formOf(source);
    if (depth === deepest) return false;
    if (form === "union") {
      const members = membersOf(source, declaration.file, this.#versions);
      return !isUnion(source, members) && members.some((each) => this.#isAny(each.source, declaration, depth + 1));
    }
    const type = form === "expression" ? withoutMark(source.type!.value) : undefined;
    if (type?.kind !== "name") return false;
    const target = this.#lookup.quietly(type, declaration);
    return target === undefined ? type.name === "any" : this.#isAny(target.source, target, depth + 1);
  }

  #ofReference(source: TypeSource, declaration: Declaration): boolean {
    const type = withoutMark(source.type!.value);
    const target = type.kind === "name" ? this.#lookup.quietly(type, declaration) : undefined;
    return target !== undefined && this.ofDeclaration(target);
  }
}
