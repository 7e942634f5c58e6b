/**
 * Golden trees: what each spec in `cases/` gives, file by file. `npm run golden` writes them
 * anew; read the diff before you commit it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { generateIn, projectRoot } from "./generated.js";

const root = join(projectRoot, "test/cases");
/** Code that is the same whatever the spec: the committed output of the shipped spec shows it. */
const supportCode = /\/(?:runtime|support|model_support)[./]/;
const update = process.env["UPDATE_GOLDEN"] !== undefined;

describe.each(readdirSync(root).toSorted())("%s", (name) => {
  const folder = join(root, name);

  test("gives its golden tree", async () => {
    const { targets, diagnostics } = await generateIn(folder);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const files = targets.flatMap(({ output, files }) =>
      files.map(({ path, text }) => [`${output}/${path}`, text] as const),
    );
    const generated = new Map(files.filter(([path]) => !supportCode.test(path)));
    if (update) write(folder, generated);
    const expected = filesIn(folder);

    const hint = "run npm run golden if that is meant";
    expect([...generated.keys()].toSorted(), `files of ${name}: ${hint}`).toEqual([...expected.keys()]);
    for (const [path, text] of generated) expect(text, `${name}/${path}: ${hint}`).toBe(expected.get(path));
  });
});

function write(folder: string, files: ReadonlyMap<string, string>): void {
  rmSync(join(folder, "expected"), { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Every file of the golden tree, in the order of the paths. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const expected = join(folder, "expected");
  if (!existsSync(expected)) return new Map();
  const entries = readdirSync(expected, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(folder.length + 1)
      .replaceAll("\\", "/"),
  );
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
