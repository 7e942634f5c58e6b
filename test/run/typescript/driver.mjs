/**
 * Reads documents with the generated models and writes them back: JSON lines `{ id, model, json, lenient }` come in, JSON lines
 * `{ id, ok, class, json, violations }` or `{ id, ok, errors }` go out. With another document, `other`, the answer has
 * `equal` too. A request with `build` in place of `json` builds the model of those values; `equal` then says whether it
 * equals what is read of its JSON.
 *
 * node driver.mjs INDEX: the compiled `models/index.js` of a generated tree
 */
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { DateTime, Decimal, ModelError, stringifyJSON, ...namespaces } = await import(
  pathToFileURL(process.argv[2]).href
);

for await (const line of createInterface({ input: process.stdin })) {
  const { id, model, ...request } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id, ...answer(functionsOf(model), request) })}\n`);
}

/** The functions of a class, or of plain data. */
function functionsOf(name) {
  const found = Object.values(namespaces).find((each) => Object.hasOwn(each, name));
  if (found === undefined) throw new Error(`there is no model ${name}`);
  const [parse, stringify, validate, create] = ["parse", "stringify", "validate", "create"].map(
    (verb) => found[verb + name],
  );
  if (parse !== undefined) return { parse, stringify, validate, create, equal: () => undefined };
  return {
    parse: (json, options) => found[name].parse(json, options),
    stringify: stringifyJSON,
    validate: (value) => value?.validate?.() ?? [],
    create: (init) => new found[name](init),
    equal: (a, b) => a.equals(b) && b.equals(a),
  };
}

function answer({ parse, stringify, validate, create, equal }, { json, other, build, lenient }) {
  try {
    const value = build === undefined ? parse(json, { lenient }) : create(builtEach(build));
    const found = validate(value).map(({ path, keyword }) => ({ path, keyword }));
    const written = stringify(value);
    const same = build === undefined ? other && equal(value, parse(other)) : equal(value, readBack(parse, written));
    return { ok: true, class: value?.constructor?.name ?? "", json: written, violations: found, equal: same };
  } catch (error) {
    // Another error is a fault, which no vector expects.
    const issues = error instanceof ModelError ? error.issues : [{ path: `${error.stack}` }];
    return { ok: false, errors: issues.map(({ path }) => ({ path })) };
  }
}

function readBack(parse, json) {
  try {
    return parse(json);
  } catch (error) {
    throw new Error(`${json} was written`, { cause: error });
  }
}

/** The value that a request describes; see `test/conformance/built.ts`. */
function built(value) {
  if (Array.isArray(value)) return value.map(built);
  if (typeof value !== "object" || value === null) return value;
  const [[kind, given]] = Object.entries(value);
  switch (kind) {
    case "double":
      return Number(given);
    case "decimal":
      return Decimal === undefined || typeof given === "number" ? given : new Decimal(given);
    case "long":
      return BigInt(given);
    case "date-time":
      return dateTime(...given);
    case "member":
      return built(given[1]);
    default:
      return builtEach(value);
  }
}

function builtEach(values) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, built(value)]));
}

/** Plain data has strings for it. */
function dateTime(year, month, day, hour, minute, second, millisecond, offset) {
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second, millisecond));
  date.setUTCFullYear(year);
  if (DateTime !== undefined) return new Date(date.getTime() - offset * 3_600_000);
  const zone = `${offset < 0 ? "-" : "+"}${String(Math.abs(offset)).padStart(2, "0")}:00`;
  return date.toISOString().replace("Z", zone);
}
