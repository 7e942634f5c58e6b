/**
 * Counts the pages of a documented family that the imported documents reproduce byte for byte.
 *
 *     npm run build && node bench/parity.mjs FAMILY HASHES DOCUMENT…
 *
 * FAMILY is `java`, `ruby`, `ruby-2025-03` or `typescript`; HASHES is what `sha256sum` prints for the family's model pages
 * of the shared namespace; the documents are merged in the order given. Prints the count and the first differences, and exits
 * with code 1 unless the pages are exactly the same.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The config options of each family, and the folder of its pages. */
const targets = {
  java: { options: "language: java, package: com.stackone.stackone_client_java", pages: "docs/models/components" },
  ruby: { options: "language: ruby, module: StackOne, typePrefix: relative", pages: "docs/models/shared" },
  "ruby-2025-03": { options: "language: ruby, module: StackOne, unions: any", pages: "docs/models/shared" },
  typescript: { options: "language: typescript", pages: "docs/sdk/models/shared" },
};
const modelwright = resolve(import.meta.dirname, "../dist/cli/main.cjs");
const shown = 10;

const [family, hashFile, ...paths] = process.argv.slice(2);
if (targets[family] === undefined || hashFile === undefined || paths.length === 0) {
  console.error(`usage: node bench/parity.mjs ${Object.keys(targets).join("|")} HASHES DOCUMENT…`);
  process.exit(2);
}

const pages = publishedPages(family, paths);
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

/** The pages of the shared namespace by file name, generated with the command-line tool. */
function publishedPages(family, documents) {
  const { options, pages } = targets[family];
  const folder = mkdtempSync(join(tmpdir(), "modelwright-parity-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "modelwright.yaml"), `targets: { ${family}: { ${options}, output: out } }\n`);
  const absolute = documents.map((path) => resolve(path));
  run(folder, "import", "openapi", ...absolute, "--out", "spec", "--names", `documented:${family}`);
  run(folder, "generate", "--no-cache");
  const made = join(folder, "out", pages);
  return new Map(readdirSync(made).map((name) => [name, readFileSync(join(made, name), "utf8")]));
}

/** Runs the command. Prints its errors, and ignores warnings about documents. */
function run(folder, ...args) {
  const { status, stderr } = spawnSync(process.execPath, [modelwright, ...args], { cwd: folder, encoding: "utf8" });
  if (status === 0) return;
  console.error(stderr);
  process.exit(1);
}

function list(title, names) {
  if (names.length === 0) return;
  const rest = names.length > shown ? ` … (${names.length - shown} more)` : "";
  console.log(`${title}: ${names.length}\n  ${names.slice(0, shown).join("\n  ")}${rest}`);
}

function hashOf(text) {
  return createHash("sha256").update(text).digest("hex");
}
