import { expect, test } from "vitest";
import { docComment, plainLines } from "../../src/languages/ruby/comments.js";

test("lines of a description become lines of a comment", () => {
  expect(docComment({ description: "\nOne.\r\n\r\n  Two.\u2028Three. \n\n" }).linesAt(2)).toEqual([
    "# One.",
    "#",
    "#   Two.",
    "# Three.",
  ]);
});

test("tags follow the description", () => {
  const documented = {
    description: "A text.",
    externalDocs: { url: "https://example.com/a b", description: "More\nof it" },
    deprecated: { message: "It is old", use: "Other" },
  };
  expect(docComment(documented, ["return [String]"]).linesAt(2)).toEqual([
    "# A text.",
    "#",
    "# @see https://example.com/a%20b More of it",
    "# @deprecated It is old. Use `Other` instead.",
    "# @return [String]",
  ]);
});

test("an empty description makes no comment", () => {
  expect(docComment({}).linesAt(2)).toEqual([]);
  expect(docComment({ description: " \n " }).linesAt(2)).toEqual([]);
  expect(docComment({}, ["return [String]"]).linesAt(2)).toEqual(["# @return [String]"]);
});

test.each([
  ["@return [Nothing]", "# \\@return [Nothing]"],
  ["  @!method x", "#   \\@!method x"],
  ["-*- coding: ascii -*-", "# -\\*- coding: ascii -\\*-"],
  ["frozen_string_literal: false", "# \\frozen_string_literal: false"],
  ["warn-indent: true", "# \\warn-indent: true"],
  ["shareable_constant_value: literal", "# \\shareable_constant_value: literal"],
  ["# typed: ignore", "# # \\typed: ignore"],
  ["rubocop:disable all", "# \\rubocop:disable all"],
  ["A note # rubocop:enable all", "# A note # \\rubocop:enable all"],
  ["A note: typed: no order", "# A note: typed: no order"],
  ["mail@example.com", "# mail@example.com"],
  ["=begin", "# =begin"],
  ["__END__", "# __END__"],
  [":include: ../secret", "# :\\include: ../secret"],
  ["  :stopdoc:", "#   :\\stopdoc:"],
  ["* :nodoc: all", "# * :\\nodoc: all"],
  [":call-seq: a", "# :\\call-seq: a"],
  ["call-seq: a", "# \\call-seq: a"],
  ["--", "# \\--"],
  ["+++", "# \\+++"],
  ["one -- two :three: C++", "# one -- two :three: C++"],
  ["- one", "# - one"],
  ["See {include:file:/etc/passwd}", "# See !{include:file:/etc/passwd}"],
  ["{include:Other} {render:Other} {file:a}", "# !{include:Other} !{render:Other} !{file:a}"],
  ["GET /pets/{id}, {{x}}, {{ user.name }} and {}", "# GET /pets/!{id}, !{{x}}, !{{ user.name }} and {}"],
  ["{Owner the owner} or !{id}", "# !{Owner the owner} or !!{id}"],
  ["{ no: link } and { none", "# { no: link } and { none"],
  ['In code: `{"a": 1}`, ``{`b`}`` and {c}', '# In code: `{"a": 1}`, ``{`b`}`` and !{c}'],
  ["`{include:file:a}`", "# `!{include:file:a}`"],
  ["a\u0000b\u001b\u202e\ud800", "# a\\u0000b\\u001B\\u202E\\uD800"],
])("no tool interprets %j", (description, line) => {
  expect(docComment({ description }).linesAt(2)).toEqual([line]);
});

test("braces that YARD would read as a link across lines are plain text, and code is unchanged", () => {
  const description = '{one\ntwo}\n\n```json\n{"a": 1}\n```\n\n    {b}\n\n~~~\n{c}';
  expect(docComment({ description }).linesAt(2)).toEqual(
    `!${description}`.split("\n").map((line) => `# ${line}`.trimEnd()),
  );
});

test("a tag has no links either", () => {
  const deprecated = { message: "See {Owner} or {include:file:a}", use: undefined };
  expect(docComment({ deprecated }).linesAt(2)).toEqual(["# @deprecated See !{Owner} or !{include:file:a}."]);
});

test("long lines are never wrapped before a list marker, tag or heading", () => {
  const description = `${"word ".repeat(22)}and - no @list 1. here ${"word ".repeat(10)}`;
  const lines = docComment({ description }).linesAt(4);
  expect(lines.every((line) => line.length <= 116)).toBe(true);
  expect(lines).toEqual([`# ${"word ".repeat(22).trim()}`, `# and - no @list 1. here ${"word ".repeat(10).trim()}`]);
});

test("continuation lines of a list item are indented", () => {
  expect(docComment({ description: `- ${"item ".repeat(30)}` }).linesAt(4)[1]).toMatch(/^# {3}item/);
});

test.each(["```\n" + "x ".repeat(100) + "\n```", "    " + "code ".repeat(40), "| " + "cell | ".repeat(30)])(
  "code and tables keep their lines: %j",
  (description) => {
    expect(docComment({ description }).linesAt(2)).toEqual(
      description.split("\n").map((line) => `# ${line}`.trimEnd()),
    );
  },
);

test("lines are escaped for every kind of comment", () => {
  expect(plainLines("\nOne\u2028@two\n\n=end\n =end\n# typed: ignore\n")).toEqual([
    "One",
    "\\@two",
    "",
    "\\=end",
    " =end",
    "# \\typed: ignore",
  ]);
});
