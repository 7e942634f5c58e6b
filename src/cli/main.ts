#!/usr/bin/env node
import module from "node:module";
import { setFlagsFromString } from "node:v8";

// Newer versions of Node keep compiled code from run to run if asked to, so ask before anything else is loaded.
(module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
void import("./start.js").then(({ start }) => {
  compileLess();
  return start(process.argv.slice(2));
});

/**
 * Runs are short, and much of the code runs often, but little of it for long: compiling less of it, and later, takes less
 * time than it saves; Node 24 does well by itself. Node's own modules come compiled, but for the flags that it was built
 * with, so most are loaded before.
 */
function compileLess(): void {
  const [version = 0] = process.versions.node.split(".").map(Number);
  if (version < 24) setFlagsFromString("--max-inlined-bytecode-size-cumulative=100");
  if (version < 22) setFlagsFromString("--interrupt-budget=500000");
}
