/** What the formats of `modelwright diff` for CI systems make of hostile specs. */
import fc from "fast-check";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { micromark } from "micromark";
import { describe, expect, it } from "vitest";
import { diffAnnotations } from "../../src/cli/diff-github.js";
import { diffGitlab } from "../../src/cli/diff-gitlab.js";
import { diffJunit } from "../../src/cli/diff-junit.js";
import { diffMarkdown } from "../../src/cli/diff-markdown.js";
import { diffSarif } from "../../src/cli/diff-sarif.js";
import { code, table, text } from "../../src/cli/markdown.js";
import { sourceLinks } from "../../src/cli/source-links.js";
import { toolchain } from "../run/java/toolchain.js";
import { hostileReport } from "./hostile-report.js";
import { isSarif } from "./sarif.js";
import { actingCommands } from "./workflow-runner.js";
import { parseXml } from "./xml/xml.js";

describe("a hostile spec", () => {
  it("does not break out of annotations", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const annotations = diffAnnotations(report);
        expect(annotations).toHaveLength(1);
        expect(actingCommands(annotations.join("\n"))).toEqual(annotations);
        expect(annotations[0]).toMatch(
          /^::(?:error|notice) file=spec\/[^,:]*,line=1,title=modelwright%3A field\.removed\.required::/,
        );
      }),
    );
  });

  it("does not break out of JSON", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        for (const text of [diffGitlab(report), diffSarif(report)]) {
          expect(actingCommands(text)).toEqual([]);
          expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
        }
        expect(isSarif(JSON.parse(diffSarif(report))), JSON.stringify(isSarif.errors)).toBe(true);
      }),
    );
  });

  it.skipIf(toolchain.isMissing)("does not break out of XML", () => {
    const texts = fc.sample(hostileReport, 100).map((report) => diffJunit(report, () => true));
    for (const text of texts) expect(actingCommands(text)).toEqual([]);
    const all = parseXml(`<all>${texts.map((text) => text.replace(/^<\?.*?\?>/, "")).join("")}</all>`);
    expect(all.children).toHaveLength(100);
    for (const { children } of all.children) {
      expect(children.map(({ name }) => name)).toEqual(["testsuite"]);
      expect(children[0]!.children.map(({ name }) => name)).toEqual(["properties", "testcase", "testcase"]);
      const [result] = children[0]!.children[1]!.children;
      expect(result?.name).toMatch(/^(?:failure|system-out)$/);
      expect(result?.children).toEqual([]);
    }
  });

  it("does not break out of Markdown", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const files = [{ target: report.targets[0]!.name, files: new Map([["code", 1] as const]) }];
        const markdown = diffMarkdown(report, { files, linkOf: sourceLinks(ci, process.cwd()) });
        expect(actingCommands(markdown)).toEqual([]);
        const html = micromark(markdown, {
          extensions: [gfm()],
          htmlExtensions: [gfmHtml()],
          allowDangerousHtml: true,
        });
        expect([...html.matchAll(/<t[dh][ >]/g)]).toHaveLength(3 * 2 + 2 * 2 + 2 * 2);
        expect([...html.matchAll(/href="(.*?)"/g)].every(([, url]) => url?.startsWith(`${page}/blob/1/spec/x`))).toBe(
          true,
        );
        const tags = new Set([...html.matchAll(/<\/?([a-z]\w*)/gi)].map(([, name]) => name));
        expect([...tags].filter((name) => !ownTags.has(name!))).toEqual([]);
        expect(html.replace(/<code>.*?<\/code>/gs, "")).not.toMatch(/@(?!<!-- -->)/);
        expect([...html.matchAll(/<details>/g)]).toHaveLength(report.unapproved === "none" ? 2 : 1);
      }),
      { numRuns: 300 },
    );
  });
});

it.each(["\\|http://a.b", "\\\\|http://a.b", "|http://a.b"])("%s stays in its cell", (value) => {
  const markdown = table(["a", "b"], [[code(value), text(value)]]).join("\n");
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  expect(html.match(/<td>/g)).toHaveLength(2);
  expect(html).not.toContain("<a ");
});

const page = "https://example.com/a/b";
const ci = { GITHUB_SERVER_URL: "https://example.com", GITHUB_REPOSITORY: "a/b", GITHUB_SHA: "1" };
const ownTags = new Set([
  "h2",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "code",
  "p",
  "br",
  "a",
  "strong",
  "details",
  "summary",
]);
