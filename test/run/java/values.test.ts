/** A model is a value: nothing changes it once it is built, and it never writes what JSON does not have. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { compile, inTemporaryFolder, javaOfSpec, run } from "./tree.js";

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
    Given: {
      fields: { value: "any", required: { type: "any", required: true }, list: "any[]", map: "map<any[]>" },
    },
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

test.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, async () => {
  const files = (await javaOfSpec(JSON.stringify(spec), "values")) ?? [];
  await inTemporaryFolder(async (folder) => {
    expect(compile(folder, files, [join(projectRoot, "test/run/java/Values.java")])).toBe("");
    expect(run(folder, "Values")).toBe("done\n");
  });
});
