/**
 * How many pages of a documented family the imported documents give byte for byte.
 *
 *     npm run build && node bench/parity.mjs FAMILY HASHES DOCUMENT…
 *
 * FAMILY is `java`, `ruby`, `ruby-2025-03` or `typescript`; HASHES is what `sha256sum` prints for the family's model pages
 * of the shared namespace; the documents are merged in the order given. Prints the count and the first differences; ends
 * with 1 unless every page is there and is the same, and nothing else.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkConfig } from "../dist/config/check.js";
import { diagnosticText } from "../dist/diagnostics-text.js";
import { listInputs, readInputs } from "../dist/files/project.js";
import { importOpenApi } from "../dist/import/import.js";
import { languages } from "../dist/languages/index.js";
import { plan } from "../dist/generate.js";
import { compileTemplates } from "../dist/render/templates.js";

/** How each family was generated, as the config says it. */
const targets = {
  java: "language: java, package: com.stackone.stackone_client_java",
  ruby: "language: ruby, module: StackOne, typePrefix: relative",
  "ruby-2025-03": "language: ruby, module: StackOne, unions: any",
  typescript: "language: typescript",
};
const shown = 10;

const [family, hashFile, ...paths] = process.argv.slice(2);
if (targets[family] === undefined || hashFile === undefined || paths.length === 0) {
  console.error(`usage: node bench/parity.mjs ${Object.keys(targets).join("|")} HASHES DOCUMENT…`);
  process.exit(2);
}

const documents = paths.map((path) => ({ path, text: readFileSync(path, "utf8") }));
const imported = importOpenApi(documents, { families: [family] });
tell(imported.diagnostics, documents);
if (imported.value === undefined) process.exit(1);

const pages = docsPages(imported.value);
const expected = new Map(
  readFileSync(hashFile, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => [line.slice(66), line.slice(0, 64)]),
);
const missing = [...expected.keys()].filter((name) => !pages.has(name));
const different = [...expected].filter(([name, hash]) => pages.has(name) && hashOf(pages.get(name)) !== hash);
const extra = [...pages.keys()].filter((name) => !expected.has(name));
const equal = expected.size - missing.length - different.length;

console.log(`${family}: ${equal} of ${expected.size} pages are the same`);
list("missing", missing);
list(
  "different",
  different.map(([name]) => name),
);
list("not expected", extra);
if (process.env.PARITY_SHOW) console.log(pages.get(process.env.PARITY_SHOW));
process.exit(equal === expected.size && extra.length === 0 ? 0 : 1);

/** The pages of the target's own namespace, by file name. */
function docsPages(sources) {
  const root = dirname(fileURLToPath(import.meta.url));
  const text = `targets:\n  ${family}: { ${targets[family]}, output: out }\n`;
  const config = checkConfig({ path: "modelwright.yaml", text }, languages).value;
  const { value: plans, diagnostics } = plan({ config, sources });
  tell(diagnostics, sources);
  if (plans === undefined) process.exit(1);
  const file = { path: "modelwright.yaml", text, root };
  const { value: inputs } = readInputs(file, { ...listInputs(file, { ...config, spec: "." }).value, specs: [] });
  const [{ target, pages: all }] = plans;
  const render = compileTemplates(inputs.templates.get(target.name));
  const folder = new RegExp(`^docs/(?:sdk/)?models/${target.namespace}/[^/]+$`);
  return new Map(all.filter(({ path }) => folder.test(path)).map((page) => [basename(page.path), render(page).text]));
}

function tell(diagnostics, sources) {
  const files = new Map(sources.map((source) => [source.path, source]));
  for (const each of diagnostics.filter(({ severity }) => severity === "error").slice(0, shown)) {
    console.error(diagnosticText(each, files));
  }
}

function list(title, names) {
  if (names.length === 0) return;
  const rest = names.length > shown ? ` … (${names.length - shown} more)` : "";
  console.log(`${title}: ${names.length}\n  ${names.slice(0, shown).join("\n  ")}${rest}`);
}

function hashOf(text) {
  return createHash("sha256").update(text).digest("hex");
}
