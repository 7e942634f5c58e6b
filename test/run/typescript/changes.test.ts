/**
 * What `modelwright diff` predicts for TypeScript is what the compiler finds: for every change of a field, old code reads the
 * property of the new class and passes its old arguments.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judged } from "../../diff/judged.js";
import { type Row, rows } from "../../diff/kinds.js";
import { compilerOptions, inTemporaryFolder, tsc, typescriptOfSpec, writeFiles } from "./tree.js";

const config = "targets: { typescript: { language: typescript, output: out } }";

/** Changes of a field that stays, each as a model of its own. Constraints do not change types. */
const fields = rows.filter(
  ({ kind, field }) => field === "x" && /^(?:field\.\w|type|const|default)/.test(kind) && !isAboutNames(kind),
);

function isAboutNames(kind: string): boolean {
  return /renamed|(?:read|write)-only/.test(kind);
}

describe("the compiler agrees with the prediction for", () => {
  const found = inTemporaryFolder(async (folder) => {
    for (const side of ["before", "after"] as const) {
      const files = (await typescriptOfSpec(specOf(side))) ?? [];
      // Both have the same runtime: of two copies, no class is assignable to the other.
      const isShared = (path: string): boolean => side === "after" && path.startsWith("src/sdk/runtime/");
      const shown = files
        .filter(({ path }) => path.endsWith(".ts"))
        .map(({ path, text }) => {
          const shared = `export * from "../../../../before/${path.replace(/ts$/, "js")}";\n`;
          return { path, text: isShared(path) ? shared : text };
        });
      writeFiles(join(folder, "src", side), shown);
    }
    return failing(folder);
  });

  it.each(fields.map((row, index) => [row.kind, row, index] as const))("%s", async (_, row, index) => {
    const { cells } = judged(row.before, row.after, { before: config }).changes[0]!;
    const names = (await found).get(index) ?? [];
    expect(names.length > 0 ? "breaking" : "compiles").toBe(
      cells["typescript"] === "breaking" ? "breaking" : "compiles",
    );
  });
});

function specOf(side: "before" | "after"): string {
  const [, , ...others] = (fields[0] as Row).before.split("\n");
  const models = fields.map((row, index) => row[side].split("\n")[1]!.replace("A:", `A${index}:`));
  return ["models:", ...models, ...others].join("\n");
}

/** The numbers of the models that old code cannot read or build, with what fails. */
function failing(folder: string): ReadonlyMap<number, readonly string[]> {
  const imports = (["before", "after"] as const).map((side) => {
    return `import type * as ${side} from "./${side}/src/sdk/models/shared/index.js";`;
  });
  const lines = fields.flatMap((_, index) => [
    `export const read${index}: before.A${index}["x"] = {} as after.A${index}["x"];`,
    `export const build${index}: Pick<after.A${index}.Init, "x"> = {} as Pick<before.A${index}.Init, "x">;`,
  ]);
  writeFileSync(join(folder, "src/code.ts"), [...imports, ...lines].join("\n"));
  const failures = new Map<number, string[]>();
  for (const line of tsc(folder, { ...compilerOptions, noEmit: true }).split("\n")) {
    if (line === "" || line.startsWith(" ")) continue;
    const [, at] = /\bsrc\/code\.ts\((\d+),/.exec(line) ?? [];
    if (at === undefined) throw new Error(line);
    const [, half = "", number] = /const (read|build)(\d+)/.exec(lines[Number(at) - 1 - imports.length] ?? "") ?? [];
    failures.set(Number(number), [...(failures.get(Number(number)) ?? []), half]);
  }
  return failures;
}
