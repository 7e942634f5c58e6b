/** Who imports whom in src/: the order of ARCHITECTURE.md's folders, and no import cycles. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { projectRoot } from "./generated.js";

const files = readdirSync(join(projectRoot, "src"), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

/** The files of src/ that each file imports, as a value or as a type. */
const imports: ReadonlyMap<string, readonly string[]> = new Map(files.map((file) => [file, importsOf(file)]));

function importsOf(file: string): readonly string[] {
  const code = readFileSync(join(projectRoot, "src", file), "utf8");
  return [...code.matchAll(/\b(?:from|import\() ?"(\.{1,2}\/[^"]+)\.js"/g)]
    .map(([, path = ""]) => `${join(dirname(file), path)}.ts`)
    .filter((path) => existsSync(join(projectRoot, "src", path)));
}

describe("imports of src/", () => {
  test("lead from a folder to those above it in ARCHITECTURE.md's table, never down", () => {
    const order = foldersInOrder();
    const rank = (file: string): number => {
      const folder = file.includes("/") ? file.slice(0, file.indexOf("/")) : file;
      const found = order.indexOf(folder);
      return found === -1 ? order.length : found;
    };
    const wrong = [...imports].flatMap(([file, all]) =>
      all.filter((each) => rank(each) > rank(file)).map((each) => `${file} imports ${each}`),
    );
    expect(wrong).toEqual([]);
  });

  test("form no cycles but those of recursive rules", () => {
    expect(cycles()).toEqual(recursive);
  });
});

/** Cycles of files that follow the recursion of what they read, each a rule of its own. */
const recursive: readonly (readonly string[])[] = [
  // A schema has a type, a type has alternatives, an alternative is a schema.
  [
    "import/discriminator.ts",
    "import/object-reader.ts",
    "import/schema-reader.ts",
    "import/type-reader.ts",
    "import/union-reader.ts",
  ],
];

/** `["diagnostics", "text", …, "generate.ts", …]` */
function foldersInOrder(): readonly string[] {
  const architecture = readFileSync(join(projectRoot, "ARCHITECTURE.md"), "utf8");
  return [...architecture.matchAll(/^\| `src\/([\w.]+)\/?` +\|/gm)].map(([, folder = ""]) => folder);
}

/** The strongly connected components of more than one file (Tarjan), in the order of their first files. */
function cycles(): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const own = index.size;
    index.set(file, own);
    low.set(file, own);
    stack.push(file);
    for (const next of imports.get(file) ?? []) {
      if (!index.has(next)) low.set(file, Math.min(low.get(file)!, visit(next)));
      else if (stack.includes(next)) low.set(file, Math.min(low.get(file)!, index.get(next)!));
    }
    if (low.get(file) === own) {
      const component = stack.splice(stack.indexOf(file));
      if (component.length > 1) found.push(component.sort());
    }
    return low.get(file)!;
  };
  for (const file of files) if (!index.has(file)) visit(file);
  return found.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}
