/** The options for numbers and dates, and compiled class fields, in both styles: all documents of the vectors have the same results. */
import { describe, expect, test } from "vitest";
import { judge } from "../../conformance/judge.js";
import { typescriptWith, vectorFolder } from "../../conformance/languages.js";
import type { CompilerOptions } from "./tree.js";
import { readVectors, type Response, type Vector } from "../../conformance/vectors.js";

const vectors = readVectors();

/** The documents for which a target differs from the vectors, or from the exceptions of TypeScript. */
async function differing(
  options: Readonly<Record<string, string>>,
  settings: CompilerOptions = {},
): Promise<readonly (readonly [Vector, Response])[]> {
  const language = typescriptWith("", options, settings);
  const answers = new Map((await language.answer(vectorFolder, vectors)).map((answer) => [answer.id, answer]));
  return vectors.flatMap((vector) => {
    const answer = answers.get(vector.id)!;
    const isAsExpected = judge(vector, answer, false) === undefined;
    const isException = vector.exceptions?.["typescript"] !== undefined;
    return isAsExpected === isException ? [[vector, answer] as const] : [];
  });
}

/** Whether a document is rejected only because of integers beyond 2^53. */
/** A union keeps such a number as unknown, which has no violations. */
function refusesLargeNumbers([{ json }, answer]: readonly [Vector, Response]): boolean {
  const data: unknown = JSON.parse(json);
  return answer.ok ? holdsLarge(data) : answer.errors.every(({ path }) => isLarge(valueAt(data, path)));
}

function holdsLarge(json: unknown): boolean {
  return typeof json === "object" && json !== null ? Object.values(json).some(holdsLarge) : isLarge(json);
}

/** A number, or the digits of one. */
function isLarge(value: unknown): boolean {
  const number = typeof value === "string" ? Number(value) : value;
  return Number.isInteger(number) && !Number.isSafeInteger(number);
}

/** The value at a path of field names and indexes: `$.required.versions[1]`. */
function valueAt(json: unknown, path: string): unknown {
  const keys = path
    .split(/[.[\]]+/)
    .slice(1)
    .filter((key) => key !== "");
  return keys.reduce((value, key) => (value as Readonly<Record<string, unknown>>)[key], json);
}

describe.each(["classes", "interfaces"])("style: %s", (style) => {
  test("int64: string, dates: string", async () => {
    expect(await differing({ style, int64: "string", dates: "string" })).toEqual([]);
  });

  test("int64: number rejects numbers beyond 2^53, dates: Date", async () => {
    const different = await differing({ style, int64: "number", dates: "Date" });
    expect(different.length).toBeGreaterThan(5);
    expect(different.filter((each) => !refusesLargeNumbers(each))).toEqual([]);
  });

  test("useDefineForClassFields: false", async () => {
    expect(await differing({ style }, { useDefineForClassFields: false })).toEqual([]);
  });
});
