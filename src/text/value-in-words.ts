import { counted } from "../diagnostics/numbers.js";
import { isJsonArray, isJsonObject, type Json } from "./json.js";

/** How messages name a value that was found: `the number 5`, `the string "soon"`, `a list of 2 items`. */
export function valueInWords(value: Json): string {
  if (isJsonArray(value)) return `a list of ${counted(value.length, "item")}`;
  if (isJsonObject(value)) return "a mapping";
  if (typeof value === "string") return `the string ${JSON.stringify(shortened(value))}`;
  return typeof value === "number" || typeof value === "bigint" ? `the number ${value}` : String(value);
}

const longestShown = 40;

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
