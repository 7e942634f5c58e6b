import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The `yaml` package, loaded when it is asked for: most files are read without it, and it takes a third of Node's start. */
export function yaml(): typeof import("yaml") {
  return require("yaml") as typeof import("yaml");
}
