/** How faithful an import says it is, and the report of all that is not in the spec. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runImport } from "../../src/cli/import-run.js";
import { fidelityLines } from "../../src/import/command.js";
import { importOpenApi } from "../../src/import/import.js";
import { temporaryFolder, writeTree } from "../folders.js";

const api = {
  openapi: "3.1.0",
  paths: {
    "/a": {
      get: {
        operationId: "a",
        parameters: [{ name: "p", in: "query", schema: { type: "string", maxLength: 5, not: { const: "x" } } }],
        responses: {
          200: { content: { "application/json": { schema: { type: "object", properties: { r: true } } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Fine: { type: "object", title: "Fine", properties: { id: { type: "string", minLength: 1, format: "x" } } },
      Loose: {
        type: "object",
        properties: {
          gone: { $ref: "#/components/schemas/Gone" },
          inner: { type: "object", properties: { n: { type: "string", not: { const: "a" } } } },
          kept: { $ref: "#/components/schemas/Fine" },
        },
      },
      List: { type: "array", items: { type: "string" }, properties: { never: { type: "string" } } },
    },
  },
};

test("counts schemas, fields and constraints", () => {
  const { fidelity } = importOpenApi([{ path: "api.json", text: JSON.stringify(api) }]);
  expect(fidelity).toEqual({
    // The body is a schema, the parameter is a field.
    schemas: { total: 4, intact: 3, loosened: 1, dropped: 0 },
    fields: { total: 8, intact: 3, loosened: 4, dropped: 1 },
    constraints: { total: 4, intact: 2, loosened: 0, dropped: 2 },
  });
  expect(fidelityLines(fidelity)).toEqual([
    "schemas: 3 intact, 1 loosened, 0 dropped",
    "fields: 3 intact, 4 loosened, 1 dropped",
    "constraints: 2 intact, 0 loosened, 2 dropped",
  ]);
});

test("components that a later document replaces are dropped", () => {
  const documents = ["a.json", "b.json"].map((path) => ({ path, text: JSON.stringify(api) }));
  expect(importOpenApi(documents).fidelity.schemas).toEqual({ total: 7, intact: 3, loosened: 1, dropped: 3 });
});

test("--report lists each loss with its pointer and reason, whatever else is printed", async () => {
  const folder = temporaryFolder();
  writeTree(folder, { "api.json": JSON.stringify(api) });
  const documents = [join(folder, "api.json")];
  const report = join(folder, "report.json");
  for (const strict of [false, true]) {
    await runImport({ documents, out: join(folder, "spec"), mode: "dry-run", report, strict, brief: true });
    const written = JSON.parse(readFileSync(report, "utf8")) as Record<string, unknown> & { losses: object[] };
    expect(Object.keys(written)).toEqual(["format", "documents", "schemas", "fields", "constraints", "losses"]);
    expect(written.losses.map((each) => Object.keys(each))).toContainEqual([
      "file",
      "pointer",
      "code",
      "outcome",
      "reason",
    ]);
    expect(written.losses).toContainEqual(
      expect.objectContaining({
        pointer: "#/components/schemas/Loose/properties/inner/properties/n/not",
        code: "not-imported",
        outcome: "loosened",
        reason: expect.stringContaining('dropped "not"') as string,
      }),
    );
    expect(written.losses).toContainEqual(
      expect.objectContaining({ pointer: "#/components/schemas/Fine/properties/id/format", outcome: "dropped" }),
    );
    expect(written.losses).toContainEqual(
      expect.objectContaining({ code: "unresolved-ref", pointer: "#/components/schemas/Loose/properties/gone/$ref" }),
    );
  }
});
