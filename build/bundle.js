/**
 * Bundles the modules that are loaded together, so that a run reads a few files instead of hundreds of modules. Also compiles
 * the shipped templates.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "rolldown";
import { compileTemplate, runtime } from "./compile-template.js";

/** `src/render/compiled.ts` with the compiled templates. */
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

const { output } = await build({
  input: { index: "src/index.ts", "cli/main": "src/cli/main.ts" },
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
  checks: { ineffectiveDynamicImport: false },
  output: {
    dir: "dist",
    cleanDir: true,
    // Node.js loads CommonJS faster than ES modules, and a few large modules faster than many small ones.
    format: "cjs",
    entryFileNames: "[name].cjs",
    // Chunks keep the folder depth of their modules, which find templates and each other by relative paths.
    chunkFileNames: "chunks/[name].cjs",
    codeSplitting: {
      groups: [
        {
          name: "run",
          test: /src\/(?:run\/run|config\/unknown-target|output\/shard|shape\/suggest)\.ts$/,
          priority: 3,
        },
        { name: "command", test: /src\/cli\/(?:start|generate-command|report-text)\.ts$/, priority: 2 },
        { name: "generate", test: /src\/generate\.ts$/, priority: 1 },
      ],
    },
  },
});

// `dist/index.js` exports the library as an ES module, as its types declare.
const { exports } = output.find(({ name }) => name === "index");
writeFileSync(
  "dist/index.js",
  `import library from "./index.cjs";\nexport const { ${exports.join(", ")} } = library;\n`,
);
