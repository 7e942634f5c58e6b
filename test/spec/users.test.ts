import { expect, test } from "vitest";
import { usersOf } from "../../src/spec/users.js";
import { resolve } from "./show.js";

test("a place that refers to a definition several times is listed once", () => {
  const spec = resolve(`
models:
  Pet: { fields: { name: string } }
  Base: { fields: { id: string } }
  Nested: { oneOf: [Pet, "Pet[]", "map<Pet[]>", string] }
  Owner: { extends: [Base], fields: { first: Pet, others: "map<Pet[]>" }, additionalProperties: Base }
`);
  const users = [...usersOf(spec)].map(([used, places]) => [
    used.name,
    places.map(({ user, field }) => `${user.name} ${field}`.trim()),
  ]);
  expect(users).toEqual([
    ["Pet", ["Nested", "Owner first", "Owner others"]],
    ["Base", ["Owner"]],
  ]);
});
