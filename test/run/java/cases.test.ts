/** What people do with generated Java: the shipped spec and the case of Java, compiled and run. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { checkComments, compile, inTemporaryFolder, javaOf, javaOfSpec, run } from "./tree.js";

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test.each([
    ["Orders", "test/cases/java"],
    ["Sessions", "."],
  ])("%s", async (program, project) => {
    const files = await javaOf(join(projectRoot, project));
    await inTemporaryFolder(async (folder) => {
      expect(compile(folder, files, [join(projectRoot, `test/run/java/${program}.java`)])).toBe("");
      expect(checkComments(folder)).toBe("");
      expect(run(folder, program)).toBe("done\n");
    });
  });

  test("the comments of all cases are complete, whatever the options", async () => {
    const cases = readdirSync(join(projectRoot, "test/cases")).map((name) => join(projectRoot, "test/cases", name));
    const single = cases.filter((folder) => !existsSync(join(folder, "modelwright.yaml")));
    const trees = single.map((folder) => {
      const spec = readFileSync(join(folder, "spec.yaml"), "utf8");
      return javaOfSpec(spec, basename(folder), "accessors: bean", "validation: jakarta", "openapi: schemas");
    });
    const files = (await Promise.all(trees)).flatMap((tree) => tree ?? []);
    expect(files.length).toBeGreaterThan(50);
    await inTemporaryFolder((folder) => {
      expect(compile(folder, files, [], "runtime-pom.xml")).toBe("");
      expect(checkComments(folder, "runtime-pom.xml")).toBe("");
    });
  });
});
