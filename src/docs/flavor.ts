/**
 * How the Markdown of each kind of site writes a string so that readers see exactly the string: one table of rules per flavor.
 * `github` has the documented format and its own rules (`verbatim.ts`).
 */
import type { DocsFlavor } from "../config/config.js";
import { codeSpan } from "./verbatim.js";

export interface Flavor {
  /** A string in running text, with its line breaks. */
  text(value: string): string;
  /** A string that fills a cell or list item, with leading and trailing spaces. */
  exact(value: string): string;
  /** A string as a code span. */
  code(value: string): string;
  /** A code block. */
  block(code: string, language: string): string;
  /** What gives a heading its id; "" if the heading has the id that GitHub derives from its text. */
  headingId(id: string): string;
}

/** The characters that have a meaning in the flavor, and the replacement of each. */
type Rule = readonly [acts: RegExp, written: (character: string) => string];

const entity = (character: string): string => `&#${character.codePointAt(0)};`;
const backslash = (character: string): string => `\\${character}`;

/** In every flavor: emphasis, brackets, entities, and the bar, which would end a cell. */
const marks = /[\\`*~[\]<^$]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|==|\+\+/gu;
const bars: Rule = [/\||&(?=#?\w+;)/g, entity];
/** GitHub, VitePress, Docusaurus and Material replace `:word:` with an icon. */
const icons = /:(?=[\w+-]+:)/g;

const rules: Readonly<Record<DocsFlavor, readonly Rule[]>> = {
  github: [bars, [marks, backslash], [/\{/g, backslash], [icons, backslash]],
  // The replacement of icons skips only JavaScript strings.
  mdx: [bars, [marks, backslash], [/[{}]/g, backslash], [icons, () => '{":"}'], [/:(?=[A-Za-z])/g, backslash]],
  // A comment between two braces prevents Vue from reading them as an expression.
  vitepress: [
    bars,
    [marks, backslash],
    [/(?<=\{)\{/g, () => "<!-- -->\\{"],
    [/[{}]/g, backslash],
    [/(?<=<)!/g, backslash],
    // Emoticons are replaced too: `:)`, `8-)`, `;)`, `=)`.
    [/[:;](?![\d\s]|$)|:(?=\d+:)/g, backslash],
    [/(?<=[8BDOXxo:;=|'-])[()](?=\W|$)/g, backslash],
  ],
  // Python-Markdown supports few backslash escapes, but keeps entities.
  mkdocs: [bars, [marks, entity], [/[{}#!>]/g, entity], [icons, entity]],
};

/** Markdown in which no line starts a block, a definition, or an MDX module. */
export function paragraph(markdown: string): string {
  return markdown.replace(
    /^(?:[#>+=:!?/%-]|\d{1,9}[.)]|(?:import|export)\b)/gm,
    (start) => entity(start) + start.slice(1),
  );
}

/**
 * Syntax that sites replace before they parse Markdown, even in code blocks: VitePress and an MkDocs plugin include files, and
 * Docusaurus removes the fence of an MDX block.
 */
const preprocessed: Readonly<Record<DocsFlavor, RegExp | undefined>> = {
  github: undefined,
  mdx: /mdx-code-block/,
  vitepress: /<!--/,
  mkdocs: /-8<-/,
};

/** Languages that the highlighter of every site supports; any other would cause a warning. */
const highlighted = new Set([
  "bash",
  "html",
  "java",
  "javascript",
  "js",
  "json",
  "ruby",
  "sh",
  "ts",
  "typescript",
  "xml",
  "yaml",
]);

export function flavorOf(name: DocsFlavor): Flavor {
  const table = rules[name];
  const pattern = new RegExp(table.map(([{ source }]) => `(${source})`).join("|"), "gmu");
  const text = (value: string): string =>
    value.replace(pattern, (found, ...groups) => {
      const rule = table[groups.findIndex((group) => group !== undefined)];
      return Array.from(found, (character) => rule?.[1](character) ?? character).join("");
    });
  const exact = (value: string): string =>
    text(value).replace(/^[ \t]+|[ \t]+$/gm, (spaces) => Array.from(spaces, entity).join(""));
  const isPlainCode = name === "mdx" || name === "github" ? /^[^|`\n\r]+$/ : /^(?!.*\{\{)[^|`\\\n\r]+$/;
  const acts = (value: string): boolean => preprocessed[name]?.test(value) === true;
  const escaped = (value: string): string => `<code>${exact(value).replace(/\r\n|[\r\n]/g, "<br/>")}</code>`;
  return {
    text,
    exact,
    code: (value) =>
      isPlainCode.test(value) && value.trim() === value && !acts(value) ? codeSpan(value) : escaped(value),
    block: (code, language) => (acts(code) ? escaped(code) : fence(code, highlighted.has(language) ? language : "")),
    headingId: (id) => (name === "github" || name === "mdx" ? "" : ` {#${id}}`),
  };
}

/** A code block whose fences are longer than any in its text. */
function fence(code: string, language: string): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([{ length }]) => length));
  const mark = "`".repeat(longest + 1);
  return `${mark}${language}\n${code}\n${mark}`;
}
