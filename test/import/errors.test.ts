/**
 * The exact diagnostics of documents that cannot be imported: each is a file of `errors/`, next to its diagnostics
 * (`npm run golden`).
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../src/diagnostics/diagnostic.js";
import { diagnosticText } from "../../src/diagnostics/text.js";
import { importOpenApi } from "../../src/import/import.js";

const folder = new URL("errors/", import.meta.url);
const names = readdirSync(folder).filter((name) => !name.endsWith(".diagnostics"));

function errorsOf(source: SourceFile): readonly string[] {
  const { value, diagnostics } = importOpenApi([source]);
  expect(value, "something to write").toBeUndefined();
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return errors.map((each) => diagnosticText(each, new Map([[source.path, source]])));
}

describe("a document that cannot be imported has exact diagnostics", () => {
  it.each(names)("%s", async (name) => {
    const texts = errorsOf({ path: name, text: readFileSync(new URL(name, folder), "utf8") });
    expect(texts.length).toBeGreaterThan(0);
    await expect(texts.map((text) => `${text}\n`).join("\n")).toMatchFileSnapshot(`errors/${name}.diagnostics`);
  });
});

describe("large nonsense", () => {
  const size = 5_000_000;

  it.each([
    ["brackets", "[".repeat(size), "not-openapi"],
    ["an API of brackets", `{"openapi": ${"[".repeat(size)}`, "too-deep"],
    ["an API of ever deeper objects", `{"openapi":"3.1.0","x":${'{"a":'.repeat(size / 5)}`, "too-deep"],
    ["noise", "\u0001\u0002x:\n".repeat(size / 5), "not-openapi"],
    ["noise that mentions an API", `openapi: 3.1.0\n${"\t- }".repeat(size / 10)}`, "not-yaml"],
    ["one long string", `"openapi": ${"x".repeat(size)}`, "not-openapi"],
    ["an unterminated string", `{"openapi": "${"x".repeat(size)}`, "not-json"],
    ["backslashes", `{"openapi": "${"\\".repeat(size)}`, "not-json"],
    ["more values than an API has", `{"openapi":"3.1.0","x":[${"0,".repeat(4_100_000)}0]}`, "not-json"],
    ["nothing but spaces", " ".repeat(size), "not-openapi"],
  ])("%s is refused quickly", (_, text, code) => {
    const began = performance.now();
    const { value, diagnostics } = importOpenApi([{ path: "nonsense.txt", text }]);
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.code).toBe(code);
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it("schemas that expand infinitely are refused", () => {
    const level = (index: number): string => {
      const next = `{"nullable":true,"allOf":[{"$ref":"#/components/schemas/L${index + 1}"}]}`;
      return `"L${index}":{"type":"object","properties":{"a":${next},"b":${next},"c":${next}}}`;
    };
    const levels = Array.from({ length: 30 }, (_, index) => level(index)).join();
    const paths = `{"/a":{"get":{"responses":{"200":{"content":{"x":{"schema":{"$ref":"#/components/schemas/L0"}}}}}}}}`;
    const text = `{"openapi":"3.1.0","paths":${paths},"components":{"schemas":{${levels},"L30":{"type":"string"}}}}`;
    const documented = importOpenApi([{ path: "bomb.json", text }], { families: ["java"] });
    expect(documented.diagnostics.map(({ code }) => code)).toContain("too-many-aliases");
    expect(documented.value).toBeUndefined();
    expect(importOpenApi([{ path: "bomb.json", text }]).value?.length).toBe(31);
  });

  it("a long chain of allOf is refused, and does not overflow the stack", () => {
    const link = (index: number): string =>
      `"L${index}":{"allOf":[{"$ref":"#/components/schemas/L${index + 1}"},{"minProperties":1}]}`;
    const links = Array.from({ length: 12_000 }, (_, index) => link(index)).join();
    const text = `{"openapi":"3.1.0","paths":{},"components":{"schemas":{${links},"L12000":{"type":"string"}}}}`;
    expect(importOpenApi([{ path: "chain.json", text }]).diagnostics[0]?.code).toBe("too-deep");
  });
});
