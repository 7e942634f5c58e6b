import { describe, expect, test } from "vitest";
import { deprecationText, descriptionCell, firstSentence } from "../../src/docs/texts.js";

const defaultReason = "This will be removed in a future release, please migrate away from it as soon as possible.";
const undocumented = { description: undefined, deprecated: undefined, externalDocs: undefined };

describe("the Description column (format §7)", () => {
  test.each([
    ["no description", undocumented, "N/A"],
    ["an empty description", { ...undocumented, description: "" }, "N/A"],
    ["a description, unchanged", { ...undocumented, description: " *a*\n b " }, " *a*\n b "],
    [
      "a deprecation",
      { ...undocumented, deprecated: { message: undefined, use: undefined } },
      `: warning: ** DEPRECATED **: ${defaultReason}`,
    ],
    [
      "everything",
      {
        description: "What it is",
        deprecated: { message: "Too old", use: "id" },
        externalDocs: { url: "https://example.com", description: "More" },
      },
      ": warning: ** DEPRECATED **: Too old. Use `id` instead.\n\nWhat it is\n\n[More](https://example.com)",
    ],
    [
      "external docs without a description",
      { ...undocumented, externalDocs: { url: "https://example.com", description: undefined } },
      "[https://example.com](https://example.com)",
    ],
  ])("%s", (_, documented, expected) => {
    expect(descriptionCell(documented)).toBe(expected);
  });
});

test("a deprecation states the reason and the replacement (format §1)", () => {
  expect(deprecationText({ message: undefined, use: "New" })).toBe(`${defaultReason} Use \`New\` instead.`);
  expect(deprecationText({ message: "Old", use: undefined })).toBe("Old.");
});

test.each([
  [undefined, ""],
  ["", ""],
  ["One", "One"],
  ["One. Two.", "One."],
  ["One (eg. this) goes on. Two", "One (eg. this) goes on."],
  ["Version 1.5 is old! Really.", "Version 1.5 is old!"],
  ["One\nline\n\nTwo", "One line"],
  ["  One.  ", "One."],
])("the first sentence of %j is %j", (text, expected) => {
  expect(firstSentence(text)).toBe(expected);
});
