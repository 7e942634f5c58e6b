import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { causesSince, headOf, originOf, parseOrigin, printOrigin, withoutHead } from "../../src/causes/origin.js";
import type { Target } from "../../src/config/config.js";
import { hashOf } from "../../src/disk/hash.js";

const target: Target = {
  ...{ name: "a", language: "java", version: undefined, folders: ["out"], templates: "mine", format: true },
  code: { output: "out", from: "", to: "" },
  docs: undefined,
  ...{ namespace: "shared", fieldOrder: "spec", inlineNames: "qualified", tables: "padded", maxDepth: 100 },
  options: {},
  span: { file: "modelwright.yaml", start: 0, end: 1 },
};

function headWith(
  changes: Partial<Target> = {},
  templates: Readonly<Record<string, string>> = {},
  rest: { version?: string; languages?: readonly { id: string }[]; code?: readonly { hash: string }[] } = {},
): string {
  const files = Object.entries(templates).map(
    ([name, text]) => [name, { path: name, text, own: true, hash: hashOf(text) }] as const,
  );
  const parts = { version: "1.0.0", languages: [], code: [], ...rest, templates: new Map([["a", new Map(files)]]) };
  return printOrigin(originOf({ ...parts, target: { ...target, ...changes }, hash: hashOf }));
}

const kinds = (last: string | undefined, next: string, template?: string): readonly string[] =>
  causesSince(last, next)(template === undefined ? undefined : { template }).map(({ kind }) => kind);

describe("the head of a manifest", () => {
  it("survives any name of a template", () => {
    const name = fc.string({ minLength: 1, unit: "binary" });
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), (templates) => {
        const head = headWith({}, templates);
        expect(headOf(`${head}${hashOf("a")}  a.md\n`)).toBe(head);
        expect(withoutHead(`${head}rest`)).toBe("rest");
        expect(printOrigin(parseOrigin(head))).toBe(head);
      }),
    );
  });

  it("is found whatever a manifest holds", () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(headOf(text) + withoutHead(text)).toBe(text)));
    expect(headOf("# no line feed")).toBe("");
  });
});

describe("causes", () => {
  it("are unknown without a manifest, or for files that have no target", () => {
    expect([kinds(undefined, headWith()), kinds("", "")]).toEqual([[], []]);
  });

  it("are the spec if nothing else changed, wherever the target is in the config", () => {
    expect(kinds(headWith(), headWith({ span: { ...target.span, start: 7 } }))).toEqual(["spec"]);
  });

  it("are the config only as far as the version is the same", () => {
    expect(kinds(headWith(), headWith({ namespace: "b" }))).toEqual(["config"]);
    expect(kinds(headWith(), headWith({ namespace: "b" }, {}, { version: "2.0.0" }))).toEqual(["tool"]);
  });

  it("are templates that pages of a kind can have", () => {
    const [none, all] = [headWith(), headWith({}, { "docs/model": "a", "classes/model": "b", mine: "c" })];
    const texts = (template: string): readonly string[] => causesSince(none, all)({ template }).map(({ text }) => text);
    expect(texts("docs/index")).toEqual(['the template "docs/model" changed', 'the template "mine" changed']);
    expect(texts("classes/enum")).toEqual(['the template "classes/model" changed', 'the template "mine" changed']);
    expect(kinds(all, none)).toEqual(["template", "template", "template"]);
  });

  it("are the code of a language from outside", () => {
    const java = { languages: [{ id: "java" }] };
    const [one, other] = ["1", "2"].map((hash) => headWith({}, {}, { ...java, code: [{ hash }] }));
    expect(kinds(one, other ?? "")).toEqual(["tool"]);
    expect(kinds(headWith({}, {}, { code: [{ hash: "1" }] }), headWith())).toEqual(["spec"]);
  });

  it("are read between the markers of a conflict", () => {
    const conflict = `<<<<<<< a\n${headWith()}=======\n${headWith({}, {}, { version: "2.0.0" })}>>>>>>> b\n`;
    expect(kinds(conflict, headWith({}, {}, { version: "3.0.0" }))).toEqual(["tool"]);
  });
});
