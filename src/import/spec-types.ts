/** Converts schemas to the types of a resolved spec, to check values against them. */
import type { Json } from "../text/json.js";
import { misfit } from "../spec/fits.js";
import type { Constraints, Definition, Enum, Field, Model, Slot, Type, Union } from "../spec/spec.js";
import { toJson } from "../text/tree.js";
import type { Component } from "./library.js";
import { nothingSaid } from "./notes.js";
import type { Place } from "./place.js";
import { discriminatorByConstants, tagsOf } from "../spec/discriminators.js";
import type { Declaration, ModelDeclaration, Schema, UnionDeclaration } from "./schema.js";
import type { Schemas } from "./schemas.js";

export class SpecTypes {
  readonly #definitions = new Map<Declaration, Definition>();

  constructor(private readonly schemas: Schemas) {}

  /** Whether a spec with this schema would accept the value. */
  allows(value: Place, schema: Schema): boolean {
    return misfit(toJson(value.node), this.#slot(schema)) === undefined;
  }

  #slot({ type, nullable }: Schema): Slot {
    if (type.kind !== "component") return { type: this.#type(type), nullable };
    const slot = this.#component(type.component);
    return { type: slot.type, nullable: nullable || slot.nullable };
  }

  #component(component: Component, visited: readonly Component[] = []): Slot {
    const schema = this.schemas.component(component);
    const isAlias = schema.type.kind === "component" && !visited.includes(schema.type.component);
    if (!isAlias) return { type: this.#type(schema.type), nullable: schema.nullable };
    const slot = this.#component((schema.type as { component: Component }).component, [...visited, component]);
    return { type: slot.type, nullable: schema.nullable || slot.nullable };
  }

  #type(type: Schema["type"]): Type {
    switch (type.kind) {
      case "scalar":
        return { kind: "scalar", scalar: type.scalar, constraints: constraintsOf(type.constraints) };
      case "constant":
        return { kind: "constant", value: type.value.scalar as string | number | boolean };
      case "array":
        return { kind: "array", items: this.#slot(type.items), constraints: constraintsOf(type.constraints) };
      case "tuple":
        return { kind: "tuple", items: type.items.map((item) => this.#slot(item)) };
      case "map":
        return { kind: "map", values: this.#slot(type.values), constraints: constraintsOf(type.constraints) };
      case "component":
        return this.#component(type.component).type;
      default:
        return { kind: "reference", to: this.#definition(type) };
    }
  }

  /** The content of a definition is computed on demand, since definitions can be cyclic. */
  #definition(declaration: Declaration): Definition {
    const known = this.#definitions.get(declaration);
    if (known !== undefined) return known;
    const definition = this.#made(declaration);
    this.#definitions.set(declaration, definition);
    return definition;
  }

  #made(declaration: Declaration): Definition {
    const common = {
      ...nothing,
      name: declaration.variantOf?.name ?? declaration.title?.text ?? "",
      span: declaration.place.span,
    };
    switch (declaration.kind) {
      case "enum": {
        const values = declaration.values.map(({ value }) => ({
          ...nothing,
          name: undefined,
          value: value.scalar as string,
          span: value.span,
        }));
        const base = typeof values[0]?.value === "string" ? "string" : "integer";
        return { ...common, kind: "enum", base, open: declaration.open, values } satisfies Enum;
      }
      case "union": {
        const members = (): Union["members"] =>
          declaration.members.map((each) => ({ ...nothing, type: this.#slot(each).type, span: each.place.span }));
        const union: Union = lazily({ ...common, kind: "union" } as const, {
          members,
          discriminator: () => this.#discriminator(union, declaration.discriminator),
        });
        return union;
      }
      case "model": {
        const fields = (): readonly Field[] => this.#fields(declaration);
        const additionalFields = (): Model["additionalFields"] => this.#additionalFields(declaration);
        return lazily(
          {
            ...common,
            kind: "model",
            extends: [],
            abstract: false,
            saysKeep: declaration.additionalFields === true,
          } as const,
          {
            fields,
            additionalFields,
          },
        );
      }
    }
  }

  #discriminator(union: Union, written: UnionDeclaration["discriminator"]): Union["discriminator"] {
    if (written === undefined) return discriminatorByConstants(union);
    const mapped = [...written.mapping].flatMap(([value, component]) =>
      taggedIn(this.#component(component).type).map((to) => [value, to] as const),
    );
    const members = union.members.flatMap(({ type }) => taggedIn(type));
    const derived = members.flatMap((each) => (tagsOf(each, written.field) ?? []).map((tag) => [tag, each] as const));
    return { field: written.field, kind: "string", mapping: new Map(mapped.length > 0 ? mapped : derived) };
  }

  #additionalFields({ additionalFields: rest, extends: bases }: ModelDeclaration): Model["additionalFields"] {
    const inherited = bases.toReversed().map((base) => this.schemas.component(base).type);
    const from = inherited.find((each) => each.kind === "model" && each.additionalFields !== undefined);
    if (rest === undefined && from?.kind === "model") return this.#additionalFields(from);
    if (typeof rest === "object") return this.#slot(rest);
    return rest === false ? "reject" : "keep";
  }

  #fields({ extends: bases, fields }: ModelDeclaration): readonly Field[] {
    const inherited = bases.flatMap((base) => {
      const { type } = this.schemas.component(base);
      return type.kind === "model" ? this.#fields(type) : [];
    });
    const own = fields.map(({ name, required, schema }): Field => ({
      ...nothing,
      ...this.#slot(schema),
      name,
      required,
      alias: undefined,
      renames: new Map(),
      default: undefined,
      readOnly: false,
      writeOnly: false,
      span: schema.place.span,
    }));
    return [...new Map([...inherited, ...own].map((field) => [field.name, field])).values()];
  }
}

const nothing = {
  ...nothingSaid,
  examples: [] as readonly Json[],
  names: new Map<string, string>(),
  namespace: undefined,
  owner: undefined,
};

/** The model or union that a type refers to, which a discriminator can select. */
function taggedIn(type: Type): readonly (Model | Union)[] {
  return type.kind === "reference" && type.to.kind !== "enum" ? [type.to] : [];
}

function constraintsOf(constraints: ReadonlyMap<string, Place>): Constraints {
  return Object.fromEntries([...constraints].map(([name, place]) => [name, place.scalar]));
}

/** An object with values that are computed on first access. */
function lazily<T extends object, L extends object>(eager: T, makers: { readonly [K in keyof L]: () => L[K] }): T & L {
  const object = { ...eager };
  for (const [key, make] of Object.entries(makers) as [string, () => unknown][]) {
    Object.defineProperty(object, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = make();
        Object.defineProperty(object, key, { value, enumerable: true });
        return value;
      },
    });
  }
  return object as T & L;
}
