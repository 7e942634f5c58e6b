#!/usr/bin/env node
import module from "node:module";
import { setFlagsFromString } from "node:v8";

// Newer versions of Node can cache compiled code between runs. Enable the cache before anything else is loaded.
(module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
void import("./start.js").then(({ start }) => {
  compileLess();
  return start(process.argv.slice(2));
});

/**
 * Tunes V8 for short runs: little of the code runs long enough for optimization to pay off, so less of it is compiled, and
 * later. Node 24 needs no tuning. Node's own modules are precompiled for the default flags, so most are loaded before the
 * flags change.
 */
function compileLess(): void {
  const [version = 0] = process.versions.node.split(".").map(Number);
  if (version < 24) setFlagsFromString("--max-inlined-bytecode-size-cumulative=100");
  if (version < 22) setFlagsFromString("--interrupt-budget=500000");
}
