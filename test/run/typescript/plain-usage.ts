/** Type checks for the plain data of `test/cases/pets`, compiled with every strict flag. */
import { type Decimal, type Issue, shared, type UnknownMember, unrecognized } from "./sdk/models/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export function same<A, B>(_: Same<A, B>): void {}

same<shared.Cat["id"], bigint>(true);
same<shared.Cat["bornAt"], string | undefined>(true);
same<shared.Cat["nick"], string | null | undefined>(true);
same<shared.Cat["price"], Decimal | undefined>(true);
same<Decimal, string | number>(true);
same<shared.Cat["kind"], "cat">(true);

/** Plain data can be written as a literal. */
export const dog: shared.Dog = { kind: "dog", tricks: ["roll"] };
export const tom: shared.Cat = shared.createCat({ id: 1, name: "Tom", owner: { fullName: "Ada" } });
export const copy: shared.Cat = { ...tom, lives: 3, status: unrecognized("sold") };
export const order: shared.Order = shared.createOrder({ animals: [dog, copy, { kind: "dog" }] });
export const owner: shared.Owner = { fullName: "Ada", additionalProperties: { shoes: 42 } };
export const issues: readonly Issue[] = shared.validateOrder(order);
export const json: Record<string, unknown> = shared.writeOrder(order);

/** A discriminated union narrows by its tag, with a case for members that are not known. */
export function voice(animal: shared.Animal): string {
  switch (animal.kind) {
    case "cat":
      return `${animal.lives} lives`;
    case "dog":
      return animal.tricks?.join() ?? "";
    case undefined:
      return JSON.stringify(animal.$unknown);
  }
}

export function isUnknown(animal: shared.Animal): animal is UnknownMember & shared.Animal {
  return "$unknown" in animal;
}

// @ts-expect-error: a required field is missing
export const unnamed: shared.Cat = { kind: "cat", id: 1n, owner: null };
// @ts-expect-error: plain data is read-only
tom.name = "Tim";
// @ts-expect-error: the model has no such field
shared.createDog({ tail: 1 });
// @ts-expect-error: further fields are numbers
shared.createOwner({ fullName: "Ada", additionalProperties: { shoes: "42" } });
// @ts-expect-error: there are no further fields
shared.createOwnerAddress({ street: "Main St", additionalProperties: {} });
// @ts-expect-error: the tag determines the member
shared.createOrder({ animals: [{ id: 1, name: "Tom", owner: null }] });

/** Other modules can add members. */
declare module "./sdk/models/shared/dog.js" {
  interface Dog {
    readonly selected?: boolean;
  }
}

export const selected: shared.Dog = { ...dog, selected: true };

/** What a validation library asks of a type: version 1 of the Standard Schema, in its own words. */
interface StandardSchemaV1<Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => { readonly value: Output } | { readonly issues: readonly unknown[] };
  };
}

export const schemas: readonly [StandardSchemaV1<shared.Cat>, StandardSchemaV1<shared.Animal>] = [
  shared.Cat,
  shared.Animal,
];
