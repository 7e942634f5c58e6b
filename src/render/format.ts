/** Formats the output of an author's own templates; that of the shipped templates needs no formatting. */
import type { BuiltInParserName } from "prettier";

/**
 * Formats a text with prettier's default options. Leaves it unchanged if prettier does not support its language, or
 * cannot parse it: the compiler of the language reports more about it.
 */
export async function format(path: string, text: string): Promise<string> {
  const parser = parsers[path.slice(path.lastIndexOf("."))];
  if (parser === undefined) return text;
  const prettier = await import("prettier");
  try {
    return await prettier.format(text, { parser });
  } catch {
    return text;
  }
}

const parsers: Readonly<Record<string, BuiltInParserName>> = {
  ".ts": "typescript",
  ".md": "markdown",
  ".json": "json",
};
