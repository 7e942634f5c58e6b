#!/usr/bin/env node
import { failureCode, reportFailure } from "./failure.js";
import { runCommandLine } from "./command-line.js";
import { processTerminal } from "./terminal.js";

const terminal = processTerminal();
try {
  process.exitCode = await runCommandLine(process.argv.slice(2), terminal);
} catch (error) {
  reportFailure(error, terminal);
  process.exitCode = failureCode(error);
}
