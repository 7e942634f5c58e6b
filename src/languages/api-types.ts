/** Types as code that uses the classes sees them, as far as assignments depend on them. */

/** A class or built-in type; a union of the spec is a name with members. */
export interface NamedType {
  readonly kind: "name";
  readonly name: string;
  /** The types whose values it has, if it is no class of its own. */
  readonly members?: () => readonly ApiType[];
}

export interface GenericType {
  readonly kind: "generic";
  readonly name: string;
  readonly args: readonly ApiType[];
}

export interface EitherType {
  readonly kind: "either";
  readonly types: readonly ApiType[];
}

export type ApiType = NamedType | GenericType | EitherType;

/** What a language knows about its own types. */
export interface Assignability {
  /** The type that all values have. */
  readonly top: string;
  /** The name of arrays, if tuples are arrays. */
  readonly array?: string;
  /** Whether `List<Cat>` is no `List<Pet>`. */
  readonly isInvariant: boolean;
  /** Whether values of a built-in type are values of another. */
  isSubtype(name: string, of: string): boolean;
}

export function named(name: string, members?: () => readonly ApiType[]): NamedType {
  return members === undefined ? { kind: "name", name } : { kind: "name", name, members };
}

export function generic(name: string, ...args: readonly ApiType[]): GenericType {
  return { kind: "generic", name, args };
}

export function either(...types: readonly ApiType[]): ApiType {
  return types.length === 1 ? types[0]! : { kind: "either", types };
}

/** A tuple of a language whose tuples are arrays. */
export function tuple(items: readonly ApiType[]): GenericType {
  return generic(tupleName, ...items);
}

const tupleName = "tuple";

/** The absence of a value, `null` of every language. */
export const nothing = named("null");

export function orNothing(type: ApiType, isNullable: boolean): ApiType {
  return isNullable ? either(type, nothing) : type;
}

/** Whether every value of one type may be used where the other is expected. */
export function isAssignable(from: ApiType, to: ApiType, rules: Assignability, depth = 0): boolean {
  const inner = (one: ApiType, other: ApiType): boolean => isAssignable(one, other, rules, depth + 1);
  if (to.kind === "name" && to.name === rules.top) return true;
  if (from.kind === "either") return from.types.every((each) => inner(each, to));
  if (to.kind === "either") return to.types.some((each) => inner(from, each));
  if (from.kind === "generic" || to.kind === "generic") {
    if (from.kind !== "generic" || to.kind !== "generic") return false;
    if (from.name === tupleName && to.name === rules.array) return from.args.every((each) => inner(each, to.args[0]!));
    if (from.name !== to.name) return false;
    const { args } = to;
    return (
      from.args.length === args.length &&
      from.args.every((each, at) => inner(each, args[at]!) && (!rules.isInvariant || inner(args[at]!, each)))
    );
  }
  if (from.name === to.name || rules.isSubtype(from.name, to.name)) return true;
  // Unions may contain each other.
  if (depth > deepest) return false;
  if (from.members?.().every((each) => inner(each, to))) return true;
  return to.members?.().some((each) => inner(from, each)) ?? false;
}

const deepest = 20;
