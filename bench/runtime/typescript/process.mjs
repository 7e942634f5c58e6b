/** Measures an operation on a document: `node process.mjs <module> <operation> <document>`. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, operation, document] = process.argv.slice(2);
const { model, file, isHostile } = JSON.parse(document);
const text = readFileSync(file, "utf8");
const make = (await import(pathToFileURL(module))).operations[operation];
const once = make(model, text);
const seconds = isHostile ? 0.05 : 0.5;

/** What was made last, so that no call can be left out. */
let result;

const coldNs = cpuOf(1);
let calls = 1;
for (let time = coldNs, total = 0; total < seconds * 0.5e9; total += time) {
  time = cpuOf(calls);
  if (time < seconds * 0.1e9) calls *= 2;
}
const allocatedBytes = isHostile ? undefined : allocatedBy(once);
const samples = [];
for (const end = cpu() + seconds * 1e9; cpu() < end;) samples.push(cpuOf(calls) / calls);
console.log(JSON.stringify({ cpuNs: mean(samples), allocatedBytes, coldNs }));

function repeat(count) {
  for (let call = 0; call < count; call++) result = once();
}

function cpuOf(count) {
  const start = cpu();
  repeat(count);
  return cpu() - start;
}

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

function mean(numbers) {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

/** What most rounds allocate: in some, memory is freed. */
function allocatedBy(action) {
  const size = Math.max(1, Math.ceil(10_000 / text.length));
  const rounds = Array.from({ length: 100 }, () => {
    const before = process.memoryUsage().heapUsed;
    for (let call = 0; call < size; call++) result = action();
    return (process.memoryUsage().heapUsed - before) / size;
  });
  return rounds.sort((a, b) => a - b)[75];
}
