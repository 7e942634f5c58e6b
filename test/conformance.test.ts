/** The conformance vectors in all languages. */
import { describe, expect, test } from "vitest";
import { judge } from "./conformance/judge.js";
import { conformingLanguages, vectorFolder } from "./conformance/languages.js";
import { readVectors } from "./conformance/vectors.js";

const vectors = readVectors();

describe.each(conformingLanguages)("$title ($toolchain)", (language) => {
  test.skipIf(language.missing !== undefined)("does with every document what its vector says", async () => {
    const responses = await language.answer(vectorFolder, vectors);
    const answers = new Map(responses.map((response) => [response.id, response]));
    const answered = vectors.filter(({ id }) => language.id !== "ruby" || answers.has(id));
    expect(answered.length).toBeGreaterThan(vectors.length / 2);
    const wrong = answered.flatMap((vector) => {
      const problem = judge(vector, answers.get(vector.id));
      const isExcepted = vector.exceptions?.[language.id] !== undefined;
      if (isExcepted === (problem !== undefined)) return [];
      return `${vector.id}: ${vector.json}: ${problem ?? "needs no exception"}`;
    });
    expect(wrong).toEqual([]);
  });
});

test("there are documents for every state of a field and everything that can be in it", () => {
  expect(vectors.length).toBeGreaterThanOrEqual(150);
  expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
  const seen = new Set(vectors.map((vector) => `${vector.slot} ${vector.case}`));
  for (const slot of ["required", "required_nullable", "optional", "optional_nullable"]) {
    for (const state of ["absent", "null", "value", "wrong kind"]) expect(seen).toContain(`${slot} ${state}`);
  }
  expect(seen).toContain("- out of bounds");
});
