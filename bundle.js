/** Makes the package's few files, each with what is loaded together: a run reads those instead of hundreds of modules. */
import { build } from "rolldown";

await build({
  input: { index: "src/index.ts", "cli/main": "src/cli/main.ts", "files/worker": "src/files/worker.ts" },
  platform: "node",
  external: /^[^./]/,
  // Chunks lie as deep as the modules they are made of, which find templates and one another by their own place.
  output: { dir: "dist", format: "esm", chunkFileNames: "chunks/[name].js", cleanDir: true },
});
