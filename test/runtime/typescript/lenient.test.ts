/** What lenient reading keeps of a field is written back until the field gets a value. */
import { expect, test } from "vitest";
import * as plain from "../../../templates/typescript/runtime/data-index.js";
import * as t from "../../../templates/typescript/runtime/index.js";

class Film extends t.Model<{
  readonly id: number;
  readonly minutes?: number | undefined;
  readonly title?: string | undefined;
}> {
  static fields(): object {
    return {
      id: t.required("id", t.integer),
      minutes: t.optional("minutes", t.integer),
      title: t.optional("title", t.string),
    };
  }
}

interface Film {
  readonly minutes?: number;
}

const json = { id: 1, minutes: [1.5], zzz: 2 };
const film = t.fromJSON(t.model(Film as never) as t.Type<Film>, json, { lenient: true });

test("is among the additional properties, and reported", () => {
  expect(film.minutes).toBeUndefined();
  expect(film.additionalProperties).toEqual({ minutes: [1.5], zzz: 2 });
  expect(film.toJSON()).toEqual(json);
  expect(film.validate().map(({ path }) => path)).toEqual(["$.minutes"]);
});

test("stays in a copy in which another field changes", () => {
  const copy = film.with({ title: "a" });
  expect(copy.toJSON()).toEqual({ ...json, title: "a" });
  expect(copy.with({ title: undefined }).equals(film)).toBe(true);
});

test("is gone once the field has a value", () => {
  const copy = film.with({ minutes: 90 });
  expect(copy.toJSON()).toEqual({ id: 1, minutes: 90, zzz: 2 });
  expect(copy.equals(t.fromJSON(t.model(Film as never), { id: 1, minutes: 90, zzz: 2 }))).toBe(true);
});

test("is in plain data, too", () => {
  const fields = (): object => ({
    id: plain.required("id", plain.integer),
    minutes: plain.optional("minutes", plain.integer),
  });
  const type = plain.model<{ readonly minutes?: number }>({ fields } as never);
  const read = plain.fromJSON(type, json, { lenient: true });
  expect(read).toEqual({ id: 1, additionalProperties: { minutes: [1.5], zzz: 2 } });
  expect(plain.write(type, read)).toEqual(json);
  expect(plain.validate(type, read).map(({ path }) => path)).toEqual(["$.minutes"]);
  expect(() => plain.write(type, { ...read, minutes: 90 })).toThrow("$.minutes has a property of its own");
});

test("has no effect where a number stands for the options", () => {
  expect(() => t.fromJSON(t.model(Film as never), json, 1)).toThrow("$.minutes");
});
