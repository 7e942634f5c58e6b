/** Pages for site generators escape the author's strings. test/projects builds the sites themselves. */
import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { flavorOf } from "../../src/docs/flavor.js";
import { link, markdownReader, plainProse, proseBlocks, proseLine } from "../../src/docs/prose.js";
import { yamlString } from "../../src/docs/site-page.js";
import { parse } from "yaml";

const read = await markdownReader();

/** The visible text of a Markdown paragraph. */
function seen(markdown: string): string {
  const html = micromark(`x ${markdown} x`, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
  return html
    .replace(/<!--.*?-->/gs, "")
    .replace(/<br\/>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(\w+);/g, (_, name: string) => entities[name] ?? "?")
    .replace(/^x | x\n?$/g, "");
}

const pieces = fc.constantFrom(
  ..."{{ }} { } < > </ <b> ` `` * ** _ __ ~ ~~ [ ] [[ ]] ( ) | || \\ & &lt; &#32; :smile: : :: ::: $ $$ # - + = ! ? a B 1 é 日".split(
    " ",
  ),
  " ",
  "<!-- x -->",
  "import x",
  ":)",
  "8-)",
  "--8<--",
);
const hostile = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(""));

describe.each(["github", "vitepress", "mkdocs", "mdx"] as const)("%s", (name) => {
  const flavor = flavorOf(name);
  /** An MDX string expression shows the string. */
  const shown = (markdown: string): string => seen(markdown.replaceAll('{":"}', "&#58;"));

  it("shows strings exactly", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        expect(shown(flavor.exact(value))).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it("shows code exactly", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        fc.pre(value !== "");
        expect(shown(flavor.code(value))).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves no syntax for the site to interpret", () => {
    const acts = {
      github: /(?<!\\):smile:/,
      vitepress: /\{\{|(?<!\\):smile:|(?<!\\):\)|(?<!\\)\{/,
      mkdocs: /[{}<>*]|:smile:|\[\[/,
      mdx: /(?<!\\)\{(?!":"\})|(?<!\\)<|(?<!\\|"|\{":"\})[:]smile/,
    }[name];
    const value = "{{ x }} :smile: :) {a} <b> *c* [[d]] {{{e}}}";
    expect(flavor.text(value).replaceAll("<!-- -->", "")).not.toMatch(acts);
  });
});

describe("an author's Markdown", () => {
  const flavor = flavorOf("mdx");

  it("keeps its meaning and shows tags as text", () => {
    const markdown = "A **b** `c{}` <T> [d](https://example.com/{x})\n\nimport x\n\n- e\n- f\n\n```js\n{g}\n```";
    expect(proseBlocks(markdown, read, flavor)).toBe(
      [
        'A <strong>b</strong> `c{}` \\<T> <a href="https://example.com/%7Bx%7D">d</a>',
        "&#105;mport x",
        "-   e\n-   f",
        "```js\n{g}\n```",
      ].join("\n\n"),
    );
    expect(proseLine(markdown, read, flavor)).not.toMatch(/\n/);
    expect(plainProse("A **b** `c` [d](x)\n\ne", read)).toBe("A b c d e");
  });

  it.each([
    ["vitepress", "```\n<!--@include: ../.env-->\n```", /<!--\s*@include/],
    ["vitepress", "`<!-- @include: ../.env -->`", /<!--\s*@include/],
    ["vitepress", "<!-- @include: ../.env -->", /<!--\s*@include/],
    ["mkdocs", '```\n--8<-- ".env"\n```', /-8<-/],
    ["mdx", "````\n```mdx-code-block\n{process.env.X}\n```\n````", /^\s*`+mdx-code-block/m],
  ] as const)("lets %s replace nothing before it reads the page: %s", (name, markdown, acts) => {
    const site = flavorOf(name);
    expect(markdown).toMatch(acts);
    expect(proseBlocks(markdown, read, site)).not.toMatch(acts);
    expect(proseLine(markdown, read, site)).not.toMatch(acts);
    expect(yamlString("<!--@include: x-->")).not.toContain("<");
  });

  it("links to other sites only", () => {
    expect(link("javascript:alert(1)", "a")).toBe("a");
    expect(link("../other.md", "a")).toBe("a");
    expect(link('https://a.b/"><script>', "a")).toBe('<a href="https://a.b/%22%3E%3Cscript%3E">a</a>');
  });
});

it("writes front matter that YAML reads as the string", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      expect(parse(`a: ${yamlString(value.toWellFormed())}`)).toEqual({ a: value.toWellFormed() });
    }),
  );
});
