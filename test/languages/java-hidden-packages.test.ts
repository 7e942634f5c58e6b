/** Fields that would break a Java class are reported with their location, but only if a class needs the hidden package. */
import { expect, test } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import { diagnosticText } from "../../src/diagnostics/text.js";
import { plan } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";

function diagnostics(text: string, language = "java", ...more: readonly string[]): string {
  const options = (language === "java" ? ["package: io.acme", ...more] : []).map((option) => `, ${option}`).join("");
  const config = { path: "modelwright.yaml", text: `targets: { t: { language: ${language}, output: out${options} } }` };
  const source = { path: "spec/a.yaml", text };
  const { diagnostics } = plan({ config: checkConfig(config, languages).value!, sources: [source] });
  return diagnostics.map((each) => diagnosticText(each, new Map([[source.path, source]]))).join("\n");
}

const place =
  "models:\n  Place:\n    fields:\n      java: string\n      io: { type: string, rename: { java: ioName } }\n";

test("a field that hides a package", () => {
  expect(diagnostics(place)).toBe("");
  expect(diagnostics(`${place}  Optional: { fields: { a: string } }\n`, "ruby")).toBe("");
  expect(diagnostics(`${place}  Optional: { fields: { a: string } }\n`)).toMatchInlineSnapshot(`
    "spec/a.yaml:4:7: error unusable-name: "java" cannot be a Java field here, because it hides a package that the two classes named "Optional" need
      4 |       java: string
                ^^^^
      hint: choose another name: rename: { java: javaValue }"
  `);
});

test("a field that hides a package that an option needs", () => {
  const size = "models: { Size: { fields: { jakarta: string } }, OpenApiSchema: { fields: { java: string } } }\n";
  expect(diagnostics(size)).toBe("");
  expect(diagnostics(size, "java", "validation: jakarta")).toContain('"jakarta" cannot be a Java field here');
  expect(diagnostics(size, "java", "openapi: schemas")).toContain('"java" cannot be a Java field here');
});

test("a field that hides the package of the models", () => {
  const other = "namespace: other\nmodels: { Place: { fields: { org: string, io: string } } }\n";
  expect(diagnostics(other)).toBe("");
  expect(diagnostics("models: { List: { fields: { io: string, orgs: string } } }")).toMatchInlineSnapshot(`
    "spec/a.yaml:1:29: error unusable-name: "io" cannot be a Java field here, because it hides a package that the two classes named "List" need
      1 | models: { List: { fields: { io: string, orgs: string } } }
                                      ^^
      hint: choose another name: rename: { java: ioValue }"
  `);
});
