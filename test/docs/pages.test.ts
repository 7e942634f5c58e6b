/** Whole pages as templates render them (format §1, §10), and invariants that hold for any spec. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Definition } from "../../src/spec/spec.js";
import { renderDocs } from "./render-docs.js";
import { enumOf, field, model, scalar, unionOf } from "./spec-values.js";

const documentation = { description: "What it is", externalDocs: { url: "https://example.com", description: "More" } };
const old = { deprecated: { message: "Old\ntoo", use: "New" } };

function pageOf(language: "java" | "ruby" | "typescript", definition: Definition): string {
  const pages = renderDocs(language, [definition], { tables: "compact" });
  return [...pages].find(([path]) => !path.endsWith("README.md"))?.[1] ?? "";
}

describe("the skeleton of a page (format §1)", () => {
  test.each(["java", "ruby"] as const)("%s", (language) => {
    expect(pageOf(language, model("Thing", []))).toBe(
      "# Thing\n\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |",
    );
    expect(pageOf(language, enumOf("Kind", ["a"], documentation))).toBe(
      "# Kind\n\nWhat it is\n\nMore\n<https://example.com>\n\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `A` | a |",
    );
    expect(pageOf(language, unionOf("Either", [scalar("string")]))).toBe("# Either\n\n");
    expect(pageOf(language, { ...unionOf("Either", []), ...documentation, ...old })).toBe(
      "# ~~Either~~\n\nWhat it is\n\nMore\n<https://example.com>\n\n> :warning: **DEPRECATED**: Old\n> too. Use `New` instead.\n\n",
    );
  });

  test("a model with only a link shows just the link", () => {
    const linked = model("Thing", [], { externalDocs: { url: "https://example.com", description: undefined } });
    expect(pageOf("java", linked)).toMatch(/^# Thing\n\n<https:\/\/example\.com>\n\n\n## Fields\n/);
  });

  test("typescript", () => {
    expect(pageOf("typescript", model("Thing", [], { description: "What it is" }))).toMatch(
      /^# Thing\n\nWhat it is\n\n## Example Usage\n\n```typescript\n[^]+\n```\n\n## Fields\n\n\| Field \| Type \| Required \| Description \|\n\| --- \| --- \| --- \| --- \|$/,
    );
    expect(pageOf("typescript", enumOf("Kind", ["a"], { open: true }))).toMatch(
      /\n```\n\n## Values\n\nThis is an open enum\. Unrecognized values will be captured as the `Unrecognized<string>` branded type\.\n\n\| Name \| Value \|\n\| --- \| --- \|\n\| `A` \| a \|\n\| - \| `Unrecognized<string>` \|$/,
    );
    expect(pageOf("typescript", enumOf("Kind", [1], { open: true, base: "integer" }))).toMatch(
      /\n\| - \| `Unrecognized<number>` \|$/,
    );
    expect(pageOf("typescript", enumOf("Kind", ["a"]))).toMatch(
      /## Values\n\n\| Name \| Value \|\n\| --- \| --- \|\n\| `A` \| a \|$/,
    );
    expect(
      pageOf("typescript", unionOf("Either", [scalar("string"), { type: scalar("any"), description: "All" }])),
    ).toMatch(
      /^# Either\n\n\n## Supported Types\n\n### `string`\n\n```typescript\nconst value: string = .+;\n```\n\n### `any`\n\nAll\n\n```typescript\nconst value: any = .+;\n```\n\n$/,
    );
  });
});

describe("the Example column (format §2, §11)", () => {
  test("is present if a field has an example, even an empty one", () => {
    expect(pageOf("ruby", model("Thing", [field("a", { examples: [""] }), field("b")]))).toMatch(
      /\| Field \| Type \| Required \| Description \| Example \|\n\| --- \| --- \| --- \| --- \| --- \|\n\| `a` \|.+\| N\/A \|  \|\n\| `b` \|.+\| N\/A \|  \|$/,
    );
  });

  test("is absent otherwise", () => {
    expect(pageOf("ruby", model("Thing", [field("a")]))).not.toContain("Example");
  });
});

test("a deprecated field is struck through (format §4)", () => {
  const old = field("a_b", { deprecated: { message: undefined, use: undefined } });
  expect(pageOf("java", model("Thing", [old]))).toContain("| ~~`aB`~~ |");
});

describe("any spec", () => {
  const unit = fc.constantFrom(
    "|",
    "\\",
    "\n",
    "\r",
    "\u2028",
    "a",
    " ",
    "`",
    "<!--",
    "{{",
    "}}",
    "😀",
    "~~",
    "#",
    "-",
    "\t",
  );
  const text = fc.string({ unit, maxLength: 12 });
  const described = fc.record({ description: text, examples: fc.array(text, { maxLength: 2 }) });

  test.each(["java", "ruby", "typescript"] as const)(
    "a %s table keeps its rows, cells and column widths",
    (language) => {
      fc.assert(
        fc.property(fc.array(described, { minLength: 1, maxLength: 4 }), (texts) => {
          const fields = texts.map((each, index) => field(`field_${index}`, each));
          const page = renderDocs(language, [model("Thing", fields)]);
          const table = tableOf([...page.values()][1] ?? "");
          const columns = texts.some(({ examples }) => examples.length > 0) ? 5 : 4;
          expect(table).toHaveLength(texts.length + 2);
          for (const row of table) expect(cellsOf(row)).toHaveLength(columns);
          const widths = cellsOf(table[1] ?? "").map((cell) => cell.length);
          expect(new Set(widths).size).toBe(1);
        }),
        { numRuns: 60 },
      );
    },
  );

  test.each(["java", "ruby", "typescript"] as const)("a %s table of values keeps its rows and cells", (language) => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 4 }), (values) => {
        const named = values.map((value, index) => ({ value, name: `value ${index}x` }));
        const table = tableOf([...renderDocs(language, [enumOf("Kind", named)]).values()][1] ?? "");
        expect(table).toHaveLength(values.length + 2);
        for (const row of table) expect(cellsOf(row)).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  });

  test("the index keeps its rows and cells", () => {
    fc.assert(
      fc.property(text, (description) => {
        const index = [...renderDocs("java", [model("Thing", [], { description })]).values()][0] ?? "";
        const rows = index.split(/[\r\n]/).filter((line) => line.startsWith("|"));
        expect(rows).toHaveLength(3);
        for (const row of rows) expect(cellsOf(row)).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  });
});

/** The lines of the last table on the page. */
function tableOf(page: string): readonly string[] {
  const lines = page.split(/\r\n|[\r\n]/);
  return lines.slice(lines.findLastIndex((line) => line.startsWith("##")) + 2).filter((line) => line !== "");
}

/** The cells of a row as GitHub reads them: a backslash takes the character after it with it. */
function cellsOf(row: string): readonly string[] {
  expect(row).toMatch(/^\| .* \|$/s);
  return row.slice(1, -1).match(/(?:\\.|[^|\\])+/gsu) ?? [];
}
