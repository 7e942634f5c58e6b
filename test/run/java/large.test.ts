/** Models and enums too large for a single Java constructor, method, expression or class. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { ask, classesOf, compile, driver, inTemporaryFolder, javaOfSpec, run } from "./tree.js";

const spec = {
  models: {
    Model: { fields: Object.fromEntries(numbers(1500).map((number) => [`field_${number}`, fieldOf(number)])) },
    Codes: { enum: numbers(2100).map((number) => `code ${number}`) },
    Numbers: { enum: numbers(4100), open: true },
    Texts: {
      fields: {
        default: { type: "string", default: "é".repeat(40_000) },
        constant: { const: "x".repeat(70_000), required: true },
        pattern: { type: "string", pattern: `^${"a?".repeat(35_000)}$` },
        enum: { enum: [{ value: "y".repeat(70_000), name: "y" }] },
      },
    },
    Defaults: {
      fields: {
        map: {
          type: "map<string?>",
          default: Object.fromEntries(numbers(300).map((number) => [`key ${number}`, "a"])),
        },
        lists: { type: "integer[][]", default: numbers(200).map((number) => [number]) },
      },
    },
    Wide: { oneOf: numbers(300).map((number) => (number === 0 ? "string" : { const: number })) },
  },
};

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number);
}

function fieldOf(number: number): object {
  const type = ["string", "integer", "date-time", "number?", "string[]"][number % 5];
  const constraints = number % 5 === 0 ? { minLength: 1, maxLength: 5, pattern: "^a" } : {};
  return { type, required: number % 3 === 0, ...constraints };
}

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test("large models and enums compile and run", async () => {
    const files = (await javaOfSpec(JSON.stringify(spec), "large")) ?? [];
    await inTemporaryFolder(async (folder) => {
      expect(compile(folder, files, [driver, join(projectRoot, "test/run/java/Everything.java")])).toBe("");
      writeFileSync(join(folder, "names"), [...classesOf(files).values()].join("\n"));
      expect(run(folder, "Everything", [join(folder, "names")])).toBe("done\n");

      const values = ['""', "7.0", '"2024-01-01T00:00:00Z"', "null", '["a"]'];
      const fields = numbers(1500).map((number) => `"field_${number}":${values[number % 5]}`);
      const documents = [
        { model: "Model", json: `{${fields.join(",")}}` },
        { model: "Model", json: "{}" },
        { model: "Codes", json: '"code 2099"' },
        { model: "Codes", json: '"code 2100"' },
        { model: "Numbers", json: "4099" },
        { model: "Numbers", json: "-1" },
        { model: "Wide", json: "299" },
        { model: "Wide", json: "300" },
      ];
      const requests = documents.map((each, index) => ({ id: String(index), ...each }));
      const answers = ask(folder, classesOf(files), requests).map((answer) =>
        answer.ok ? [answer.json.length, answer.violations.length] : answer.errors[0]!.path,
      );
      const length = documents[0]!.json.replaceAll("7.0", "7").length;
      expect(answers).toEqual([[length, 600], "$.field_0", [11, 0], "$", [4, 0], [2, 0], [3, 0], [3, 0]]);
    });
  });
});
