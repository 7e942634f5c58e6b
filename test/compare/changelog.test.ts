/** Changelogs: what users of each package see of a change, and in which words. */
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { changelogOf, type PackageChangelog } from "../../src/compare/changelog.js";
import { comparisonOf } from "../diff/judged.js";
import { readKinds } from "../changes/kinds.js";
import { isShared } from "../changes/sides.js";

const model = (fields: string): string => `models:\n  Person: { fields: { id: string${fields} } }\n`;

function packages(before: string, after: string): Readonly<Record<string, PackageChangelog>> {
  return Object.fromEntries(changelogOf(comparisonOf(before, after)).map((each) => [each.target, each]));
}

/** The lines of each package. */
function lines(before: string, after: string): Readonly<Record<string, readonly string[]>> {
  const all = Object.entries(packages(before, after)).map(([target, { entries }]) => {
    const texts = entries.map((each) => `${each.section}: ${each.breaks === "code" ? "breaking: " : ""}${each.text}`);
    return [target, texts] as const;
  });
  return Object.fromEntries(all);
}

describe("a changelog", () => {
  it("uses the names of each language", () => {
    expect(lines(model(", first_name: string"), model(""))).toEqual({
      typescript: ["Removed: breaking: `Person.firstName` was removed"],
      ruby: ["Removed: breaking: `Person.first_name` was removed"],
      java: ["Removed: breaking: `Person.firstName` was removed"],
    });
    const level = (values: string): string => `models: { Level: { enum: [${values}] } }\n`;
    expect(lines(level("low"), level("low, very_high"))).toEqual({
      typescript: ["Added: `Level` has the new value `VeryHigh`"],
      ruby: ["Added: `Level` has the new value `VERY_HIGH`"],
      java: ["Added: `Level` has the new value `VERY_HIGH`"],
    });
    const alias = ", first_name: { type: string, rename: { ruby: given } }";
    expect(lines(model(", first_name: string"), model(alias))).toEqual({
      typescript: [],
      ruby: ["Changed: breaking: `Person.given` has another name in code, `given` instead of `first_name`"],
      java: [],
    });
  });

  it("shows only what users of a package see", () => {
    const { typescript, ruby, java } = lines(model(", age: int32"), model(", age: integer"));
    expect(typescript).toEqual(["Changed: `Person.age` has another type, `integer` instead of `int32`"]);
    expect(ruby).toEqual(typescript);
    expect(java).toEqual([
      "Changed: breaking: `Person.age` has another type, `integer` instead of `int32` (`Optional<Integer>` becomes `Optional<Long>`)",
    ]);
    const described = model(", age: { type: integer, description: In years }");
    expect(lines(model(", age: integer"), described)).toEqual({ typescript: [], ruby: [], java: [] });
  });

  it("has the sections of Keep a Changelog, and the release of the package", () => {
    const before = model(", a: string, b: string, c: string");
    const after = model(
      ", a: string?, b: { type: string, deprecated: Use a }, d: { type: string, minLength: 1 }, e: integer",
    );
    const { ruby } = packages(before, after);
    expect(ruby?.semver).toBe("major");
    expect(ruby?.entries.map(({ section, breaks }) => [section, breaks === "code"])).toEqual([
      ["Changed", false],
      ["Deprecated", false],
      ["Removed", true],
      ["Added", false],
      ["Added", false],
    ]);
  });

  it("marks a break of code exactly where the package needs a major release", () => {
    for (const { before, after, kind } of readKinds().filter(isShared)) {
      for (const { target, semver, entries } of changelogOf(comparisonOf(stringify(before), stringify(after)))) {
        const breaksCode = entries.some(({ breaks }) => breaks === "code");
        expect(breaksCode, `${kind}: ${target}`).toBe(semver === "major");
      }
    }
    const kept = ", b: { type: string, required: true, renamedFrom: a }";
    const { ruby } = packages(model(", a: { type: string, required: true }"), model(kept));
    expect([ruby?.semver, ruby?.entries.map(({ breaks }) => breaks)]).toEqual(["minor", ["JSON"]]);
  });

  it("has a readable sentence for every kind of change", () => {
    for (const { before, after } of readKinds().filter(isShared)) {
      for (const { entries } of changelogOf(comparisonOf(stringify(before), stringify(after)))) {
        for (const { text } of entries) {
          expect(text).toMatch(/^`[^`]+` [(a-z]/);
          expect(text.split("`").length % 2).toBe(1);
          expect(text).not.toContain("`undefined`");
        }
      }
    }
  });
});
