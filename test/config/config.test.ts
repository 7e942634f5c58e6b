import { describe, expect, it } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import type { TargetLanguage } from "../../src/config/option.js";

const languages: readonly TargetLanguage[] = [
  {
    id: "ruby",
    title: "Ruby",
    defaultNamespace: "shared",
    defaultFieldOrder: "alphabetical",
    options: {
      module: { description: "The module.", default: "Api", pattern: "[A-Z][A-Za-z]*" },
      unions: { description: "Unions.", default: "typed", values: ["typed", "any"] },
      sorbet: { description: "Whether.", default: true },
    },
  },
  { id: "java", title: "Java", defaultNamespace: "components", defaultFieldOrder: "spec", options: {} },
];

function check(text: string) {
  return checkConfig({ path: "modelwright.yaml", text }, languages);
}

describe("a config", () => {
  it("gets default values", () => {
    const text = "targets: { r: { language: ruby, output: generated/ruby } }";
    expect(check(text)).toEqual({
      value: {
        spec: "spec",
        specSpan: { file: "modelwright.yaml", start: 0, end: 0 },
        versions: [],
        targets: [
          {
            name: "r",
            language: "ruby",
            version: undefined,
            folders: ["generated/ruby"],
            code: { output: "generated/ruby", from: "", to: "" },
            docs: { output: "generated/ruby", from: "", to: "", flavor: "github", look: "documented" },
            templates: undefined,
            format: false,
            namespace: "shared",
            fieldOrder: "alphabetical",
            inlineNames: "qualified",
            tables: "padded",
            maxDepth: 100,
            options: { module: "Api", unions: "typed", sorbet: true },
            span: { file: "modelwright.yaml", start: 11, end: 12 },
          },
        ],
      },
      diagnostics: [],
    });
  });

  it("can use all keys", () => {
    const { value } = check(`spec: api/spec
versions: ["1", "2"]
targets:
  old: { language: ruby, version: "1", output: out/old, templates: own, format: true, namespace: models, fieldOrder: spec,
         inlineNames: short, tables: compact, maxDepth: 200, module: Shop, unions: any, sorbet: false }
  new: { language: java, output: out/new }`);
    expect(value).toMatchObject({ spec: "api/spec", specSpan: { start: 6, end: 14 }, versions: ["1", "2"] });
    expect(value?.targets).toMatchObject([
      {
        name: "old",
        version: "1",
        templates: "own",
        format: true,
        namespace: "models",
        fieldOrder: "spec",
        inlineNames: "short",
        tables: "compact",
        maxDepth: 200,
        options: { module: "Shop", unions: "any", sorbet: false },
      },
      { name: "new", version: "2", fieldOrder: "spec", namespace: "components", options: {} },
    ]);
  });

  it("has no value if it contains an error", () => {
    expect(check("targets: { r: { language: ruby, output: /out } }").value).toBeUndefined();
    expect(check("targets: { r: { language: rubby, output: out } }").value).toBeUndefined();
    expect(check("targets: [").value).toBeUndefined();
  });

  it.each(["out/../../x", "..", "a/..", "C:out", "\\\\server\\out", "out\u0000"])("rejects the output %j", (output) => {
    const { diagnostics } = check(`targets: { r: { language: ruby, output: ${JSON.stringify(output)} } }`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["path-escape"]);
  });

  it.each([".", "./.", "out", "./out/", "a/b/c", "..out", "out..", "ÄÖ/日本"])("accepts the output %j", (output) => {
    expect(check(`targets: { r: { language: ruby, output: ${JSON.stringify(output)} } }`).diagnostics).toEqual([]);
  });
});
