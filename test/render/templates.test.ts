import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { View } from "../../src/render/page.js";
import { TemplateError, templateName, templatePaths } from "../../src/render/template-files.js";
import { compileTemplates } from "../../src/render/templates.js";

/** Renders the template `page` of these texts. */
async function render(texts: Record<string, string>, view: View = {}, path = "x.txt"): Promise<string> {
  const files = new Map(Object.entries(texts).map(([name, text]) => [name, { path: `${name}.hbs`, text, own: false }]));
  const renderPage = await compileTemplates(files);
  return renderPage({ path, template: "page", view, model: "Pet", span: undefined }).text;
}

async function failure(texts: Record<string, string>, view: View = {}): Promise<Diagnostic> {
  try {
    await render(texts, view);
  } catch (error) {
    if (error instanceof TemplateError) return error.diagnostics[0]!;
    throw error;
  }
  throw new Error("nothing failed");
}

/** The piece of text a diagnostic points to. */
function pointed(texts: Record<string, string>, diagnostic: Diagnostic): string {
  const { file, start, end } = diagnostic.span!;
  return `${file}: ${texts[file.replace(".hbs", "")]!.slice(start, end)}`;
}

describe("a runtime source file", () => {
  const path = "runtime/Copies.java";
  const text = "package modelwright.runtime;\n// {{x}} $& modelwright.runtime\n";

  async function copy(view: View, own = false): Promise<unknown> {
    const renderPage = await compileTemplates(new Map([[path, { path: `templates/java/${path}`, text, own }]]));
    return renderPage({ path: "Copies.java", template: path, view, model: undefined, span: undefined });
  }

  test("is copied with its placeholder replaced, and nothing else", async () => {
    const copied = "package com.$&.acme;\n// {{x}} $& com.$&.acme\n";
    expect(await copy({ "modelwright.runtime": "com.$&.acme" })).toEqual({ text: copied, own: false });
    expect(await copy({})).toEqual({ text, own: false });
  });

  test("may be a target's own", async () => {
    expect(await copy({}, true)).toEqual({ text, own: true });
  });

  test("is found by its name in a template folder, with its ending", () => {
    const paths = ["docs/model.hbs", "runtime/Copies.java", "README.md", "docs/model.hbs.orig"];
    expect(paths.filter((each) => templatePaths.test(each)).map(templateName)).toEqual(["docs/model", path]);
  });
});

describe("rendering", () => {
  test("escapes nothing", async () => {
    expect(await render({ page: "{{text}}" }, { text: "<b> & {{x}} ${y}" })).toBe("<b> & {{x}} ${y}");
  });

  test("a partial keeps its lines and the indentation of its place", async () => {
    expect(await render({ page: "a\n  {{> part}}\nb\n", part: "1\n2\n" })).toBe("a\n  1\n  2\nb\n");
  });

  test("a Markdown page has no final newline (format §1), other files do", async () => {
    expect(await render({ page: "# x\n" }, {}, "a.md")).toBe("# x");
    expect(await render({ page: "x\n" }, {}, "a.rb")).toBe("x\n");
  });

  test("every line ends with a line feed, whatever a spec or a template contains", async () => {
    expect(await render({ page: "1\r\n{{text}}\r\n" }, { text: "2\r\n3\r4\r\r\n5" })).toBe("1\n2\n3\n4\n\n5\n");
    expect(await render({ page: "# x\r\n" }, {}, "a.md")).toBe("# x");
  });

  test("lone surrogates are replaced", async () => {
    expect(await render({ page: "{{text}}" }, { text: "a\ud800b \u{1f600}" })).toBe("a\ufffdb \u{1f600}");
  });

  test("an empty string is not a missing key", async () => {
    expect(await render({ page: "{{#if text}}yes{{else}}no{{/if}}" }, { text: "" })).toBe("no");
  });

  test("a missing template is an internal error", async () => {
    await expect(render({ other: "" })).rejects.toThrow('there is no template "page"');
  });
});

