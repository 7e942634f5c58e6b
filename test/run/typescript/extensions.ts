/** What users add to the classes of `test/cases/pets`. Compiled with them, with every strict flag, and run. */
import { shared, type UnknownVariant } from "./sdk/models/index.js";

/** The type of what no member of a union is, by its property. */
export const unknownPet: UnknownVariant<"kind"> | undefined = undefined;

/** Declaration merging adds a method, which is not a field. */
declare module "./sdk/models/shared/dog.js" {
  interface Dog {
    bark(times: number): string;
  }
}
shared.Dog.prototype.bark = function (times) {
  return `${this.tricks?.[0] ?? ""} woof`.repeat(times);
};

/** A subclass reads, builds and copies itself. */
export class Tiger extends shared.Cat {
  get stripes(): number {
    return (this.lives ?? 0) * 10;
  }
}

const tiger: Tiger = Tiger.fromJSON({ kind: "cat", id: 1, lives: 9, name: "Sher Khan", owner: null });
export const stripes: readonly number[] = [
  tiger.stripes,
  Tiger.parse(tiger.stringify()).stripes,
  tiger.with({ lives: 1 }).stripes,
  new Tiger(tiger).stripes,
];

/** The reading functions can be passed as values. */
export const cats: readonly shared.Cat[] = [tiger.toJSON()].map(shared.Cat.fromJSON);
