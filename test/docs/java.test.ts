/** README.md and docs/java.md name exactly the libraries that the tests of the generated Java use. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
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

/** The first snippet in a language that names a library. */
function snippet(text: string, language: string, library: string): string {
  const snippets = [...text.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map(([, body = ""]) => body);
  return snippets.find((each) => each.includes(library)) ?? "";
}

function librariesOf(pom: string): readonly Library[] {
  return dependenciesIn(readFileSync(join(projectRoot, "test/run/java", pom), "utf8"));
}

describe.each([
  ["README.md", "pom.xml", "com.fasterxml.jackson.core"],
  ["docs/java.md", "pom.xml", "com.fasterxml.jackson.core"],
  ["docs/java.md", "jackson3-pom.xml", "tools.jackson.core"],
])("%s, %s", (path, pom, group) => {
  const text = textOf(path);
  const tested = librariesOf(pom);

  // README.md has one snippet, for Gradle.
  test.runIf(path !== "README.md")("the snippet for Maven", () => {
    expect(tested.length).toBe(3);
    expect(dependenciesIn(snippet(text, "xml", group))).toEqual(tested);
  });

  test("the snippet for Gradle", () => {
    const coordinates = [...snippet(text, "kotlin", group).matchAll(/api\("(.*?):(.*?):(.*?)"\)/g)];
    expect(coordinates.map(([, group, artifact, version]) => ({ group, artifact, version }))).toEqual(tested);
  });
});

test("the Jackson 3 version in README.md", () => {
  const { group, artifact, version } = librariesOf("jackson3-pom.xml")[0]!;
  expect(textOf("README.md")).toContain(`\`${group}:${artifact}:${version}\``);
});

test("the oldest supported Jackson 2", () => {
  const [oldest] = dependenciesIn(readFileSync(join(projectRoot, "test/run/java/oldest-pom.xml"), "utf8"));
  const stated = /jackson-databind`.*version (\d+\.\d+) or newer/.exec(page)?.[1];
  expect(oldest!.version.startsWith(`${stated}.`)).toBe(true);
});

test("the oldest supported Jackson 3", () => {
  const stated = /`tools\.jackson\.core:jackson-databind`, version (\d+\.\d+) or newer/.exec(page)?.[1];
  expect(librariesOf("jackson3-oldest-pom.xml")[0]!.version.startsWith(`${stated}.`)).toBe(true);
});
