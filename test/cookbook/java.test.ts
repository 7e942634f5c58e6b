/** The Java recipes in docs/templates.md: their output is compiled with javac, and run. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { GeneratedFile } from "../../src/render/page.js";
import { toolchain } from "../run/java/toolchain.js";
import { checkComments, compile, inTemporaryFolder, run } from "../run/java/tree.js";
import { cook } from "./recipes.js";

const target = "language: java, package: com.acme";
const pom = "cookbook-pom.xml";

const spec = `models:
  Person:
    description: "Somebody.\\n\\n*/ @param {@code <b>"
    fields:
      first_name: { type: string, required: true, description: "The \\"first\\" name", minLength: 1, maxLength: 80, pattern: '^"?\\w+' }
      level: { type: int32, required: true, minimum: 0, maximum: 9 }
      class: { type: string?, required: true }
      born: { type: date, default: 1815-12-10 }
      seen: { type: date-time, default: "2024-01-01T10:00:00Z" }
      price: { type: decimal, default: "12.50" }
      photo: { type: "bytes?" }
      any: any
      weights: { type: "float[]", default: [0.5] }
      numbers: { type: "map<long?>" }
      kind: { type: Kind, default: staff }
      pets: "Pet[]"
      nick_name:
        { type: string, description: "Short.\\n\\n@private */", deprecated: { message: "Old\\n*/ int x;", use: first_name } }
      shape: Shape
      lombok: { type: boolean, required: true }
      'odd "name"': boolean
  Kind: { enum: [staff, guest], open: true }
  Account: { fields: { id: { type: string, readOnly: true }, password: { type: string, writeOnly: true } } }
  Cat: { fields: { kind: { const: cat, required: true }, name: string, size: number } }
  Dog: { fields: { kind: { const: dog, required: true } } }
  Pet: { oneOf: [Cat, Dog] }
  Shape: { oneOf: [Cat, string, "date-time[]"] }
  Empty: { fields: {} }
`;

async function cooked(title: string): Promise<readonly GeneratedFile[]> {
  return (await cook("Java", title, target, spec)).filter(({ path }) => path.endsWith(".java"));
}

/**
 * Compiles the output of a recipe, checks its comments, and runs a class of this folder with it.
 *
 * @returns the lines that the class prints
 */
async function runWith(title: string, program: string): Promise<readonly string[]> {
  const files = await cooked(title);
  return inTemporaryFolder(async (folder) => {
    const source = join(import.meta.dirname, `${program}.java`);
    // Lombok is the only annotation processor.
    expect(compile(folder, files, [source], pom, ["-Xlint:-processing"])).toBe("");
    if (title !== "Lombok") expect(checkComments(folder, pom, false)).toBe("");
    return run(folder, program, [], "", pom).trimEnd().split("\n");
  });
}

function textOf(files: readonly GeneratedFile[], name: string): string {
  return files.find(({ path }) => path.endsWith(`/${name}.java`))?.text ?? "";
}

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test("records", async () => {
    expect(await runWith("Records", "Records")).toEqual([
      "Ada 3 1815-12-10",
      "Tom true []",
      '{"first_name":"Ada","level":3,"class":null,"born":"1815-12-10","pets":[{"kind":"cat","name":"Tom"},{"kind":"dog"}],"lombok":false}',
    ]);
  });

  test("Lombok", async () => {
    expect(await runWith("Lombok", "Lombok")).toEqual([
      "Ada 3 1815-12-10 12.50",
      "Tom true",
      '{"first_name":"Ada","level":3,"class":null,"born":"1815-12-10","seen":"2024-01-01T10:00:00Z","price":12.50,"weights":[0.5],"kind":"staff","pets":[{"kind":"cat","name":"Tom"}],"lombok":false}',
    ]);
  });

  test("OpenAPI annotations", async () => {
    const lines = await runWith("OpenAPI annotations", "Schemas");
    expect(lines.length).toBe(18);
    expect(lines).toEqual(
      expect.arrayContaining([
        'firstName|The "first" name|REQUIRED|||AUTO|^"?\\w+|1..80|..',
        "level||REQUIRED|||AUTO||0..2147483647|0..9",
        "class_||REQUIRED|nullable||AUTO||0..2147483647|..",
        "born||NOT_REQUIRED|||AUTO||0..2147483647|..",
        "nickName|Short. @private */|NOT_REQUIRED||deprecated|AUTO||0..2147483647|..",
        "id||NOT_REQUIRED|||READ_ONLY||0..2147483647|..",
        "password||NOT_REQUIRED|||WRITE_ONLY||0..2147483647|..",
      ]),
    );
  });

  test("indentation by two spaces", async () => {
    const files = await cooked("Two spaces");
    expect(textOf(files, "Person")).toMatch(/^ {2}public Optional<String> nickName\(\) \{\n {4}return /m);
    await inTemporaryFolder(async (folder) => {
      expect(compile(folder, files)).toBe("");
      expect(checkComments(folder)).toBe("");
    });
  });
});
