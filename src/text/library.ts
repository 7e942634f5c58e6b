import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * The `yaml` package, loaded on demand: most files are read without it, and loading it takes a third of Node's startup
 * time.
 */
export function yaml(): typeof import("yaml") {
  return require("yaml") as typeof import("yaml");
}
