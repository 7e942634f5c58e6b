/** The docs page and the class of a model agree on the name and type of every field. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { GeneratedFile } from "../../src/render/page.js";
import { generateIn, projectRoot } from "../generated.js";
import { javaOfSpecWithDocs } from "../run/java/tree.js";

const spec = `
models:
  Anything:
    fields:
      required: { type: any, required: true }
      required_nullable: { type: any?, required: true }
      optional: any
      optional_nullable: any?
  Constants:
    fields:
      whole: { const: 1, required: true }
      large: { const: 9223372036854775807, required: true }
      larger: { const: 9223372036854775808, required: true }
      optional: { const: -9223372036854775809 }
      nullable: { const: 99999999999999999999, nullable: true }
`;

test("types of `any` and constants", async () => {
  const files = (await javaOfSpecWithDocs(spec, "getters")) ?? [];
  expect(documented(files, "Anything")).toEqual([
    "required: Object",
    "requiredNullable: Optional<Object>",
    "optional: Optional<Object>",
    "optionalNullable: JsonNullable<Object>",
  ]);
  expect(documented(files, "Constants")).toEqual([
    "whole: long",
    "large: long",
    "larger: BigInteger",
    "optional: Optional<BigInteger>",
    "nullable: JsonNullable<BigInteger>",
  ]);
  for (const model of ["Anything", "Constants"]) {
    const shown = documented(files, model);
    expect(declared(files, model).filter(isUsual(shown))).toEqual(shown);
  }
});

test.each(["scalars", "containers", "enums", "unions", "recursion", "inheritance", "java"])("case %s", async (name) => {
  const { targets } = await generateIn(join(projectRoot, "test/cases", name));
  const files = targets.filter(({ target }) => target.language === "java").flatMap((each) => each.files);
  const pages = files.filter(({ page }) => page.template === "docs/model");
  const models = pages.map(({ path }) => path.slice(path.lastIndexOf("/") + 1, -".md".length));
  expect(models.length).toBeGreaterThan(0);
  for (const model of models) {
    const shown = documented(files, model).map(bare);
    expect(declared(files, model).map(bare).filter(isUsual(shown)), model).toEqual(shown);
  }
});

/** Additional properties always have a getter, but a table row only if the spec describes them. */
function isUsual(shown: readonly string[]): (getter: string) => boolean {
  return (getter) => !getter.startsWith("additionalProperties: ") || shown.includes(getter);
}

function textOf(files: readonly GeneratedFile[], name: string): string {
  return files.find(({ path }) => path.includes("/models/") && path.endsWith(`/${name}`))!.text;
}

/** The name and type in each row of the field table, without links, emphasis and escapes. */
function documented(files: readonly GeneratedFile[], model: string): readonly string[] {
  const [, fields = ""] = textOf(files, `${model}.md`).split("## Fields\n");
  return [...fields.matchAll(/^\| ~*`(\w+)`~* +\| (.*?) +\|/gm)].map(([, name, type = ""]) => {
    return `${name}: ${type.replace(/\[([^()]*)\]\([^)]*\)/g, "$1").replace(/[*\\]/g, "")}`;
  });
}

/** The name and type of each getter. */
function declared(files: readonly GeneratedFile[], model: string): readonly string[] {
  const [before = ""] = textOf(files, `${model}.java`).split("    public static final class ");
  const others = /^(?:toBuilder|validate|hashCode|toString)$/;
  return [...before.matchAll(/^ {4}public (?!static)(\S[^(\n]*) (\w+)\(\) \{$/gm)]
    .filter(([, , name = ""]) => !others.test(name))
    .map(
      ([, type = "", name]) =>
        `${name}: ${type.replace(/@(?:\w+\.)*\w+ /g, "").replace(/\b(?:[a-z]\w*\.)+(?=[A-Z])/g, "")}`,
    );
}

/** Removes what the format omits: the wrapper of dates, lists and maps, and the boxing of list items. */
function bare(field: string): string {
  return field
    .replace(/^(\w+): (?:Optional|JsonNullable)<((?:List|Map|LocalDate|OffsetDateTime)\b.*)>$/, "$1: $2")
    .replace(/\b(?:long|int|double|float|boolean)\b/g, (primitive) => boxes.get(primitive)!);
}

const boxes: ReadonlyMap<string, string> = new Map([
  ["long", "Long"],
  ["int", "Integer"],
  ["double", "Double"],
  ["float", "Float"],
  ["boolean", "Boolean"],
]);
