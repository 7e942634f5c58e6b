import { expect, test } from "vitest";
import { rubyPattern } from "../../src/languages/ruby/pattern.js";

test.each([
  ["^[a-z]+$", "/\\A[a-z]+\\z/", "the ends of a text are not the ends of its lines"],
  ["a.b", "/a[^\\n\\r\\u{2028}\\u{2029}]b/", "a dot is none of four characters"],
  ["\\d{3}-\\w", "/\\d{3}-\\w/", "digits and words are the same"],
  ["[\\w.-]+@[\\w-]+", "/[\\w\\-.]+@[\\w\\-]+/", "brackets are written anew"],
  ["[aab-da]", "/[a-d]/", "no character stands twice, which Ruby would warn of"],
  ["[[&&]", "/[\\&\\[]/", "brackets have no operators"],
  ["[^]", "/[\\u{0}-\\u{10FFFF}]/", "any character"],
  ["[]", "/(?!)/", "none"],
  ["(?:a?)+", "/(?:a?(?:))+/", "a repetition of a repetition is none that Ruby warns of"],
  ["a{2}?b{2,3}?", "/a{2}b{2,3}?/", "a fixed number is lazy or not, while in Ruby a question mark makes it optional"],
  ["(a+)*b{2}", "/(?:a+(?:))*b{2}/", "groups capture nothing"],
  ["(?<year>\\d{4})", "/(?:\\d{4})/", "nor have they names"],
  ["(?=a)(?!b)(?<=c)(?<!d)", "/(?=a)(?!b)(?<=c)(?<!d)/", "looking around"],
  ["\\bx\\B", "/(?a:\\b)x(?a:\\B)/", "words are of ASCII letters"],
  ["\\u00e9\\x41\\uD83D\\uDE00\\u{1F600}", "/éA😀😀/", "escapes of characters"],
  ["#\\{x\\}/#$y", "/\\#\\{x\\}\\/\\#\\zy/", "nothing is run, nothing ends early"],
  ["a\\{,3\\}", "/a\\{,3\\}/", "braces that repeat nothing"],
  ["\\p{Lu}\\P{L}[\\p{Script=Greek}]", "/[\\p{Lu}][\\P{L}][\\p{Greek}]/", "categories and scripts"],
  ["\\cA\\0[\\b]", "/\\u{1}\\u{0}[\\u{8}]/", "control characters"],
])("%s becomes %s: %s", (pattern, ruby) => {
  expect(rubyPattern(pattern)).toBe(ruby);
});

test.each([
  ["(a)\\1", "what a group that matched nothing refers to differs"],
  ["\\k<a>(?<a>b)", "the same with a name"],
  ["(?<=a+)b", "Ruby cannot look back over what has no length"],
  ["(?<=(a|bc))d", "nor over groups"],
  ["a{100001}", "nor repeat that often"],
  ["\\p{Emoji_Presentation}", "nor does it know every property"],
  ["(?i:a)", "options are new in ECMAScript"],
  ["\\p{scx=Greek}", "nor script extensions"],
  ["a**", "no regular expression"],
  ["(", "no regular expression"],
  ["a)", "no regular expression"],
  ["[a", "no regular expression"],
  ["\\", "no regular expression"],
  ["a{,3}", "no regular expression"],
  ["#{x}", "no regular expression"],
  ["\ud800", "half a pair"],
])("%s cannot be said in Ruby: %s", (pattern) => {
  expect(rubyPattern(pattern)).toBeUndefined();
});
