/** The TypeScript recipes in docs/templates.md: their output is compiled with tsc, and run. */
import { spawnSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { projectRoot } from "../generated.js";
import { inTemporaryFolder, load, writeFiles } from "../run/typescript/tree.js";
import { cook } from "./recipes.js";

const spec = `models:
  Person:
    description: "Somebody */ else"
    fields:
      first_name: { type: string, required: true, maxLength: 5, description: The name }
      kind: { type: Kind, required: true }
      nick_name: { type: string?, deprecated: { message: "Old\\n*/ x", use: first_name } }
      born: date-time
      pets: "Pet[]"
      home: { fields: { "zip code": string } }
  Kind: { enum: [staff, guest] }
  Cat: { fields: { kind: { const: cat, required: true } } }
  Dog: { fields: { kind: { const: dog, required: true } } }
  Pet: { oneOf: [Cat, Dog] }
`;

/** Compiles the output of a recipe with a program that uses it, in strict mode. Returns the compiler's output. */
async function compiled<T>(title: string, program: string, use: (folder: string) => Promise<T>): Promise<T> {
  const files = await cook("TypeScript", title, "language: typescript", spec);
  return inTemporaryFolder(async (folder) => {
    writeFiles(folder, files);
    writeFiles(folder, [{ path: "src/program.ts", text: program }]);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"), "junction");
    const compilerOptions = {
      target: "es2022",
      module: "nodenext",
      types: [],
      strict: true,
      noUnusedLocals: true,
      rootDir: "src",
      outDir: "dist",
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
    const tsc = fileURLToPath(import.meta.resolve("typescript/package.json")).replace(/package\.json$/, "bin/tsc");
    const { stdout, stderr } = spawnSync(process.execPath, [tsc, "--project", folder], { encoding: "utf8" });
    expect(stdout + stderr).toBe("");
    return use(folder);
  });
}

test("interfaces without classes", async () => {
  const program = `
    import { shared } from "./sdk/models/index.js";
    const pet: shared.Cat = { kind: "cat" };
    export const person: shared.Person = {
      firstName: "Ada", kind: shared.Kind.Staff, nickName: null, born: new Date(0), pets: [pet], home: {},
    };
    // @ts-expect-error
    export const nobody: shared.Person = { firstName: 1 };
  `;
  const { person } = await compiled("Interfaces without classes", program, (folder) => load(folder, "dist/program.js"));
  expect(person.pets).toEqual([{ kind: "cat" }]);
});

test("zod schemas", async () => {
  const program = `
    import { z } from "zod";
    import { shared } from "./sdk/models/index.js";
    export const read = z.object({ person: shared.PersonSchema });
    export const typed: z.output<typeof read>["person"]["firstName"] = "Ada";
    export const Person = shared.Person;
  `;
  await compiled("zod schemas", program, async (folder) => {
    const { read, Person } = await load(folder, "dist/program.js");
    const good = read.parse({ person: { first_name: "Ada", kind: "staff" } });
    expect(good.person).toBeInstanceOf(Person);
    const { error } = read.safeParse({ person: { first_name: "Someone", kind: "boss" } });
    const paths = error.issues.map(({ path }: { path: string[] }) => path.join("."));
    expect(paths).toContain("person.kind");
  });
});
