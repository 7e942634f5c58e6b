/** Models written like generated ones, for tests of the runtime in place. */
import * as t from "../../../templates/typescript/runtime/index.js";

export class Dog extends t.Model<{
  readonly kind?: "dog" | undefined;
  readonly name?: string | undefined;
  readonly additionalProperties?: t.Dictionary<unknown>;
}> {
  static fields(): t.Fields<Dog> {
    return {
      kind: t.required("kind", t.constant("dog"), "dog"),
      name: t.optional("the name", t.constrained(t.string, t.minLength(2))),
    };
  }
}

export interface Dog {
  readonly kind: "dog";
  readonly name?: string;
}

export class Cat extends t.Model<{
  readonly kind?: "cat" | undefined;
  readonly lives?: number | undefined;
  readonly friend?: object | undefined;
}> {
  static fields(): t.Fields<Cat> {
    return {
      kind: t.required("kind", t.constant("cat"), "cat"),
      lives: t.required("lives", t.integer, 9),
      friend: t.optional("friend", t.nullable(t.union(Pet)), null),
    };
  }
}

export interface Cat {
  readonly kind: "cat";
  readonly lives: number;
  readonly friend?: Pet | null;
}

export class Closed extends t.Model<{
  readonly at?: Date | undefined;
  readonly labels?: t.Dictionary<string> | undefined;
}> {
  static fields(): t.Fields<Closed> {
    return {
      at: t.optional("at", t.dateTime),
      labels: t.optional("labels", t.map(t.string), { a: "b" }) as t.Fields<Closed>["labels"],
    };
  }

  static override additionalProperties(): t.Type<never> {
    return t.none;
  }
}

export interface Closed {
  readonly at?: Date;
  readonly labels: t.Dictionary<string>;
}

export type Pet = Dog | Cat | t.UnknownVariant<"kind">;

export const Pet = {
  members(): t.Type<Pet> {
    return t.byTag<Pet>("kind", t.variant("dog", t.model(Dog)), t.variant("cat", t.model(Cat)));
  },
};

export type Shape = string | number | readonly string[] | Dog | Closed | t.UnknownMember;

export const Shape = {
  members(): t.Type<Shape> {
    return t.byShape<Shape>(t.string, t.number, t.array(t.string), t.model(Dog), t.model(Closed));
  },
};
