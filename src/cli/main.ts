#!/usr/bin/env node
import module from "node:module";

// Newer versions of Node keep compiled code from run to run if asked to, so ask before anything else is loaded.
(module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
const { start } = await import("./start.js");
await start(process.argv.slice(2));
