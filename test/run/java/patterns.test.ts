/** Regular expressions match the same strings in Java as in JavaScript. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { javaPattern } from "../../../src/languages/java/pattern.js";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { compile, inTemporaryFolder, run } from "./tree.js";

const patterns = [
  "^[a-z]+$",
  "^a.c$",
  "^[^]*$",
  "[]",
  "^.$",
  "^\\s+$",
  "^\\S+$",
  "[\\s_]",
  "[^\\s_]",
  "[\\S]",
  "\\bword\\b",
  "\\Bor",
  "é\\b",
  "[\\b]",
  "^\\w+$",
  "^\\W$",
  "^\\d{3}$",
  "^\\D$",
  "\\v",
  "\\0",
  "\\cJ",
  "[\\ca]",
  "\\x41",
  "\\u0041",
  "^\\u{1F600}$",
  "^\\ud83d\\ude00$",
  "^[\\u{1F600}-\\u{1F64F}]$",
  "^[😀😁]$",
  "^\\p{L}+$",
  "^\\p{Letter}+$",
  "^\\P{L}$",
  "^[\\p{Lu}\\d]+$",
  "^\\p{Script=Greek}+$",
  "^\\p{sc=Grek}$",
  "^\\p{Uppercase_Letter}$",
  "^\\p{gc=Decimal_Number}$",
  "^\\p{gc=Connector_Punctuation}$",
  "^\\p{Dash_Punctuation}|\\p{punct}$",
  "^\\p{LC}$",
  "^\\p{sc=Qaai}$",
  "^\\p{Alphabetic}+$",
  "^\\p{White_Space}$",
  "^\\p{ASCII}+$",
  "^\\p{Any}$",
  "\\P{Any}",
  "^[a[b]$",
  "^[[]$",
  "^[^[]$",
  "^[a[^]$",
  "^[(?<]a>?$",
  "^[a&&b]$",
  "^[&]$",
  "^[-a]$",
  "^[a^]$",
  "^[\\]\\\\]$",
  "^[.$]$",
  "\\.",
  "\\/",
  "^\\$$",
  "(?:ab)+",
  "^(?<first>a)\\k<first>$",
  "^\\k<b_1>(?<b_1>a)$",
  "^(a)(b)\\2\\1$",
  "^(?:(a|b)\\1)+$",
  "^(?=(a))\\1b",
  "^(a\\1)$",
  "^(?:\\1(a))+$",
  "^(?:(a)|\\1b)$",
  "^(?!(b))\\1a$",
  "(?=a)a",
  "^(?!a)",
  "(?<=a)b",
  "(?<!a)b",
  "^a{2,3}?$",
  "^a{2,}$",
  "a|^$",
  "^#$",
  "^ $",
];

const texts = [
  ..."abcABC012_-.$&^[]\\/#é名Ωω😀😁",
  "",
  " ",
  "\n",
  "\r",
  "\t",
  "\v",
  "\b",
  "\0",
  "\u0001",
  "\u0085",
  "\u00a0",
  "\u2028",
  "\u3000",
  "\ufeff",
  "\u0660",
  "a\n",
  "a\nb",
  "aa",
  "aaa",
  "ab",
  "abab",
  "abba",
  "a.c",
  "a\u2028c",
  "cb",
  "word",
  "a word.",
  "aword",
  "éword",
  "for",
  "or",
  "éé",
  "123",
  "ΩΣ",
];

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test("patterns match the same strings", async () => {
    const questions = patterns.flatMap((pattern) => texts.map((text) => [pattern, text] as const));
    const input = questions.map(([pattern, text]) => `${JSON.stringify([javaPattern(pattern), text])}\n`).join("");
    await inTemporaryFolder(async (folder) => {
      expect(compile(folder, [], [join(projectRoot, "test/run/java/Patterns.java")])).toBe("");
      const answers = run(folder, "Patterns", [], input).trimEnd().split("\n");
      const wrong = questions.filter(
        ([pattern, text], index) => answers[index] !== String(new RegExp(pattern, "u").test(text)),
      );
      expect(answers.length).toBe(questions.length);
      expect(wrong).toEqual([]);
    });
  });
});
