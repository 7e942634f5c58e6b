/** The runtime in place, without the generator: compiled with all warnings, formatted, and unit-tested with JUnit. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { libraries, toolchain } from "./toolchain.js";
import { compile, forJackson3 } from "./tree.js";

const shared = javaIn("templates/java/runtime");
const optional = ["jakarta", "openapi"].flatMap((name) => javaIn(`templates/java/runtime/${name}`));
const tests = javaIn("test/run/java/runtime");

const versions = [
  { jackson: "2", pom: "pom.xml", testPom: "runtime-pom.xml" },
  { jackson: "3", pom: "jackson3-pom.xml", testPom: "jackson3-runtime-pom.xml" },
].map((each) => ({ ...each, sources: [...shared, ...javaIn(`templates/java/runtime/jackson${each.jackson}`)] }));

function javaIn(folder: string): readonly string[] {
  const names = readdirSync(join(projectRoot, folder)).filter((name) => name.endsWith(".java"));
  return names.map((name) => join(projectRoot, folder, name));
}

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "modelwright-"));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(versions)("the runtime for Jackson $jackson compiles in place", ({ sources, pom }) => {
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
    const sources = new Set([...versions.flatMap((each) => each.sources), ...optional]);
    const { stdout, stderr } = spawnSync("java", [...parameters, ...sources, ...tests], { encoding: "utf8" });
    expect(stderr).toBe("");
    const unformatted = stdout.split("\n").filter((line) => line !== "");
    expect(unformatted.map((path) => basename(path))).toEqual([]);
  });

  test.each(versions)("the runtime for Jackson $jackson passes its unit tests", ({ jackson, sources, testPom }) => {
    const own = mkdtempSync(join(folder, "tests-"));
    const programs = jackson === "3" ? tests.map((path) => forJackson3(own, path)) : tests;
    expect(compile(own, [], [...sources, ...optional, ...programs], testPom)).toBe("");
    const classes = join(own, "classes");
    const classPath = [classes, libraries(testPom)].join(delimiter);
    const options = ["--scan-class-path", classes, "--disable-banner", "--details=tree", "--fail-if-no-tests"];
    const launcher = ["org.junit.platform.console.ConsoleLauncher", "execute", ...options];
    const { status, stdout } = spawnSync("java", ["-cp", classPath, ...launcher], { encoding: "utf8" });
    expect(status, stdout).toBe(0);
    const testClasses = tests.map((path) => basename(path, ".java"));
    for (const name of testClasses) expect(stdout).toContain(name);
  });
});
