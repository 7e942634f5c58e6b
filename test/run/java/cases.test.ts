/** Generated Java in use: the shipped spec and the `java` case, compiled and run. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { allOptions, checkComments, compile, inTemporaryFolder, javaOf, javaOfSpec, run } from "./tree.js";

/**
 * The class files without the `Generated` annotation of the generated package `support`, which makes coverage tools skip a
 * class. Every class file must have it, nested classes included; the compiler's synthetic classes have a number.
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

  test.each([
    ["2", "runtime-pom.xml"],
    ["3", "jackson3-runtime-pom.xml"],
  ])("all cases have complete comments, with all options and Jackson %s", async (jackson, pom) => {
    const cases = readdirSync(join(projectRoot, "test/cases")).map((name) => join(projectRoot, "test/cases", name));
    const single = cases.filter((folder) => !existsSync(join(folder, "modelwright.yaml")));
    const trees = single.map((folder) => {
      const spec = readFileSync(join(folder, "spec.yaml"), "utf8");
      return javaOfSpec(spec, basename(folder), `jackson: ${jackson}`, ...allOptions);
    });
    const files = (await Promise.all(trees)).flatMap((tree) => tree ?? []);
    expect(files.length).toBeGreaterThan(50);
    await inTemporaryFolder((folder) => {
      expect(compile(folder, files, [], pom)).toBe("");
      expect(classesWithoutMark(join(folder, "classes"))).toEqual([]);
      expect(checkComments(folder, pom)).toBe("");
    });
  });
});
