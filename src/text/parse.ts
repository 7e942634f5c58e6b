/** Parses YAML into a tree with positions. */
import type { Document, ParsedNode } from "yaml";
import type { Checked, Diagnostic, SourceFile } from "../diagnostics/diagnostic.js";
import { nestedTooDeep } from "./depth.js";
import { yaml } from "./library.js";
import { readPlain } from "./read-plain.js";
import { syntaxErrors } from "./syntax-errors.js";
import { toTree } from "./to-tree.js";
import type { Node } from "./tree.js";

/**
 * Parses one YAML document. The value is undefined for an empty file, and, with diagnostics, for a text that is not
 * YAML. Diagnostics: not-yaml, too-deep, too-many-aliases, duplicate-key, inexact-number.
 */
export function parseYaml(source: SourceFile): Checked<Node> {
  const plain = readPlain(source.text);
  return plain === undefined ? parseAnyYaml(source) : { value: plain, diagnostics: [] };
}

/** The same with the `yaml` package, for all of YAML. */
export function parseAnyYaml(source: SourceFile): Checked<Node> {
  const { Composer, Parser } = yaml();
  const tokens = [...new Parser().parse(source.text)];
  const tooDeep = nestedTooDeep(tokens, source.path);
  if (tooDeep !== undefined) return { value: undefined, diagnostics: [tooDeep] };

  const [document, ...others] = new Composer(options).compose(tokens, true, source.text.length);
  const errors = syntaxErrors(document as Document.Parsed, others, source);
  if (errors.length > 0) return { value: undefined, diagnostics: errors };

  const contents = document?.contents as ParsedNode | null | undefined;
  if (contents === null || contents === undefined) return { value: undefined, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const value = toTree(contents, source, diagnostics);
  const isWhole = diagnostics.every(({ code }) => code === "duplicate-key" || code === "inexact-number");
  return { value: isWhole ? value : undefined, diagnostics };
}

/** The fastest options; `toTree` reports duplicate keys, with the place of the first one. */
const options = { prettyErrors: false, uniqueKeys: false, resolveKnownTags: false, logLevel: "silent" } as const;
