/** Option values that a language accepts and rejects. */
import { describe, expect, test } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import { languages } from "../../src/languages/index.js";

function message(language: string, option: string, value: string): string | undefined {
  const text = `targets: { t: { language: ${language}, output: out, ${option}: "${value}" } }`;
  return checkConfig({ path: "modelwright.yaml", text }, languages).diagnostics[0]?.message;
}

test.each(["new.int", "com.true", "class", "java.util", "java", "com._", "com.nul.api", "com1", "Com", "a..b"])(
  "not a Java package: %s",
  (value) => {
    expect(message("java", "package", value)).toBe(
      `"${value}" must be a Java package such as com.example.api, with no word of Java or name of a device in it`,
    );
  },
);

test.each(["Object", "String::Api", "Api::END", "BEGIN", "IOError", "acme", "A::b"])(
  "not a Ruby module: %s",
  (value) => {
    expect(message("ruby", "module", value)).toBe(
      `"${value}" must be a Ruby module such as Acme::Api, which is neither a keyword nor a class of Ruby's own`,
    );
  },
);

test.each([
  ["java", "package", "com.example.news.integer"],
  ["java", "package", "javax.api"],
  ["ruby", "module", "Acme::String"],
  ["ruby", "module", "Objects"],
])("accepted in %s: %s %s", (language, option, value) => {
  expect(message(language, option, value)).toBeUndefined();
});

describe("docs: { languages: together }", () => {
  const target = (settings: string): string => `{ output: "${settings.replace(/\W/g, "")}", ${settings} }`;
  const docsOf = (...targets: readonly string[]) => {
    const named = targets.map((each, at) => `  t${at}: ${target(each)}\n`).join("");
    const text = `versions: ["1", "2"]\ntargets:\n${named}`;
    const { value, diagnostics } = checkConfig({ path: "modelwright.yaml", text }, languages);
    expect(diagnostics).toEqual([]);
    return value!.targets[0]!.docs!;
  };

  test("shows the first target of each other language that has the same version", () => {
    const { together } = docsOf(
      "language: java, docs: { languages: together }",
      "language: ruby, version: '1'",
      "language: ruby, docs: false",
      "language: ruby, module: Other",
      "language: java, package: org.other",
      "language: typescript, docs: { languages: together }",
    );
    expect(together?.map(({ name }) => name)).toEqual(["t2", "t5"]);
  });

  test("is in the look full", () => {
    expect(docsOf("language: java, docs: { languages: together }").look).toBe("full");
    expect(docsOf("language: java, docs: { languages: separate }")).toMatchObject({ look: "documented" });
    expect(docsOf("language: java, docs: { languages: separate }").together).toBeUndefined();
  });
});
