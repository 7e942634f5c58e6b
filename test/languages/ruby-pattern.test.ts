import { expect, test } from "vitest";
import { rubyPattern } from "../../src/languages/ruby/pattern.js";

test.each([
  ["^[a-z]+$", "/\\A[a-z]+\\z/", "anchors match at string ends, not line ends"],
  ["a.b", "/a[^\\n\\r\\u{2028}\\u{2029}]b/", "a dot excludes four line terminators"],
  ["\\d{3}-\\w", "/\\d{3}-\\w/", "digit and word classes are the same"],
  ["[\\w.-]+@[\\w-]+", "/[\\w\\-.]+@[\\w\\-]+/", "character classes are normalized"],
  ["[aab-da]", "/[a-d]/", "duplicate characters, which Ruby warns about, are dropped"],
  ["[[&&]", "/[\\&\\[]/", "character classes have no operators"],
  ["[^]", "/[\\u{0}-\\u{10FFFF}]/", "any character"],
  ["[]", "/(?!)/", "no character"],
  ["(?:a?)+", "/(?:a?(?:))+/", "nested quantifiers cause no Ruby warning"],
  ["a{2}?b{2,3}?", "/a{2}b{2,3}?/", "a lazy fixed count drops its question mark, which means optional in Ruby"],
  ["(a+)*b{2}", "/(?:a+(?:))*b{2}/", "groups do not capture"],
  ["(?<year>\\d{4})", "/(?:\\d{4})/", "group names are dropped"],
  ["(?=a)(?!b)(?<=c)(?<!d)", "/(?=a)(?!b)(?<=c)(?<!d)/", "lookaround"],
  ["\\bx\\B", "/(?a:\\b)x(?a:\\B)/", "word boundaries are ASCII only"],
  ["\\u00e9\\x41\\uD83D\\uDE00\\u{1F600}", "/éA😀😀/", "character escapes"],
  ["#\\{x\\}/#$y", "/\\#\\{x\\}\\/\\#\\zy/", "interpolation and delimiters are escaped"],
  ["a\\{,3\\}", "/a\\{,3\\}/", "literal braces"],
  ["\\p{Lu}\\P{L}[\\p{Script=Greek}]", "/[\\p{Lu}][\\P{L}][\\p{Greek}]/", "Unicode categories and scripts"],
  ["\\p{Letter}\\p{punct}", "/[\\p{L}][\\p{P}]/", "long names of categories, which Ruby may understand otherwise"],
  ["\\cA\\0[\\b]", "/\\u{1}\\u{0}[\\u{8}]/", "control characters"],
])("%s becomes %s: %s", (pattern, ruby) => {
  expect(rubyPattern(pattern)).toBe(ruby);
});

test.each([
  ["(a)\\1", "backreferences to unmatched groups differ"],
  ["\\k<a>(?<a>b)", "named backreference"],
  ["(?<=a+)b", "lookbehind of unbounded length"],
  ["(?<=(a|bc))d", "group in a lookbehind"],
  ["a{100001}", "repetition count above Ruby's limit"],
  ["\\p{Emoji_Presentation}", "property that Ruby does not support"],
  ["(?i:a)", "inline flags are new in ECMAScript"],
  ["\\p{scx=Greek}", "script extensions"],
  ["a**", "no regular expression"],
  ["(", "no regular expression"],
  ["a)", "no regular expression"],
  ["[a", "no regular expression"],
  ["\\", "no regular expression"],
  ["a{,3}", "no regular expression"],
  ["#{x}", "no regular expression"],
  ["\ud800", "lone surrogate"],
])("%s cannot be expressed in Ruby: %s", (pattern) => {
  expect(rubyPattern(pattern)).toBeUndefined();
});
