import { describe, expect, it } from "vitest";
import { didYouMean, nearest, Suggestions } from "../../src/shape/suggest.js";

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

it("is the first of equally close ones", () => {
  expect(nearest("Item5", ["Item1", "Item2"])).toBe("Item1");
});

describe("suggestions for many errors", () => {
  function modelNames(count: number): readonly string[] {
    return Array.from({ length: count }, (_, index) => `OrderLineItem${index}`);
  }

  /** How many pairs of words are compared where each of so many models has an unknown type. */
  function comparisons(count: number, unknown: (index: number) => string): number {
    let compared = 0;
    const suggestions = new Suggestions(modelNames(count), (_a, _b, limit) => {
      compared++;
      return limit;
    });
    for (let index = 0; index < count; index++) suggestions.didYouMean(unknown(index));
    return compared;
  }

  it.each([
    ["its own", (index: number) => `OrderLinItm${index}`],
    ["the same", () => "OrderLinItm"],
  ])("take four times as long for four times as many models with %s unknown type", (_, unknown) => {
    const [few, many] = [comparisons(1_000, unknown), comparisons(4_000, unknown)];
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThan(few * 5);
  });

  it("are the same as for each of them alone, once for each name", () => {
    const suggestions = new Suggestions(modelNames(3));
    for (const word of ["OrderLinItem1", "xyz", "OrderLinItem1", "xyz", "OrderLinItem2"]) {
      expect(suggestions.didYouMean(word)).toBe(didYouMean(word, modelNames(3)));
    }
  });

  it("are made for the first few dozen names, however often these occur", () => {
    const suggestions = new Suggestions(modelNames(200));
    const made = modelNames(200).map((name) => suggestions.didYouMean(name.replace("Line", "Lnie")));
    expect(made.filter((each) => each !== undefined)).toHaveLength(30);
    expect(suggestions.didYouMean("OrderLnieItem3")).toBe('did you mean "OrderLineItem3"?');
  });
});
