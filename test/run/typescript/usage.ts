/** Type checks for the classes of `test/cases/pets`, compiled with every strict flag. */
import { type Decimal, ModelError, type RFCDate, shared, UnknownMember, unrecognized } from "./sdk/models/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export function same<A, B>(_: Same<A, B>): void {}

same<shared.Cat["id"], bigint>(true);
same<shared.Cat["nick"], string | null | undefined>(true);
same<shared.Cat["nickNames"], readonly (string | null)[] | null | undefined>(true);
same<shared.Cat["price"], Decimal | undefined>(true);
same<shared.Cat["bornOn"], RFCDate | undefined>(true);
same<shared.Cat["kind"], "cat">(true);
same<shared.Owner["additionalProperties"][string], number>(true);

export const tom: shared.Cat = new shared.Cat({ id: 1, name: "Tom", owner: { fullName: "Ada" }, nick: undefined });
export const copy: shared.Cat = tom.with({ nick: undefined, lives: 3 });
export const anew: shared.Cat = new shared.Cat(tom);

/** A discriminated union narrows by its tag, with a case for members that are not known. */
export function voice(animal: shared.Animal): string {
  switch (animal.kind) {
    case "cat":
      return `${animal.lives} lives`;
    case "dog":
      return animal.tricks?.join() ?? "";
    case undefined:
      return JSON.stringify(animal.json);
  }
}

export function voiceByClass(animal: shared.Animal): string {
  if (animal instanceof UnknownMember) return JSON.stringify(animal.json);
  return animal instanceof shared.Cat ? animal.name : String(animal.friend);
}

/** A union accepts a model or its plain fields, and contains a model. */
export const order: shared.Order = new shared.Order({
  animals: [tom, { id: 2, name: "Tim", owner: null }, { kind: "dog", tricks: ["roll"] }],
  delivery: { branch: 3 },
});
same<shared.Order["animals"], readonly shared.Animal[]>(true);

/** An open enum narrows too. */
export function chances(status: shared.Status): number {
  switch (status) {
    case shared.Status.Available:
      return 1;
    case "pending":
      return 0.5;
    case shared.Status.InTreatment:
      return 0;
    default:
      return status.length;
  }
}

export const sold: shared.Cat = tom.with({ status: unrecognized("sold") });

/** A closed enum can be matched exhaustively. */
export function capital(country: shared.Country): string {
  switch (country) {
    case "AT":
      return "Vienna";
    case shared.Country.Ch:
      return "Berne";
    case "DE":
      return "Berlin";
  }
}

export function reasons(error: unknown): readonly string[] {
  return error instanceof ModelError ? error.issues.map(({ path, message }) => `${path} ${message}`) : [];
}

// @ts-expect-error: a required field is missing
new shared.Cat({ id: 1, owner: null });
// @ts-expect-error: a value of an open enum that is not listed must be marked as such
new shared.Cat({ id: 1, name: "Tom", owner: null, status: "sold" });
// @ts-expect-error: null is not one of its values
new shared.Cat({ id: 1, name: null, owner: null });
// @ts-expect-error: a required field cannot be left out
tom.with({ name: undefined });
// @ts-expect-error: models are immutable
tom.name = "Tim";
// @ts-expect-error: no member has such a field
new shared.Order({ animals: [{ kind: "dog", tail: 1 }] });
// @ts-expect-error: the model has no such field
new shared.Dog({ tail: 1 });
// @ts-expect-error: further fields are numbers
new shared.Owner({ fullName: "Ada", additionalProperties: { shoes: "42" } });
// @ts-expect-error: there are no further fields
new shared.OwnerAddress({ street: "Main St", additionalProperties: {} });

/** What a validation library asks of a type: version 1 of the Standard Schema, in its own words. */
interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => Result<Output> | Promise<Result<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

type Result<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | {
      readonly issues: ReadonlyArray<{
        readonly message: string;
        readonly path?: ReadonlyArray<PropertyKey> | undefined;
      }>;
    };

export const schemas: readonly [StandardSchemaV1<unknown, shared.Cat>, StandardSchemaV1<unknown, shared.Animal>] = [
  shared.Cat,
  shared.Animal,
];
