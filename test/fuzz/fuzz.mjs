/**
 * `npm run fuzz -- --specs 2000 [--seed 1]`: hostile specs in every language, more than `npm test` runs. They are made in
 * rounds of 200 specs, each with its own seed. To repeat a failed round, run with `--specs 200 --seed SEED`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { specs: { type: "string", default: "2000" }, seed: { type: "string", default: "1" } },
});
const perRound = 200;
const rounds = Math.ceil(Number(values.specs) / perRound);
const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "modelwright-fuzz-"));
const tally = join(folder, "tally");
const failedSeeds = [];

try {
  for (let round = 0; round < rounds; round++) {
    const seed = Number(values.seed) + round;
    // In every round, half of the specs have hostile names and half hostile strings.
    const environment = { ...process.env, SEED: String(seed), SPECS: String(perRound / 2), FUZZ_TALLY: tally };
    const vitest = [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      "hostile",
      "--reporter=dot",
      "--testTimeout=600000",
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, vitest, {
      cwd: root,
      env: environment,
      encoding: "utf8",
    });
    if (status === 0) continue;
    failedSeeds.push(seed);
    console.error(`seed ${seed} failed:\n${stdout}${stderr}`);
  }
  console.table(figures());
  console.log(`${rounds * perRound} specs, ${failedSeeds.length} failures`);
  for (const seed of failedSeeds) console.log(`again: npm run fuzz -- --specs ${perRound} --seed ${seed}`);
  process.exitCode = failedSeeds.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Language → the number of specs tried, rejected and compiled. */
function figures() {
  const lines = existsSync(tally) ? readFileSync(tally, "utf8").split("\n").filter(Boolean) : [];
  const sums = {};
  for (const { language, tried, compiled } of lines.map((line) => JSON.parse(line))) {
    const sum = (sums[language] ??= { tried: 0, "rejected with a diagnostic": 0, "generated and compiled": 0 });
    sum.tried += tried;
    sum["rejected with a diagnostic"] += tried - compiled;
    sum["generated and compiled"] += compiled;
  }
  return sums;
}
