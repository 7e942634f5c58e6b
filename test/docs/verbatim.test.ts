/** How a renderer of GitHub's Markdown shows values in tables. */
import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { tableCells } from "../../src/docs/table.js";
import { codeSpan, verbatim } from "../../src/docs/verbatim.js";
import { generateTexts } from "../generate-texts.js";

const github = { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true };

/** The visible text of a table cell: without tags, with line breaks. */
function shown(markdown: string): string {
  const value = { text: markdown, markdown };
  const { rule, rows } = tableCells([{ value: "Value" }, { value }], "compact");
  const table = [`| ${rows[0]?.value} |`, `| ${rule} |`, `| ${rows[1]?.value} |`].join("\n");
  const html = micromark(table, github);
  const [, cell = "no cell"] = /<tbody>\s*<tr>\s*<td>(.*)<\/td>\s*<\/tr>\s*<\/tbody>/s.exec(html) ?? [];
  return textOfHtml(cell);
}

function textOfHtml(html: string): string {
  return html
    .replaceAll("<br/>", "\n")
    .replace(/<!--[^]*?-->|<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (_, name: "amp" | "lt" | "gt" | "quot") => entities[name]);
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"' } as const;

describe("a value", () => {
  it.each([
    ["<nil>", "\\<nil>"],
    ["__init__", "\\_\\_init\\_\\_"],
    ["{{ name }}", "\\{\\{ name }}"],
    ["{% if %}", "\\{% if %}"],
    ["*x*", "\\*x\\*"],
    ["~~x~~", "\\~\\~x\\~\\~"],
    ["`x`", "\\`x\\`"],
    ["a&lt;b&#33;", "a\\&lt;b\\&#33;"],
    ["[a](b) ![a](b)", "[a\\](b) ![a\\](b)"],
    ["<br/>", "\\<br/>"],
    ["</p><!-- x -->", "\\</p>\\<!-- x -->"],
    ["<a@b.c> <1@b.c> <https://a.b>", "\\<a@b.c> \\<1@b.c> \\<https\\://a.b>"],
    ["C:\\*.txt", "C:\\\\*.txt"],
    ['{"a":"\\""}', '{"a":"\\\\""}'],
    ["https://a.b/__init__.py", "https\\://a.b/\\_\\_init\\_\\_.py"],
    ["www.a.b/*c*", "www\\.a.b/\\*c\\*"],
    [" a\t", "&#32;a&#9;"],
    ["\\\n", "\\\\\n"],
  ])("%j is written as %j", (value, expected) => {
    expect(verbatim(value)).toBe(expected);
    expect(shown(expected)).toBe(value);
  });

  it.each(["<nil>", "__init__", "*x*", "~~x~~", "`x`", "&lt;", "[a](b)", "<br/>", "C:\\*.txt", " a"])(
    "%j would not be shown as written without escapes",
    (value) => {
      expect(shown(value)).not.toBe(value);
    },
  );

  it.each([
    "snake_case_name",
    "*3gpp",
    "a * b * c",
    "1 < 2 && 3 > 2",
    "<= 5 <",
    "AT&T R&D &",
    "https://a.b/?x=1&y=a_b_c",
    "C:\\Users\\name",
    "^[a-z]+$",
    "one ` backtick",
    "[a] (b) [c]",
    '{"a":{"b":[]}}',
    "a@b.c",
    "~/x",
    "# - + 1. a",
  ])("%j needs no escapes", (value) => {
    expect(verbatim(value)).toBe(value);
    expect(shown(value)).toBe(value);
  });

  it.each([
    ["<p>This is text</p>", "<p>This is text</p>", "This is text"],
    ["<p>*x* </p><p>y</p>", "<p>\\*x\\* \\</p>\\<p>y</p>", "*x* </p><p>y"],
    ["x <p>y</p>", "x \\<p>y\\</p>", "x <p>y</p>"],
  ])("that is an HTML paragraph keeps its tags, as published: %j", (value, expected, seen) => {
    expect([verbatim(value), shown(expected)]).toEqual([expected, seen]);
  });

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(..."\\&`*_~<>[](){}%!#;:@./\"'|- \n\té😀a1".match(/./gsu)!),
      fc.constantFrom(
        "__",
        "**",
        "~~",
        "{{",
        "}}",
        "](",
        "<br/>",
        "<nil>",
        "&lt;",
        "&#1;",
        "https://",
        "www.",
        "a@b.c",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
  );
  /** Markdown cannot contain NUL, and a table cannot contain a carriage return. */
  const value = pieces.map((each) => each.join("").replace(/[\0\r]/g, ""));

  it("is shown as written", () => {
    fc.assert(
      fc.property(value, (text) => {
        expect(shown(verbatim(text))).toBe(text);
      }),
      { numRuns: 3_000 },
    );
  });

  it("is shown as written in emphasis", () => {
    fc.assert(
      fc.property(value, (text) => {
        const code = JSON.stringify(text);
        expect(shown(`*${verbatim(code, "emphasis")}*`)).toBe(code);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is shown as written in code", () => {
    fc.assert(
      fc.property(value, (text) => {
        const code = JSON.stringify(text);
        expect(textOfHtml(micromark(`### ${codeSpan(code)}`).replace(/^<h3><code>|<\/code><\/h3>$/g, ""))).toBe(code);
      }),
    );
    expect([codeSpan("`"), codeSpan("string")]).toEqual(["`` ` ``", "`string`"]);
  });

  it("is shown as written on the pages of every language", async () => {
    const values = ["<nil>", "__init__", "{{ name }}", "*x*", "a|b", "C:\\*"];
    const quoted = values.map((each) => JSON.stringify(each));
    const fields = quoted.map((each, at) => `      f${at}: { type: string, example: ${each} }\n`);
    const spec = `models:
  Kind: { enum: [${quoted.map((each, at) => `{ value: ${each}, name: v${at} }`).join(", ")}] }
  Thing:
    fields:
      constant: { const: "*x*" }
${fields.join("")}  Either: { oneOf: [{ const: "a\`b" }, { type: integer }] }
`;
    const { files, diagnostics } = await generateTexts({ "spec/a.yaml": spec });
    expect(diagnostics).toEqual([]);
    const pages = [...files].filter(([path]) => /\/(?:kind|thing)\.md$/i.test(path));
    expect(pages).toHaveLength(6);
    for (const [path, page] of pages) {
      const html = micromark(page, github);
      const cells = Array.from(html.matchAll(/<td[^>]*>(.*?)<\/td>/g), ([, cell = ""]) => textOfHtml(cell));
      expect(cells, path).toEqual(expect.arrayContaining(values));
      if (/typescript.*thing/.test(path)) expect(cells).toContain('"*x*"');
    }
    expect(files.get("typescript/docs/sdk/models/shared/either.md")).toContain('\n### ``"a`b"``\n');
  });

  it("is shown as written beside other examples", () => {
    expect(shown(`**Example 1:** ${verbatim("*x*")}\n**Example 2:** ${verbatim("<nil>")}`)).toBe(
      "Example 1: *x*\nExample 2: <nil>",
    );
  });
});
