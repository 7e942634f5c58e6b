/** Option values that a language accepts and rejects. */
import { expect, test } from "vitest";
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
