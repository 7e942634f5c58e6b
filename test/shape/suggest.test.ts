import { expect, it } from "vitest";
import { didYouMean, nearest } from "../../src/shape/suggest.js";

it.each([
  ["strng", "string"],
  ["srting", "string"],
  ["minlength", "minLength"],
  ["min_length", "minLength"],
  ["requried", "required"],
  ["date_time", "date-time"],
  ["xyz", undefined],
  ["a", undefined],
  ["", undefined],
  ["s".repeat(10_000), undefined],
])("%s is most likely %s", (word, meant) => {
  expect(nearest(word, ["string", "minLength", "required", "date-time", "time"])).toBe(meant);
});

it("is a question", () => {
  expect(didYouMean("ruyb", ["java", "ruby"])).toBe('did you mean "ruby"?');
});
