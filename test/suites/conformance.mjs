/**
 * `npm run conformance -- --jtd FOLDER --json-schema FOLDER --quicktype FOLDER`: runs public suites, each in a clone of its
 * repository, and updates `docs/conformance.md`. `DETAILS=1` prints every document that differs.
 */
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const text = { type: "string" };
const { values } = parseArgs({ options: { jtd: text, "json-schema": text, quicktype: text } });
const given = Object.entries(values);
if (given.length === 0) {
  console.error("no suite: give the folder of one, such as --jtd ../json-typedef-spec");
  process.exit(2);
}
const root = resolve(import.meta.dirname, "../..");
const folders = given.map(([name, folder]) => [name.toUpperCase().replace("-", "_"), resolve(folder)]);
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const run = (args, environment = {}) =>
  spawnSync(process.execPath, [vitest, "run", ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: "inherit",
  }).status;

const status = run(["--config", join(import.meta.dirname, "vitest.config.ts")], Object.fromEntries(folders));
process.exitCode = run(["test/suites/table.test.ts", "-u"]) || status;
