/**
 * Makes the package's few files, each with what is loaded together: a run reads those instead of hundreds of modules. The
 * shipped templates are compiled on the way.
 */
import { readdirSync, readFileSync } from "node:fs";
import { build } from "rolldown";
import { compileTemplate, runtime } from "./compile-template.js";

/** `src/render/compiled.ts`, filled in. */
function compiledTemplates() {
  const names = readdirSync("templates", { recursive: true }).filter((name) => name.endsWith(".hbs"));
  const entries = names.sort().map((name) => {
    const text = readFileSync(`templates/${name}`, "utf8");
    try {
      return `[${JSON.stringify(text)}, ${compileTemplate(text)}]`;
    } catch (cause) {
      throw new Error(`templates/${name}:${cause.message}`, { cause });
    }
  });
  return `${runtime}export const compiledTemplates = new Map([\n${entries.join(",\n")}\n]);\n`;
}

await build({
  input: { index: "src/index.ts", "cli/main": "src/cli/main.ts", "files/worker": "src/files/worker.ts" },
  platform: "node",
  external: /^(?:node:|@?[a-z][\w-]*(?:\/|$))/,
  plugins: [
    {
      name: "compiled-templates",
      load: {
        filter: { id: /src\/render\/compiled\.ts$/ },
        handler: () => ({ code: compiledTemplates(), moduleType: "js" }),
      },
    },
  ],
  // Chunks lie as deep as the modules they are made of, which find templates and one another by their own place.
  output: { dir: "dist", format: "esm", chunkFileNames: "chunks/[name].js", cleanDir: true },
});
