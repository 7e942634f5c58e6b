/** What people do with generated Java: the shipped spec and the case of Java, compiled and run. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { checkComments, compile, inTemporaryFolder, javaOf, run } from "./tree.js";

/**
 * The class files without the annotation `Generated` of the generated package `support`, by which coverage tools leave a class
 * out. It must be in the class file of every class, those inside others included; the compiler's own classes have a number.
 */
function classesWithoutMark(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\/.*(?<!\$\d+)\.class$/.test(path))
    .filter((path) => !readFileSync(join(folder, path), "latin1").includes("/support/Generated;"))
    .filter((path) => !path.endsWith("/support/Generated.class"));
}

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test.each([
    ["Orders", "test/cases/java"],
    ["Sessions", "."],
  ])("%s", async (program, project) => {
    const files = await javaOf(join(projectRoot, project));
    await inTemporaryFolder(async (folder) => {
      expect(compile(folder, files, [join(projectRoot, `test/run/java/${program}.java`)])).toBe("");
      expect(classesWithoutMark(join(folder, "classes"))).toEqual([]);
      expect(checkComments(folder)).toBe("");
      expect(run(folder, program)).toBe("done\n");
    });
  });
});
