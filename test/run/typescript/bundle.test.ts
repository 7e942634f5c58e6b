/** Bundlers drop unused classes, since modules have no side effects. */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { openIn, projectRoot } from "../../generated.js";
import { inTemporaryFolder, typescriptOf, writeFiles } from "./tree.js";

const cases = join(projectRoot, "test/cases");

/** The bundle that rolldown builds from a script next to the models of a case. */
async function bundle(name: string, script: string): Promise<string> {
  return inTemporaryFolder(async (folder) => {
    writeFiles(folder, await typescriptOf(join(cases, name)));
    expect(existsSync(join(folder, "src/sdk/models/index.ts"))).toBe(true);
    const input = join(folder, "src/main.ts");
    writeFileSync(input, script);
    const build = await rolldown({ input, cwd: folder });
    const { output } = await build.generate({ minify: true });
    await build.close();
    return output[0].code.trim();
  });
}

const folders = readdirSync(cases).filter((name) =>
  openIn(join(cases, name)).targets.some((target) => target.name === "typescript"),
);

test.each(folders)("importing the models of %s without using them adds nothing", async (name) => {
  expect(await bundle(name, 'import "./sdk/models/index.js";')).toBe("");
});

test("one enum costs little more than its values", async () => {
  const script = 'import { Country } from "./sdk/models/shared/index.js";\nconsole.log(Country);';
  expect((await bundle("pets", script)).length).toBeLessThan(100);
});
