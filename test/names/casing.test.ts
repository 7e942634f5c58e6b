import { describe, expect, test } from "vitest";
import { camel, initialisms, pascal, sanitise, snake, upperSnake, words } from "../../src/names/casing.js";
import { numberInWords } from "../../src/names/number-words.js";

describe("sanitise (format §3.1)", () => {
  test.each([
    ["name", "name"],
    ["street_1", "street_1"],
    ["content-type", "content_type"],
    ["a--b..c d", "a_b_c_d"],
    ["café", "cafe"],
    ["naïve Ångström", "naive_Angstrom"],
    ["cafe\u0301", "cafe"],
    ["名a前b", "a_b"],
    ["a名前b", "a_b"],
    ["a__b", "a_b"],
    ["__a", "_a"],
    ["*3gpp", "Wildcard_3gpp"],
    ["-1", "Minus_1"],
    ["$ref", "Dollar_ref"],
    ["/", "Root_"],
    ["!", "Not_"],
    [".x", "Dot_x"],
    ["+", "Plus_"],
    ["£", "Pound_"],
    ["(x)", "x_"],
    ["a+b", "aPlus_b"],
    ["a*", "aWildcard_"],
    ["1", "one"],
    ["24h", "twenty-fourh"],
    ["100", "one hundred"],
    ["3-1", "three_1"],
    ["", ""],
    ["名前", ""],
    ["😀", ""],
  ])("%j → %j", (text, expected) => {
    expect(sanitise(text)).toBe(expected);
  });
});

test.each([
  ["0", "zero"],
  ["00", "zero"],
  ["007", "seven"],
  ["13", "thirteen"],
  ["24", "twenty-four"],
  ["90", "ninety"],
  ["100", "one hundred"],
  ["342", "three hundred forty-two"],
  ["1000001", "one million one"],
  ["12345", "twelve thousand three hundred forty-five"],
  [
    "1234567890123456789",
    "one two three four five six seven eight nine zero one two three four five six seven eight nine",
  ],
])("the number %s is %j", (digits, expected) => {
  expect(numberInWords(digits)).toBe(expected);
});

test.each([
  ["FOOBar", ["FOO", "Bar"]],
  ["x3db", ["x3db"]],
  ["b2C", ["b2", "C"]],
  ["street1", ["street1"]],
  ["street_1", ["street", "1"]],
  ["twenty-fourh", ["twenty", "fourh"]],
  ["_one hundred_", ["one", "hundred"]],
  ["HRISBenefit", ["HRIS", "Benefit"]],
  ["aa_ER", ["aa", "ER"]],
  ["", []],
])("the words of %j (format §3.2)", (sanitised, expected) => {
  expect(words(sanitised)).toEqual(expected);
});

test.each([
  ["HRISBenefit", ["HRIS"]],
  ["aa_ER", ["ER"]],
  ["AF", []],
  ["aa_er", []],
])("the initialisms of %j (format §3.3)", (sanitised, expected) => {
  expect([...initialisms(sanitised)].filter((word) => word !== "SDK")).toEqual(expected);
});

describe("casings (format §3.3, §3.4)", () => {
  test.each([
    ["HRISBenefit", { pascal: "HRISBenefit", camel: "hrisBenefit", snake: "hris_benefit", upperSnake: "HRIS_BENEFIT" }],
    ["AF", { pascal: "Af", camel: "af", snake: "af", upperSnake: "AF" }],
    ["aa_ER", { pascal: "AaER", camel: "aaER", snake: "aa_er", upperSnake: "AA_ER" }],
    ["ar_AR", { pascal: "ARAR", camel: "arAR", snake: "ar_ar", upperSnake: "AR_AR" }],
    ["hris-legacy", { pascal: "HrisLegacy", camel: "hrisLegacy", snake: "hris_legacy", upperSnake: "HRIS_LEGACY" }],
    ["street_1", { pascal: "Street1", camel: "street1", snake: "street_1", upperSnake: "STREET_1" }],
    [
      "content-type",
      { pascal: "ContentType", camel: "contentType", snake: "content_type", upperSnake: "CONTENT_TYPE" },
    ],
    ["statusCode", { pascal: "StatusCode", camel: "statusCode", snake: "status_code", upperSnake: "STATUS_CODE" }],
    [
      "ConnectSession_categories",
      {
        pascal: "ConnectSessionCategories",
        camel: "connectSessionCategories",
        snake: "connect_session_categories",
        upperSnake: "CONNECT_SESSION_CATEGORIES",
      },
    ],
    ["sdk_version", { pascal: "SDKVersion", camel: "sdkVersion", snake: "sdk_version", upperSnake: "SDK_VERSION" }],
    ["24h", { pascal: "TwentyFourh", camel: "twentyFourh", snake: "twenty_fourh", upperSnake: "TWENTY_FOURH" }],
  ])("%s", (text, expected) => {
    const sanitised = sanitise(text);
    expect({
      pascal: pascal(sanitised),
      camel: camel(sanitised),
      snake: snake(sanitised),
      upperSnake: upperSnake(sanitised),
    }).toEqual(expected);
  });
});
