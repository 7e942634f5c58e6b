/** Models are values: immutable once built, and they write only valid JSON. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { compile, forJackson3, inTemporaryFolder, type JacksonVersion, javaOfSpec, run } from "./tree.js";

const anything = { theme: { dark: [true] } };

const spec = {
  models: {
    Defaults: {
      fields: {
        map: { type: "map<any>", default: anything },
        list: { type: "any[]", default: [anything] },
        value: { type: "any", default: anything },
        model: { type: "Nested", default: { value: anything } },
        null_string: { type: "string?", default: null },
        null_any: { type: "any", default: null },
        null_map: { type: "map<string>?", default: null },
        null_enum: { type: "Letter?", default: null },
        null_model: { type: "Nested?", default: null },
      },
    },
    Nested: { fields: { value: "any" } },
    Letter: { enum: ["a"] },
    Nick: { fields: { nick: "string?", nick_nullable: "string?", color: "Color" } },
    Color: { enum: ["red", { value: "unknown", name: "UNKNOWN" }], open: true },
    R: { fields: { kind: { const: "r", required: true }, list: "string[]" } },
    Member: { fields: { kind: { const: "member", required: true } } },
    Tagged: { oneOf: ["R", "Member"] },
    Both: { oneOf: ["R", "Member", "string"] },
    Given: {
      fields: { value: "any", required: { type: "any", required: true }, list: "any[]", map: "map<any[]>" },
    },
    Binary: {
      fields: { bytes: "bytes", list: "bytes[]", map: "map<bytes?>", either: "BinaryUnion" },
      additionalProperties: "bytes",
    },
    BinaryUnion: { oneOf: ["boolean", "bytes", { type: "bytes[]" }] },
    Union: { oneOf: ["boolean", "number", "number[]", "date-time", "any[]", "map<any>"] },
    AnyUnion: { oneOf: ["boolean", "any"] },
    Items: {
      fields: { names: { type: "array", items: { type: "string", minLength: 2 }, uniqueItems: true, maxItems: 1 } },
    },
    Numbers: {
      additionalProperties: "float",
      fields: {
        number: "number",
        float: "float?",
        list: "number[]",
        map: "map<float>",
        union: "Union",
        any: "any",
        moment: "date-time",
        day: "date",
        days: "map<date[]>",
      },
    },
  },
};

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test.each<{ jackson: JacksonVersion; pom: string }>([
    { jackson: "2", pom: "pom.xml" },
    { jackson: "3", pom: "jackson3-pom.xml" },
  ])("values with Jackson $jackson", async ({ jackson, pom }) => {
    const files = (await javaOfSpec(JSON.stringify(spec), "values", `jackson: ${jackson}`)) ?? [];
    await inTemporaryFolder(async (folder) => {
      const program = join(projectRoot, "test/run/java/Values.java");
      const source = jackson === "3" ? forJackson3(folder, program) : program;
      expect(compile(folder, files, [source], pom)).toBe("");
      expect(run(folder, "Values", [], "", pom)).toBe("done\n");
    });
  });
});
