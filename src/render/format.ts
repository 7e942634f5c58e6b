/** Formatting of text that comes from an author's own template; the shipped templates need none. */
import type { BuiltInParserName } from "prettier";

/**
 * The text as prettier lays it out with its default options; text of a kind that prettier does not know stays as it is.
 * Text that prettier cannot parse stays as it is too: the compiler of the language tells more about it than we could.
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
