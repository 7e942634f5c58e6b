/**
 * `npm run fuzz -- --specs 2000 --documents 20000 [--seed 1]`, more than `npm test` runs: hostile specs in every language,
 * and random documents on which all languages must agree. They are made in rounds, each with its own seed. To repeat a failed
 * round, run with the options that are printed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    specs: { type: "string", default: "0" },
    documents: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
  },
});
const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "modelwright-fuzz-"));
const tally = join(folder, "tally");
const failed = [];

try {
  // In every round, half of the specs have hostile names and half hostile strings.
  rounds("specs", 200, "hostile", (count) => ({ SPECS: String(count / 2) }));
  rounds("documents", 4000, "agreement", (count) => ({ DOCUMENTS: String(count) }));
  console.table(figures());
  console.log(`${values.specs} specs, ${values.documents} documents, ${failed.length} failures`);
  for (const options of failed) console.log(`again: npm run fuzz -- ${options}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs the tests of a name until there were as many specs or documents as asked for. */
function rounds(option, perRound, tests, environmentOf) {
  for (let round = 0; round * perRound < Number(values[option]); round++) {
    const seed = Number(values.seed) + round;
    const environment = { ...process.env, ...environmentOf(perRound), SEED: String(seed), FUZZ_TALLY: tally };
    const vitest = join(root, "node_modules/vitest/vitest.mjs");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [vitest, "run", tests, "--reporter=dot", "--testTimeout=600000"],
      { cwd: root, env: environment, encoding: "utf8", maxBuffer: 2 ** 28 },
    );
    if (status === 0) continue;
    const options = `--${option} ${perRound} --seed ${seed}`;
    failed.push(options);
    console.error(`${options} failed:\n${stdout}${stderr}`);
  }
}

/** Language → the number of specs tried, rejected with a diagnostic and compiled; or of documents. */
function figures() {
  const lines = existsSync(tally) ? readFileSync(tally, "utf8").split("\n").filter(Boolean) : [];
  const sums = {};
  for (const { language, tried, compiled } of lines.map((line) => JSON.parse(line))) {
    const sum = (sums[language] ??= { tried: 0, rejected: 0, accepted: 0 });
    sum.tried += tried;
    sum["rejected"] += tried - compiled;
    sum["accepted"] += compiled;
  }
  return sums;
}
