/** Patterns that a language cannot express are reported once for all targets and versions. */
import { expect, test } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import { diagnosticText } from "../../src/diagnostics/text.js";
import { plan } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";

const spec = `models:
  Patterns:
    fields:
      plain: { type: string, pattern: "^[a-z]+$" }
      again: { type: string, pattern: '^(a)\\1$' }
      behind: { type: array, items: { type: string, pattern: "(?<=a+)b" } }
      alias: { type: Emoji, added: "2" }
      other: Emoji
      old: { type: string, pattern: '\\p{Emoji}', removed: "2" }
      repeated: { type: string, pattern: "^a{100001}$" }
  Emoji: { type: string, pattern: '\\p{Emoji}' }
`;

function warnings(targets: string): string {
  const path = "modelwright.yaml";
  const { value: config } = checkConfig({ path, text: `versions: ["1", "2"]\ntargets:\n${targets}` }, languages);
  const source = { path: "spec/a.yaml", text: spec };
  const { diagnostics } = plan({ config: config!, sources: [source] });
  return diagnostics.map((each) => diagnosticText(each, new Map([[source.path, source]]))).join("\n");
}

test("unsupported patterns are reported for the languages of the targets", () => {
  expect(
    warnings(`
  typescript: { language: typescript, output: ts }
  ruby: { language: ruby, output: ruby }
  java: { language: java, output: java }
  older: { language: java, output: older, version: "1" }
`),
  ).toMatchInlineSnapshot(`
    "spec/a.yaml:5:39: warning unchecked-pattern: Ruby cannot express this pattern, so classes do not check it there
      5 |       again: { type: string, pattern: '^(a)\\1$' }
                                                ^^^^^^^^^
    spec/a.yaml:6:62: warning unchecked-pattern: Ruby and Java cannot express this pattern, so classes do not check it there
      6 |       behind: { type: array, items: { type: string, pattern: "(?<=a+)b" } }
                                                                       ^^^^^^^^^^
    spec/a.yaml:9:37: warning unchecked-pattern: Java cannot express this pattern, so classes do not check it there
      9 |       old: { type: string, pattern: '\\p{Emoji}', removed: "2" }
                                              ^^^^^^^^^^^
    spec/a.yaml:10:42: warning unchecked-pattern: Ruby cannot express this pattern, so classes do not check it there
      10 |       repeated: { type: string, pattern: "^a{100001}$" }
                                                    ^^^^^^^^^^^^^
    spec/a.yaml:11:35: warning unchecked-pattern: Ruby and Java cannot express this pattern, so classes do not check it there
      11 |   Emoji: { type: string, pattern: '\\p{Emoji}' }
                                             ^^^^^^^^^^^"
  `);
  expect(warnings("  typescript: { language: typescript, output: ts }")).toBe("");
  expect(warnings("  java: { language: java, output: java }")).toMatchInlineSnapshot(`
    "spec/a.yaml:6:62: warning unchecked-pattern: Java cannot express this pattern, so classes do not check it there
      6 |       behind: { type: array, items: { type: string, pattern: "(?<=a+)b" } }
                                                                       ^^^^^^^^^^
    spec/a.yaml:11:35: warning unchecked-pattern: Java cannot express this pattern, so classes do not check it there
      11 |   Emoji: { type: string, pattern: '\\p{Emoji}' }
                                             ^^^^^^^^^^^"
  `);
});
