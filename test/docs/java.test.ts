/** README.md and docs/java.md name the libraries that the tests of the generated Java use, and no others. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../generated.js";

const page = textOf("docs/java.md");

function textOf(path: string): string {
  return readFileSync(join(projectRoot, path), "utf8");
}

interface Library {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
}

function dependenciesIn(xml: string): readonly Library[] {
  return [...xml.matchAll(/<dependency>(.*?)<\/dependency>/gs)].map(([, body = ""]) => {
    const part = (tag: string): string => new RegExp(`<${tag}>(.*?)</${tag}>`).exec(body)?.[1] ?? "";
    return { group: part("groupId"), artifact: part("artifactId"), version: part("version") };
  });
}

function snippet(text: string, language: string): string {
  return new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(text)?.[1] ?? "";
}

const tested = dependenciesIn(readFileSync(join(projectRoot, "test/run/java/pom.xml"), "utf8"));

test("docs/java.md: the snippet for Maven", () => {
  expect(tested.length).toBe(3);
  expect(dependenciesIn(snippet(page, "xml"))).toEqual(tested);
});

test.each(["README.md", "docs/java.md"])("%s: the snippet for Gradle", (path) => {
  const coordinates = [...snippet(textOf(path), "kotlin").matchAll(/api\("(.*?):(.*?):(.*?)"\)/g)];
  expect(coordinates.map(([, group, artifact, version]) => ({ group, artifact, version }))).toEqual(tested);
});

test("the oldest Jackson", () => {
  const [oldest] = dependenciesIn(readFileSync(join(projectRoot, "test/run/java/oldest-pom.xml"), "utf8"));
  const stated = /jackson-databind`.*version (\d+\.\d+) or newer/.exec(page)?.[1];
  expect(oldest!.version.startsWith(`${stated}.`)).toBe(true);
});
