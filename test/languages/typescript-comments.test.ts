import { expect, test } from "vitest";
import { commentLines } from "../../src/languages/typescript/comments.js";

test.each([
  ["@deprecated", "\\@deprecated"],
  ["  @ts-ignore", "  \\@ts-ignore"],
  ["Text @remarks more", "Text \\@remarks more"],
  ["- @beta", "- \\@beta"],
  ["{@inheritDoc Other} {@link x}", "{\\@inheritDoc Other} {\\@link x}"],
  ["Text @internal", "Text &#64;internal"],
  ["a@internal", "a&#64;internal"],
  ["@internal", "&#64;internal"],
  ["`@internal`", "`&#64;internal`"],
  ["@jsxImportSource evil", "&#64;jsxImportSource evil"],
  ["@license x @preserve", "&#64;license x &#64;preserve"],
  ["#__PURE__ @__NO_SIDE_EFFECTS__", "&#35;__PURE__ &#64;__NO_SIDE_EFFECTS__"],
  ["//# sourceMappingURL=x //@ sourceURL=y", "//&#35; sourceMappingURL=x //&#64; sourceURL=y"],
  ["/* c8 ignore start */", "/\\* c8 ignore start *\\/"],
  ["/*/", "/\\*\\/"],
  ["# Title #1", "# Title #1"],
  ["mail@example.com, `@id`, 5 @ 3", "mail@example.com, `@id`, 5 @ 3"],
  ["eslint-disable-next-line", "eslint-disable-next-line"],
])("no tool interprets %j", (description, line) => {
  expect(commentLines(description)).toEqual([line.trim()]);
});
