/**
 * Reads documents with the generated models and writes them back: JSON lines `{ id, model, json, lenient }` come in, JSON lines
 * `{ id, ok, class, json, violations }` or `{ id, ok, errors }` go out.
 *
 * node driver.mjs INDEX: the compiled `models/index.js` of a generated tree
 */
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { ModelError, stringifyJSON, ...namespaces } = await import(pathToFileURL(process.argv[2]).href);

for await (const line of createInterface({ input: process.stdin })) {
  const { id, model, json, lenient } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id, ...answer(functionsOf(model), json, { lenient }) })}\n`);
}

/** The functions of a class, or of plain data. */
function functionsOf(name) {
  const found = Object.values(namespaces).find((each) => Object.hasOwn(each, name));
  if (found === undefined) throw new Error(`there is no model ${name}`);
  const [parse, stringify, validate] = ["parse", "stringify", "validate"].map((verb) => found[verb + name]);
  if (parse !== undefined) return { parse, stringify, validate };
  return {
    parse: (json, options) => found[name].parse(json, options),
    stringify: stringifyJSON,
    validate: (value) => value?.validate?.() ?? [],
  };
}

function answer({ parse, stringify, validate }, json, options) {
  try {
    const value = parse(json, options);
    const found = validate(value).map(({ path, keyword }) => ({ path, keyword }));
    return { ok: true, class: value?.constructor?.name ?? "", json: stringify(value), violations: found };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { ok: false, errors: error.issues.map(({ path }) => ({ path })) };
  }
}
