import { expect, test } from "vitest";
import { siteDiagrams } from "../../src/docs/site-diagrams.js";
import { javaNames } from "../../src/languages/java/names.js";
import type { Definition } from "../../src/spec/spec.js";
import { field, model, scalar, specOf, targetOf } from "./spec-values.js";

/** Models that each refer to the one before. */
function chain(name: string, length: number, settings: { namespace?: string } = {}): readonly Definition[] {
  const made: Definition[] = [];
  for (let at = 0; at < length; at++) {
    const before = made.at(-1);
    const type = before === undefined ? scalar("string") : ({ kind: "reference", to: before } as const);
    made.push(model(`${name}${at}`, [field("link", { type })], settings));
  }
  return made;
}

function diagramsOf(...definitions: readonly Definition[]) {
  const spec = specOf(...definitions);
  return siteDiagrams(definitions, javaNames(spec, targetOf("java")));
}

test("each group of related definitions has a diagram, the largest first", () => {
  const diagrams = diagramsOf(...chain("Small", 2), model("Alone", []), ...chain("Large", 4));
  expect(diagrams.map(({ title, total }) => [title, total])).toEqual([
    ["Large1", "4"],
    ["Small0", "2"],
  ]);
  expect(diagrams.flatMap(({ classes }) => classes.map(({ id }) => id))).not.toContain("Alone");
  expect(diagrams[0]?.classes[1]?.lines).toEqual(["Large0 link"]);
});

test("a large group shows no fields, and one beyond the limit its most related definitions", () => {
  const [middle] = diagramsOf(...chain("Middle", 10));
  expect(middle).toMatchObject({ isComplete: true, count: "10" });
  expect(middle?.classes.every(({ hasLines }) => !hasLines)).toBe(true);
  expect(middle?.relations).toHaveLength(9);
  const [large] = diagramsOf(...chain("Large", 60));
  expect(large).toMatchObject({ isComplete: false, count: "12", total: "60" });
  expect(large?.classes).toHaveLength(12);
});

test("a group that is too large is drawn by namespace", () => {
  const own = chain("Own", 11, { namespace: "own" });
  const link = model("Link", [field("own", { type: { kind: "reference", to: own[0]! } })], { namespace: "other" });
  const others = Array.from({ length: 9 }, (_, at) =>
    model(`Other${at}`, [field("link", { type: { kind: "reference", to: link } })], { namespace: "other" }),
  );
  expect(diagramsOf(...own, link, ...others).map(({ title, total }) => [title, total])).toEqual([
    ["Own1", "11"],
    ["Link", "10"],
  ]);
});

test("an index has a limited number of diagrams", () => {
  expect(diagramsOf(...Array.from({ length: 30 }, (_, at) => chain(`M${at}x`, 2)).flat())).toHaveLength(12);
});
