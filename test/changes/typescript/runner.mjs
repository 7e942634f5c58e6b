/**
 * Runs compiled consumers, and reads documents with compiled classes: JSON lines `{ index, namespace, model, json }`,
 * `{ consumer, json }` or `{ consumer }` come in, and as many answers go out.
 *
 * node runner.mjs FOLDER: where `tsc` wrote its output
 */
import { createInterface } from "node:readline";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const load = (path) => import(pathToFileURL(join(process.argv[2], path)).href);

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const answer = request.consumer === undefined ? await receive(request) : await run(request);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

async function receive({ index, namespace, model, json }) {
  const models = await load(index);
  try {
    const value = models[namespace][model].parse(json);
    return value.validate().length === 0 ? "accepted" : "invalid";
  } catch (error) {
    if (error instanceof models.ModelError) return "rejected";
    throw error;
  }
}

async function run({ consumer, json }) {
  try {
    const { run, variants } = await load(consumer);
    if (json !== undefined) return { trace: JSON.stringify(plain(run(json))) };
    return { variants: Object.fromEntries(Object.entries(variants).map(([name, make]) => [name, made(make)])) };
  } catch (error) {
    return { failure: String(error) };
  }
}

function made(make) {
  try {
    const value = make();
    const violations = value.validate().map(({ path, keyword }) => `${path} ${keyword}`);
    return { json: value.stringify(), violations };
  } catch (error) {
    return { failure: String(error) };
  }
}

/** A value as JSON data that shows its type. */
function plain(value) {
  if (typeof value === "bigint") return `${value}n`;
  if (value === undefined) return "undefined";
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  const { name = "Object" } = value.constructor ?? {};
  if (value instanceof Uint8Array) return `${name} ${[...value]}`;
  if (["Date", "DateTime", "RFCDate", "Decimal"].includes(name))
    return `${name} ${name === "Decimal" ? value : value.toJSON()}`;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted()
      .map(([key, each]) => [key, plain(each)]),
  );
}
