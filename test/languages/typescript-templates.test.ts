/** Templates with a different indentation produce correct code, wrapped for its column. */
import { join } from "node:path";
import * as prettier from "prettier";
import { describe, expect, test } from "vitest";
import { generate } from "../../src/generate.js";
import type { TemplateFiles } from "../../src/render/template-files.js";
import { openIn, projectRoot } from "../generated.js";
import { compile, inTemporaryFolder, type SourceText, writeFiles } from "../run/typescript/tree.js";

const classTemplates = ["model", "enum", "union"];

/** The TypeScript files of the project in a folder, with modified class templates. */
async function filesOf(folder: string, change: (template: string) => string): Promise<readonly SourceText[]> {
  const { config, targets, inputs } = openIn(folder);
  const [target] = targets.filter(({ language }) => language === "typescript");
  const templates: TemplateFiles = new Map(
    [...inputs.templates.get(target!.name)!].map(([name, file]) => {
      const isChanged = classTemplates.includes(name);
      return [name, isChanged ? { ...file, text: change(file.text), own: true } : file];
    }),
  );
  const own = new Map([[target!.name, templates]]);
  const generation = await generate({ config, targets: [target!], ...inputs, templates: own });
  expect(generation.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return generation.targets.flatMap(({ files }) => files).filter(({ path }) => path.endsWith(".ts"));
}

function isClass({ path }: SourceText): boolean {
  return path.includes("/models/") && !path.endsWith("index.ts");
}

/** Indents every indented line by two more spaces. */
function deeper(template: string): string {
  return template.replace(/^(?= )/gm, "  ");
}

/** Wraps everything below the imports in a namespace. */
function nested(template: string): string {
  const [head = "", body = ""] = template.split("{{imports}}\n\n");
  const indented = body.replace(/^(?=[^\n{]|\{\{[^#/])/gm, "  ").replace(/^\s*\{\{else\}\}/gm, "{{else}}");
  return `${head}{{imports}}\n\nexport namespace Nested {\n${indented}}\n`;
}

const folders = ["pets", "unions", "enums", "containers", "documentation", "defaults", "scalars"].map((name) =>
  join(projectRoot, "test/cases", name),
);

describe.each([...folders, projectRoot])("%s", (folder) => {
  test("matches prettier with everything in a namespace", async () => {
    const classes = (await filesOf(folder, nested)).filter(isClass);
    expect(classes.length).toBeGreaterThan(0);
    for (const { path, text } of classes) {
      expect(text).toContain("\nexport namespace Nested {\n  ");
      expect(text, path).toBe(await prettier.format(text, { parser: "typescript" }));
    }
  });

  test("is the same code with members indented by two more spaces", async () => {
    const shipped = new Map((await filesOf(folder, String)).map(({ path, text }) => [path, text]));
    for (const { path, text } of (await filesOf(folder, deeper)).filter(isClass)) {
      // Lines that barely fit are now broken, and comments wrap earlier.
      expect(withoutLayout(text), path).toBe(withoutLayout(shipped.get(path)!));
    }
  });
});

/** Code without its layout. */
function withoutLayout(text: string): string {
  return text
    .replace(/\n\s*\*(?!\/)/g, "")
    .replace(/,(?=\s*[)}\]])/g, "")
    .replace(/([=:(<])\s*\|/g, "$1")
    .replace(/\s+/g, "");
}

test("a file imports only what its template prints", async () => {
  const interfaces = (
    await filesOf(join(projectRoot, "test/cases/pets"), (template) =>
      template.includes("{{heading}}")
        ? "{{imports}}\n\nexport interface {{name}} {\n{{#each fields}}\n  {{name}}: {{type}};\n{{/each}}\n}\n"
        : "{{imports}}\n\nexport type {{name}} = {{t}}.Decimal;\n",
    )
  ).filter(isClass);
  const importsOf = (name: string): readonly string[] =>
    interfaces.find(({ path }) => path.endsWith(`/${name}.ts`))!.text.match(/^import .*$/gm) ?? [];
  expect(importsOf("owneraddress")).toEqual(['import { Country } from "./country.js";']);
  expect(importsOf("country")).toEqual(['import type * as t from "../../runtime/index.js";']);
});

test("classes whose members are indented by two more spaces compile", async () => {
  const files = await filesOf(join(projectRoot, "test/cases/pets"), deeper);
  await inTemporaryFolder((folder) => {
    writeFiles(folder, files);
    expect(compile(folder)).toBe("");
    return Promise.resolve();
  });
});
