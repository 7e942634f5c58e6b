/** The examples of pages that show all of a model are documents that the classes read. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { exampleOf, jsonText } from "../../src/docs/json-example.js";
import { typescriptNames } from "../../src/languages/typescript/names.js";
import { generateIn, projectRoot } from "../generated.js";

const cases = readdirSync(join(projectRoot, "test/cases")).toSorted();
const folder = join(projectRoot, "node_modules/.cache/json-examples");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Readable {
  parse(text: string): unknown;
}

describe.each(cases)("%s", (name) => {
  it("has examples that its classes read", async () => {
    const { targets } = await generateIn(join(projectRoot, "test/cases", name));
    const generated = targets.find(
      ({ target: { language, options } }) => language === "typescript" && options["style"] !== "interfaces",
    );
    if (generated === undefined) return;
    for (const { path, text } of generated.files) {
      if (!path.endsWith(".ts")) continue;
      const file = join(folder, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const { spec, target } = generated;
    const names = typescriptNames(spec, target);
    const models = (await import(join(folder, name, "src/sdk/models/index.ts"))) as Record<
      string,
      Record<string, Readable>
    >;
    let read = 0;
    for (const definition of spec.definitions) {
      const example = exampleOf(definition);
      if (example === undefined || definition.kind === "enum") continue;
      const type = models[names.namespaceAlias(definition)]?.[names.className(definition)];
      expect(() => type?.parse(jsonText(example)), `${definition.name}: ${jsonText(example)}`).not.toThrow();
      expect(type, definition.name).toBeDefined();
      read++;
    }
    expect(read).toBeGreaterThan(0);
  });
});
