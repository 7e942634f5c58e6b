import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOfAll } from "./hash.js";
import { listFiles } from "./list-files.js";

/** Names the code that makes the output, its libraries and Node included: what another made is not reused. */
export function identity(): string {
  const code = fileURLToPath(new URL("..", import.meta.url));
  const files = listFiles(code, [".js", ".ts"]).filter((file) => !file.endsWith(".d.ts"));
  const texts = files.flatMap((file) => [file, readFileSync(join(code, file), "utf8")]);
  return hashOfAll([process.version, ...libraries.map(versionOf), ...texts]);
}

/** Those that have a say in what is written. */
const libraries = ["handlebars", "prettier", "yaml"] as const;

function versionOf(library: string): string {
  const description = createRequire(import.meta.url).resolve(`${library}/package.json`);
  return readFileSync(description, "utf8");
}
