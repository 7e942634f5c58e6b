/** Class templates with another indentation produce the same code, wrapped for its column. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type GeneratedFile, generate } from "../../../src/generate.js";
import type { TemplateFiles } from "../../../src/render/template-files.js";
import { openIn, projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { checkComments, compile, inTemporaryFolder } from "./tree.js";

const names = Array.from({ length: 25 }, (_, at) => "n".repeat(3 + at));

/** Names of all lengths, so that some code barely fits at its column in the shipped templates. */
const tight = `
models:
  Tight:
    description: ${"word ".repeat(40)}
    fields:
      ${names.map((name, at) => `${name}: { type: "date-time${at < 10 ? "[]" : ""}?", required: ${at % 2 === 0} }`).join("\n      ")}
  Holder: { fields: { deep: "map<Tight[]>[]" } }
  Either: { oneOf: [${["string", "boolean", "decimal", "bytes", "date"].map((type) => `"map<${type}?>[]"`).join(", ")}] }
`;

async function javaIn(folder: string, indented: (templates: TemplateFiles) => TemplateFiles) {
  const { config, inputs } = openIn(folder);
  const targets = config.targets.filter(({ language }) => language === "java");
  const templates = new Map([...inputs.templates].map(([name, files]) => [name, indented(files)]));
  const { targets: generated } = await generate({ ...inputs, config, targets, templates });
  return generated.flatMap(({ files }) => files).filter(({ path }) => path.endsWith(".java"));
}

/** The class templates, with this many columns for each indentation of four columns. */
function indentedBy(columns: number): (templates: TemplateFiles) => TemplateFiles {
  return (templates) =>
    new Map(
      [...templates].map(([name, file]) => {
        if (!name.startsWith("classes/")) return [name, file];
        const indented = (spaces: string): string => " ".repeat((spaces.length / 4) * columns);
        return [name, { ...file, own: true, text: file.text.replace(/^ +/gm, indented) }];
      }),
    );
}

/** Code without its layout. */
function wordsOf(text: string): string {
  return text.replace(/\n *\* ?/g, "\n").replace(/\s+/g, "");
}

/** Lines that are too long and could be broken further. */
function tooLongIn(text: string): readonly string[] {
  const lines = text.split("\n");
  const isSecondPart = (at: number): boolean => /(?:=|->|\breturn)$/.test(lines[at - 1] ?? "");
  return lines.filter((line, at) => line.length > 120 && !isSecondPart(at) && !/\S{60}/.test(line));
}

/** The files of each case, from the shipped templates and from templates with another indentation. */
async function inEachCase(columns: number): Promise<(readonly [GeneratedFile, GeneratedFile])[][]> {
  return inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, "spec.yaml"), tight);
    const cases = ["java", "unions", "enums", "containers", "scalars", "documentation"];
    const folders = [folder, ...cases.map((name) => join(projectRoot, "test/cases", name))];
    return Promise.all(
      folders.map(async (each) => {
        const [shipped, indented] = [await javaIn(each, (files) => files), await javaIn(each, indentedBy(columns))];
        expect(indented.map(({ path }) => path)).toEqual(shipped.map(({ path }) => path));
        return shipped.map((file, at) => [file, indented[at]!] as const);
      }),
    );
  });
}

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test.each([2, 6])("indentation by %i columns", async (columns) => {
    const cases = await inEachCase(columns);
    for (const [shipped, indented] of cases.flat()) {
      expect(wordsOf(indented.text), shipped.path).toBe(wordsOf(shipped.text));
      expect(tooLongIn(indented.text), shipped.path).toEqual([]);
    }
    const linesOf = ({ text }: GeneratedFile): number => text.split("\n").length;
    const [tight = [], ...others] = cases;
    const differently = tight.filter(([shipped, indented]) => linesOf(shipped) !== linesOf(indented));
    expect(differently.length).toBeGreaterThan(0);
    for (const pairs of [tight, others[0] ?? []]) {
      await inTemporaryFolder(async (folder) => {
        const files = pairs.map(([, indented]) => indented);
        expect(compile(folder, files)).toBe("");
        expect(checkComments(folder)).toBe("");
      });
    }
  });
});
