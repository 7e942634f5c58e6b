/** Reads a file of an import: JSON or YAML, OpenAPI 3 or Swagger 2, detected from its content. */
import { type Problem, problem } from "../diagnostics/problem.js";
import { type Checked, type Diagnostic, hasErrors, type SourceFile } from "../diagnostics/diagnostic.js";
import { parseYaml } from "../text/parse.js";
import type { Node } from "../text/tree.js";
import type { Findings } from "./findings.js";
import { kindInWords, Place, pointerParts } from "./place.js";
import { parseJson } from "../text/read-json.js";
import { upgraded, type Upgrade } from "./swagger.js";

/**
 * Reads an API description: an OpenAPI 3.0 or 3.1 document, or Swagger 2.0, which is upgraded.
 * Diagnostics: those of `readValue`, and not-openapi.
 */
export function readDocument(source: SourceFile, upgrade: Upgrade | undefined, findings: Findings): Place | undefined {
  const foreign = looksForeign(source);
  if (foreign !== undefined) return refused(foreign, findings);
  const root = readValue(source, findings);
  if (root === undefined) return undefined;

  const version = versionOf(root);
  if (typeof version !== "string") return refused(version, findings);
  if (version !== "2.0") return root;
  if (upgrade === undefined) throw new TypeError("a Swagger 2.0 document needs the upgrade");
  return upgraded(root, upgrade);
}

function refused(mistake: Diagnostic, findings: Findings): undefined {
  findings.add([mistake]);
}

/**
 * Reads any JSON or YAML file that a `$ref` refers to. Diagnostics: not-json, not-yaml and other syntax errors;
 * not-openapi if it is empty; not-imported for numbers that are rounded.
 */
export function readValue(source: SourceFile, findings: Findings): Place | undefined {
  const { value: node, diagnostics } = readNode(source);
  const root = node && Place.root(source.path, node);
  if (root !== undefined) reportRounded(diagnostics.filter(isInexact), root, findings);
  if (root !== undefined) reportDuplicates(diagnostics.filter(isDuplicate), source, root, findings);
  const isSyntax = (each: Diagnostic): boolean => root === undefined || !(isInexact(each) || isDuplicate(each));
  findings.add(diagnostics.filter(isSyntax));
  if (root === undefined && !hasErrors(diagnostics))
    findings.add([notOpenApi(source, problem("not-openapi", "empty"))]);
  return root;
}

function readNode(source: SourceFile): Checked<Node> {
  const { path, text } = source;
  const isNamedJson = path.toLowerCase().endsWith(".json");
  if (!isNamedJson && !/^\s*\{/.test(text)) return readYaml(source);
  const json = parseJson(source);
  if (isNamedJson || json.value !== undefined || text.length > large) return json;
  const yaml = parseYaml(source);
  return yaml.value === undefined ? json : yaml;
}

/**
 * The YAML parser continues after mistakes, and many of them take long, so the start of a large text is parsed first.
 */
function readYaml(source: SourceFile): Checked<Node> {
  const { path, text } = source;
  if (text.length < large) return parseYaml(source);
  const beginning = parseYaml({ path, text: text.slice(0, large / 10) });
  const isMistake = ({ code, span }: Diagnostic): boolean =>
    code !== "inexact-number" && (span?.start ?? 0) < large / 20;
  const mistakes = beginning.diagnostics.filter(isMistake);
  return mistakes.length === 0 ? parseYaml(source) : { value: undefined, diagnostics: mistakes };
}

/** Only the start of texts with more characters than this is parsed first. */
const large = 1_000_000;

function isInexact({ code }: Diagnostic): boolean {
  return code === "inexact-number";
}

/** A rounded number is an error in a spec, but only a warning in a document that its user may not be able to change. */
function reportRounded(diagnostics: readonly Diagnostic[], root: Place, findings: Findings): void {
  for (const { span } of diagnostics) {
    const place = root.at(span?.start ?? 0);
    if (place.isFinite) findings.loss("exactNumber", place);
  }
}

function isDuplicate({ code }: Diagnostic): boolean {
  return code === "duplicate-key";
}

/** Of several values under one key, the first one is imported. */
function reportDuplicates(
  diagnostics: readonly Diagnostic[],
  { text }: SourceFile,
  root: Place,
  findings: Findings,
): void {
  for (const [index, { span }] of diagnostics.entries()) {
    if (span === undefined) continue;
    const { file, start, end } = span;
    const key = text.slice(start, end).replace(/^(["'])(.*)\1$/s, "$2");
    // Finding a pointer takes long in a large object.
    const outer = index < 100 ? pointerParts(root.at(start).pointer) : [];
    const node = { kind: "scalar", value: key, start, end, textStart: undefined } as const;
    findings.spot(
      () => problem("duplicate-key", "key", { key }),
      Place.root(file, node, () => [...outer, key]),
    );
  }
}

/** Whether the text contains `swagger: "2.0"`, without parsing it. */
export function isSwagger({ text }: SourceFile): boolean {
  return swaggerKey.test(text);
}

/** Avoids parsing files that cannot be API descriptions. */
function looksForeign(source: SourceFile): Diagnostic | undefined {
  if (openApiKey.test(source.text) || swaggerKey.test(source.text)) return undefined;
  if (source.text.trim() === "") return notOpenApi(source, problem("not-openapi", "empty"));
  const { value: root, diagnostics } = source.text.length < large ? readNode(source) : { diagnostics: [] };
  return diagnostics.find((each) => !isInexact(each)) ?? notOpenApi(source, problem("not-openapi", "missing"), root);
}

const openApiKey = /(?:^|[{,])\s*["']?openapi["']?\s*:/m;
const swaggerKey = /(?:^|[{,])\s*["']?swagger["']?\s*:\s*["']?2\.0/m;

/** The version as a string, or the problem with it. */
function versionOf(root: Place): string | Diagnostic {
  if (!root.isMapping) return { ...problem("not-openapi", "kind", { found: kindInWords(root) }), span: root.span };
  const place = root.get("openapi") ?? root.get("swagger");
  const version = String(place?.scalar ?? "");
  if (place === undefined) return { ...problem("not-openapi", "missing"), span: root.span };
  // Without quotes, 3.0 is the number 3.
  if (
    place.key === "openapi" &&
    (/^3\.[0-2](?:\.|$)/.test(version) || (typeof place.scalar !== "string" && version === "3"))
  )
    return version;
  if (place.key === "swagger" && /^2(?:\.0)?$/.test(version)) return "2.0";
  return { ...problem("not-openapi", "version", { version: JSON.stringify(version) }), span: place.span };
}

function notOpenApi({ path, text }: SourceFile, problem: Problem, root?: Node): Diagnostic {
  const { start, end }: Pick<Node, "start" | "end"> = root ?? { start: 0, end: Math.min(1, text.length) };
  return { ...problem, span: { file: path, start, end } };
}
