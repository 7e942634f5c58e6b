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

function reportsOf(source: SourceFile): readonly string[] {
  const { value, diagnostics } = importOpenApi([source], { strict: true });
  expect(value, "something to write").toBeUndefined();
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return errors.map((each) => diagnosticText(each, new Map([[source.path, source]])));
}

describe("a document that cannot be imported has exact diagnostics", () => {
  it.each(names)("%s", async (name) => {
    const texts = reportsOf({ path: name, text: readFileSync(new URL(name, folder), "utf8") });
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

  it("schemas that expand infinitely accept any value from some level on", () => {
    const level = (index: number): string => {
      const next = `{"nullable":true,"allOf":[{"$ref":"#/components/schemas/L${index + 1}"}]}`;
      return `"L${index}":{"type":"object","properties":{"a":${next},"b":${next},"c":${next}}}`;
    };
    const levels = Array.from({ length: 30 }, (_, index) => level(index)).join();
    const paths = `{"/a":{"get":{"responses":{"200":{"content":{"x":{"schema":{"$ref":"#/components/schemas/L0"}}}}}}}}`;
    const text = `{"openapi":"3.1.0","paths":${paths},"components":{"schemas":{${levels},"L30":{"type":"string"}}}}`;
    const began = performance.now();
    const documented = importOpenApi([{ path: "bomb.json", text }], { families: ["java"] });
    expect(documented.diagnostics.map(({ code }) => code)).toContain("too-many-aliases");
    expect(documented.value?.length).toBe(1);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(importOpenApi([{ path: "bomb.json", text }], { families: ["java"], strict: true }).value).toBeUndefined();
    expect(importOpenApi([{ path: "bomb.json", text }]).value?.length).toBe(31);
  });

  it("parameters that thousands of operations share are no expansion", () => {
    const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
    const parameters = Object.fromEntries(
      names.map((name) => [name, { name, in: "query", schema: { type: "string", enum: ["a", "b"] } }]),
    );
    const shared = names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
    const operation = { parameters: shared, responses: {} };
    const paths = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`/${index}`, { get: operation }]));
    const text = JSON.stringify({ openapi: "3.1.0", paths, components: { parameters } });
    const { value, diagnostics } = importOpenApi([{ path: "api.json", text }]);
    expect(diagnostics).toEqual([]);
    expect(value?.length).toBe(2000);
  });

  it("a long chain of allOf is cut, and does not overflow the stack", () => {
    const link = (index: number): string =>
      `"L${index}":{"allOf":[{"$ref":"#/components/schemas/L${index + 1}"},{"minProperties":1}]}`;
    const links = Array.from({ length: 12_000 }, (_, index) => link(index)).join();
    const text = `{"openapi":"3.1.0","paths":{},"components":{"schemas":{${links},"L12000":{"type":"string"}}}}`;
    expect(importOpenApi([{ path: "chain.json", text }]).diagnostics[0]?.code).toBe("too-deep");
  });
});

describe("time grows with the document, not with the ways through it", () => {
  const apiOf = (schemas: object): SourceFile => ({
    path: "api.json",
    text: JSON.stringify({ openapi: "3.1.0", paths: {}, components: { schemas } }),
  });
  const cpuTimeOf = (run: () => void): number => {
    const before = process.cpuUsage();
    run();
    return process.cpuUsage(before).user / 1_000;
  };

  it.each(["minLength", "minProperties"])("unions that restrict unions by %s, 26 levels deep", (keyword) => {
    const levels = Array.from({ length: 26 }, (_, index) => {
      const next = { $ref: `#/components/schemas/S${index + 1}` };
      return [`S${index}`, { oneOf: [next, { allOf: [next, { [keyword]: index }] }] }] as const;
    });
    const schemas = { ...Object.fromEntries(levels), S26: { type: "string" } };
    const api = apiOf(schemas);
    const content = {
      "application/json": { schema: { allOf: [{ $ref: "#/components/schemas/S0" }, { [keyword]: 1 }] } },
    };
    const paths = { "/a": { get: { responses: { "200": { content } } } } };
    const used = { path: "api.json", text: JSON.stringify({ openapi: "3.1.0", paths, components: { schemas } }) };
    expect(cpuTimeOf(() => expect(importOpenApi([used]).value).toBeDefined())).toBeLessThan(5_000);
    expect(cpuTimeOf(() => expect(importOpenApi([api]).value).toBeDefined())).toBeLessThan(5_000);
  });

  it("a $ref that leads nowhere in each of many components", () => {
    const lost = (count: number): SourceFile => {
      const names = Array.from({ length: count }, (_, index) => index);
      return apiOf(Object.fromEntries(names.map((name) => [`C${name}`, { $ref: `#/components/schemas/L${name}X` }])));
    };
    importOpenApi([lost(500)]);
    const [few, many] = [500, 4_000].map((count) => cpuTimeOf(() => importOpenApi([lost(count)])));
    expect(many! / few!).toBeLessThan(30);
  });

  it("an unknown keyword in 20,000 places is one message with a count", () => {
    const fields = Array.from({ length: 20_000 }, (_, index) => [`f${index}`, { type: "string", "x-unknown": 1 }]);
    const { brief, diagnostics } = importOpenApi([
      apiOf({ A: { type: "object", properties: Object.fromEntries(fields) } }),
    ]);
    expect(brief.map(({ message }) => message)).toEqual([
      "also dropped, without effect on the accepted values: 20,000 extensions",
    ]);
    expect(diagnostics.map(({ related = [] }) => related.length)).toEqual([19_999]);
  });
});
