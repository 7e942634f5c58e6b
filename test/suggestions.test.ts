/** Where suggestions are searched for among what a project holds: their number stays bounded, however many errors there are. */
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostics/diagnostic.js";
import { importOpenApi } from "../src/import/import.js";
import { check } from "./spec/show.js";

function hints(diagnostics: readonly Diagnostic[], code: Diagnostic["code"], count: number): readonly string[] {
  const found = diagnostics.filter((each) => each.code === code);
  expect(found).toHaveLength(count);
  return found.flatMap(({ hint }) => hint ?? []);
}

const count = 300;

function numbered(line: (index: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, index) => line(index));
}

describe("suggestions", () => {
  it("are made for the first unknown types, and for a common one everywhere", () => {
    const own = numbered((index) => `  Thing${index}: { fields: { a: Thnig${index} } }`);
    const { diagnostics } = check(`models:\n${own.join("\n")}`);
    expect(hints(diagnostics, "unknown-type", count)).toEqual(
      numbered((index) => `did you mean "Thing${index}"?`).slice(0, 30),
    );
    const common = numbered((index) => `  Thing${index}: { fields: { a: Thnig7 } }`);
    expect(hints(check(`models:\n${common.join("\n")}`).diagnostics, "unknown-type", count)).toEqual(
      numbered(() => 'did you mean "Thing7"?'),
    );
  });

  it("are made for the first unknown references of a document", () => {
    const schemas = numbered(
      (index) => `"Thing${index}":{"properties":{"a":{"$ref":"#/components/schemas/Thnig${index}"}}}`,
    );
    const text = `{"openapi":"3.1.0","paths":{},"components":{"schemas":{${schemas.join()}}}}`;
    const { diagnostics } = importOpenApi([{ path: "api.json", text }]);
    expect(hints(diagnostics, "unresolved-ref", count)).toEqual(
      numbered((index) => `did you mean "Thing${index}"?`).slice(0, 30),
    );
  });
});