describe("an author's mistake names template, place and model", () => {
  test.each([
    ["an unknown key", { page: "a\n{{titel}}" }, '"titel" is not in the view', "page.hbs: titel"],
    ["in #if", { page: "{{#if titel}}x{{/if}}" }, '"titel" is not in the view', "page.hbs: titel"],
    ["in #unless", { page: "{{#unless typo}}x{{/unless}}" }, '"typo" is not in the view', "page.hbs: typo"],
    ["in #each", { page: "{{#each typo}}x{{/each}}" }, '"typo" is not in the view', "page.hbs: typo"],
    ["in a path", { page: "{{#if part.typo}}x{{/if}}" }, '"typo" is not in the view', "page.hbs: part.typo"],
    ["in a list", { page: "{{#each list}}{{bcd}}{{/each}}" }, '"bcd" is not in the view', "page.hbs: bcd"],
    ["in a partial", { page: "{{> part}}", part: "x {{b}}" }, '"b" is not in the view', "part.hbs: b"],
    ["an unknown partial", { page: "x {{> part}}" }, 'there is no partial "part"', "page.hbs: {{> part}}"],
    [
      "a computed partial",
      { page: "x {{> (part)}}" },
      "expected the name of a partial, found an expression",
      "page.hbs: {{> (part)}}",
    ],
    ["a helper", { page: "{{shout title}}" }, "unknown helper shout", "page.hbs: {{shout title}}"],
    ["log", { page: "{{log title}}" }, "unknown helper log", "page.hbs: {{log title}}"],
    ["lookup", { page: "{{lookup title 'x'}}" }, "unknown helper lookup", "page.hbs: {{lookup title 'x'}}"],
    ["prototypes", { page: "{{constructor}}" }, '"constructor" is not in the view', "page.hbs: constructor"],
    ["__proto__", { page: "{{__proto__}}" }, '"__proto__" is not in the view', "page.hbs: __proto__"],
  ])("%s", async (_, texts, message, place) => {
    const diagnostic = await failure(texts as Record<string, string>, {
      ...{ title: "T", list: [{ a: "1" }], part: { title: "P" } },
    });
    expect(diagnostic.code).toBe("template-error");
    expect(diagnostic.message).toBe(message);
    expect(pointed(texts as Record<string, string>, diagnostic)).toContain(place);
    expect(diagnostic.hint).toMatch(message.includes("titel") ? /^did you mean "title"\?$/ : /context Pet/);
  });

  test("text that is not Handlebars: its line", async () => {
    const texts = { page: "a\n{{#each list}}\n" };
    const diagnostic = await failure(texts, { list: [] });
    expect(diagnostic.message).toMatch(/^invalid Handlebars: /);
    expect(texts.page.slice(0, diagnostic.span!.start).split("\n").length).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ["a\n# {{title}", 'expected "}}", found a character that cannot be here', "a\n# {{title"],
    ["{{#if title}}x", "expected the end of a block, such as {{/if}}, found the end of the template", "{{#if title}}x"],
    ["a {{{title}} b", 'expected "}}}", found "}}"', "a {{{title"],
    ["a\n{{> }}", 'expected a key, found "}}"', "a\n{{> "],
    ["x\n{{/if}}", "unexpected the end of a block that is not open", "x\n"],
  ])("text that is not Handlebars: the parser's reason at its place: %j", async (text, reason, before) => {
    const { message, span } = await failure({ page: text }, { title: "T" });
    expect(message).toBe(`invalid Handlebars: ${reason}`);
    expect(text.slice(0, span!.start)).toBe(before);
  });

  test("a key of the whole view inside a block: how to reach it", async () => {
    const texts = { page: "{{#each list}}{{title}}{{/each}}" };
    expect((await failure(texts, { title: "T", list: [{ a: "1" }] })).hint).toBe('did you mean "@root.title"?');
  });

  test("a key of a list's items, in a partial", async () => {
    const texts = { page: "{{#each list}}{{> part}}{{/each}}", part: "{{#if nmae}}x{{/if}}" };
    expect((await failure(texts, { list: [{ name: "1" }] })).hint).toBe('did you mean "name"?');
  });

  test("all mistakes are reported at once, each at its place", async () => {
    const page =
      "{{a}} {{title}} {{#if b}}{{c}}{{else}}{{d}}{{/if}}\n{{#each list}}{{e}}{{> part}}{{> none}}{{/each}}{{shout x}}";
    const part = "{{f}}\n{{#if g}}x{{/if}}{{#unless name}}{{unseen}}{{/unless}}";
    const view = { title: "T", list: [{ name: "1" }, { name: "2" }] };
    const texts: Readonly<Record<string, string>> = { page, part, bad: "{{" };
    const files = Object.entries(texts).map(
      ([name, text]) => [name, { path: `${name}.hbs`, text, own: true }] as const,
    );
    const renderPage = await compileTemplates(new Map(files));
    const shown = (template: string): readonly string[] => {
      try {
        renderPage({ path: "x.txt", template, view, model: "Pet", span: undefined });
        return [];
      } catch (error) {
        return (error as TemplateError).diagnostics.map(({ span }) => {
          const { file, start, end } = span!;
          const name = file.replace(".hbs", "");
          return `${name} ${texts[name]!.slice(start, end)}`;
        });
      }
    };
    expect(shown("page").toSorted()).toEqual([
      ...["page a", "page b", "page e", "page {{> none}}", "page {{shout x}}", "part f", "part g"],
    ]);
    expect(shown("page")).toEqual([]);
    expect(shown("bad")).toHaveLength(1);
  });
});
