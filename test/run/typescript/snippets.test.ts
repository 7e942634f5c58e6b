/** Every snippet of the docs compiles and runs where its page lies. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Target } from "../../../src/config/config.js";
import { projectRoot } from "../../generated.js";
import { compile, inTemporaryFolder, type SourceText, typescriptOf, writeFiles } from "./tree.js";

const cases = join(projectRoot, "test/cases");
const folders = [
  projectRoot,
  ...readdirSync(cases)
    .map((name) => join(cases, name))
    // A config of its own is about other languages or several versions.
    .filter((path) => !existsSync(join(path, "modelwright.yaml"))),
];

test.each<{ readonly options: Target["options"] }>([
  { options: {} },
  { options: { int64: "string", dates: "string" } },
  { options: { style: "interfaces" } },
  { options: { style: "interfaces", int64: "string", dates: "Date" } },
])("snippets compile and run with $options", async ({ options }) => {
  await inTemporaryFolder(async (folder) => {
    const snippets: string[] = [];
    for (const [index, project] of folders.entries()) {
      const files = await typescriptOf(project, options);
      const made = files.flatMap(snippetsOf);
      writeFiles(join(folder, `src/project${index}`), [...files.filter(({ path }) => path.endsWith(".ts")), ...made]);
      snippets.push(...made.map(({ path }) => `./dist/project${index}/${path.replace(/\.ts$/, ".js")}`));
    }
    expect(snippets.length).toBeGreaterThan(50);
    expect(compile(folder)).toBe("");
    const script = snippets.map((path) => `await import(${JSON.stringify(path)});`).join("\n");
    const { stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder });
    expect(String(stderr)).toBe("");
  });
});

/** The code blocks of a page, each as a module beside the page. Those of unions go without their import. */
function snippetsOf({ path, text }: SourceText): readonly SourceText[] {
  if (!path.endsWith(".md")) return [];
  const blocks = [...text.matchAll(/^```typescript\n(.*?)\n```$/gms)].map(([, code = ""]) => code);
  return blocks.map((code, index) => {
    const imports = code.startsWith("import ") ? "" : 'import { shared } from "../../../../src/sdk/models/index.js";\n';
    const uses = [...`${imports}${code}`.matchAll(/^(?:const|import \{) (\w+)/gm)]
      .map(([, name]) => `void ${name};\n`)
      .join("");
    return {
      path: path.replace(/\.md$/, `.example${index}.ts`),
      text: `${imports}${code}\n${uses}`,
    };
  });
}
