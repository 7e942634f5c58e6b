/** What people do with generated Java: the shipped spec and the case of Java, compiled and run. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { checkComments, compile, inTemporaryFolder, javaOf, run } from "./tree.js";

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
});
