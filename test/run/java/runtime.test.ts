/** The runtime in place, without a generator: compiled with every warning, formatted, and unit-tested with JUnit. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { libraries, toolchain } from "./toolchain.js";
import { compile } from "./tree.js";

const pom = "runtime-pom.xml";
const sources = javaIn("templates/java/runtime");
const tests = javaIn("test/run/java/runtime");

function javaIn(folder: string): readonly string[] {
  return readdirSync(join(projectRoot, folder)).map((name) => join(projectRoot, folder, name));
}

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "modelwright-"));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("the runtime compiles in place", () => {
    expect(compile(folder, [], sources, pom)).toBe("");
  });

  test("the runtime and its tests are formatted", () => {
    const packages = ["api", "code", "file", "parser", "tree", "util"];
    const exports = packages.flatMap((name) => [
      "--add-exports",
      `jdk.compiler/com.sun.tools.javac.${name}=ALL-UNNAMED`,
    ]);
    const formatter = "com.palantir.javaformat.java.Main";
    const parameters = [...exports, "-cp", libraries("format-pom.xml"), formatter, "--palantir", "--dry-run"];
    const { stdout, stderr } = spawnSync("java", [...parameters, ...sources, ...tests], { encoding: "utf8" });
    expect(stderr).toBe("");
    const unformatted = stdout.split("\n").filter((line) => line !== "");
    expect(unformatted.map((path) => basename(path))).toEqual([]);
  });

  test("the runtime passes its unit tests", () => {
    expect(compile(folder, [], [...sources, ...tests], pom)).toBe("");
    const classes = join(folder, "classes");
    const classPath = [classes, libraries(pom)].join(delimiter);
    const options = ["--scan-class-path", classes, "--disable-banner", "--details=tree", "--fail-if-no-tests"];
    const launcher = ["org.junit.platform.console.ConsoleLauncher", "execute", ...options];
    const { status, stdout } = spawnSync("java", ["-cp", classPath, ...launcher], { encoding: "utf8" });
    expect(status, stdout).toBe(0);
    const testClasses = tests.map((path) => basename(path, ".java"));
    for (const name of testClasses) expect(stdout).toContain(name);
  });
});
