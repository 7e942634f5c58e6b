/** Examples in docs (format §8). */
import { isJsonArray, isJsonObject, type Json } from "../text/json.js";
import type { Cell } from "./table.js";
import { verbatim } from "./verbatim.js";

/** A single example as it is, several examples with numbers; "" if there are none. */
export function examplesCell(examples: readonly Json[]): Cell {
  const texts = examples.map(exampleText);
  return { text: numbered(texts), markdown: numbered(texts.map((text) => verbatim(text))) };
}

function numbered(texts: readonly string[]): string {
  if (texts.length < 2) return texts[0] ?? "";
  return texts.map((text, index) => `**Example ${index + 1}:** ${text}`).join("\n");
}

/** An example in docs. */
export function exampleText(value: Json): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? numberText(value) : jsonText(value);
}

/** An integer in digits; other numbers as Go's `%v` formats them: with an exponent from a million up and below 0.0001. */
function numberText(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const [mantissa = "", exponent = ""] = value.toExponential().split("e");
  if (Number(exponent) >= -4 && Number(exponent) < 6) return String(value);
  return `${mantissa}e${exponent.replace(/^([+-])(\d)$/, "$10$2")}`;
}

/** JSON with every element and bracket on its own line, without indentation. */
function jsonText(value: Json): string {
  if (isJsonArray(value)) return bracketed("[", value.map(jsonText), "]");
  if (isJsonObject(value)) {
    return bracketed(
      "{",
      Array.from(value, ([key, each]) => `${jsonText(key)}: ${jsonText(each)}`),
      "}",
    );
  }
  return typeof value === "string" ? quoted(value) : String(value);
}

function bracketed(open: string, elements: readonly string[], close: string): string {
  return elements.length === 0 ? open + close : `${open}\n${elements.join(",\n")}\n${close}`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("&", "\\u0026").replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
}
