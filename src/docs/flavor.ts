/**
 * How the Markdown of each kind of site writes a string so that a reader sees exactly the string: one table of rules a flavor.
 * `github` has the documented format and its own rules (`verbatim.ts`).
 */
import type { DocsFlavor } from "../config/config.js";
import { codeSpan } from "./verbatim.js";

export interface Flavor {
  /** A string in running text, on the lines it has. */
  text(value: string): string;
  /** A string that is all of a cell or an item, with the spaces at its ends. */
  exact(value: string): string;
  /** A string as code. */
  code(value: string): string;
  /** A block of code. */
  block(code: string, language: string): string;
  /** What gives a heading an id; "" where a heading has the id that GitHub makes of its text. */
  headingId(id: string): string;
}

/** What acts, and what takes the place of each character of it. */
type Rule = readonly [acts: RegExp, written: (character: string) => string];

const entity = (character: string): string => `&#${character.codePointAt(0)};`;
const backslash = (character: string): string => `\\${character}`;

/** In every flavor: marks, brackets, entities, and a bar, which would end a cell. */
const marks = /[\\`*~[\]<^$]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|==|\+\+/gu;
const bars: Rule = [/\||&(?=#?\w+;)/g, entity];
/** GitHub, VitePress, Docusaurus and Material replace `:word:` by an icon. */
const icons = /:(?=[\w+-]+:)/g;

const rules: Readonly<Record<DocsFlavor, readonly Rule[]>> = {
  github: [bars, [marks, backslash], [/\{/g, backslash], [icons, backslash]],
  // A string of JavaScript is the one thing that the replacement of icons does not see.
  mdx: [bars, [marks, backslash], [/[{}]/g, backslash], [icons, () => '{":"}'], [/:(?=[A-Za-z])/g, backslash]],
  // A comment between two braces keeps Vue from taking them for an expression.
  vitepress: [
    bars,
    [marks, backslash],
    [/(?<=\{)\{/g, () => "<!-- -->\\{"],
    [/[{}]/g, backslash],
    [/(?<=<)!/g, backslash],
    // Emoticons as well: `:)`, `8-)`, `;)`, `=)`.
    [/[:;](?![\d\s]|$)|:(?=\d+:)/g, backslash],
    [/(?<=[8BDOXxo:;=|'-])[()](?=\W|$)/g, backslash],
  ],
  // Python's Markdown knows few escapes by a backslash, but leaves entities alone.
  mkdocs: [bars, [marks, entity], [/[{}#!>]/g, entity], [icons, entity]],
};

/** Markdown in which no line starts a block, a definition, or a module of MDX. */
export function paragraph(markdown: string): string {
  return markdown.replace(
    /^(?:[#>+=:!?/%-]|\d{1,9}[.)]|(?:import|export)\b)/gm,
    (start) => entity(start) + start.slice(1),
  );
}

/**
 * What sites replace before they read Markdown, in blocks of code too: VitePress and a plugin of MkDocs include files, and
 * Docusaurus takes a block of MDX out of its fence.
 */
const preprocessed: Readonly<Record<DocsFlavor, RegExp | undefined>> = {
  github: undefined,
  mdx: /mdx-code-block/,
  vitepress: /<!--/,
  mkdocs: /-8<-/,
};

/** Languages that every highlighter of a site knows; another one would be a warning. */
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

/** A block of code between marks that are longer than any in it. */
function fence(code: string, language: string): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([{ length }]) => length));
  const mark = "`".repeat(longest + 1);
  return `${mark}${language}\n${code}\n${mark}`;
}
