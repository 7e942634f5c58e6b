/**
 * Compiles the shipped Handlebars templates to JavaScript that renders the same output as Handlebars with the options of
 * `src/render/compile-options.json`, with plain property reads and loops. Rejects syntax that those templates do not use.
 */
import Handlebars from "handlebars";

/**
 * The source of a function `(context, root, templates, printed, text) => text`. `root` is the view of the page, and `templates`
 * contains such functions by name. The function appends its output to `text`, moves all but the last part to `printed`,
 * and returns the rest. It calls the functions of `runtime`.
 *
 * @param {string} text the template
 * @returns {string}
 * @throws {Error} for unsupported syntax
 */
export function compileTemplate(text) {
  const body = new Compiler().program(Handlebars.parse(text), [{ name: "context" }]);
  return `function (context, root, templates, printed, text) {\n${body}return text;\n}`;
}

/** The source of the helper functions that compiled templates call. */
export const runtime = `
/** Whether Handlebars treats a value as true. */
function truth(value) {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
function list(value) {
  if (!Array.isArray(value)) throw new Error("only lists have items");
  return value;
}
/** Views contain neither undefined nor null. */
function unknown(path) {
  throw new Error(\`"\${path}" is not in the view\`);
}
/** A partial that is alone on an indented line. */
function indented(printed, text, indent, partial) {
  const inner = printed.inside();
  const { parts } = inner;
  parts.push(partial(inner));
  const all = parts.map((part) => (typeof part === "string" ? part.replaceAll("\\n", "\\n" + indent) : part));
  const last = all.pop();
  // The text after the last line break is not part of the partial.
  const rest = last.endsWith("\\n" + indent) ? last.slice(0, -indent.length) : last;
  if (all.length === 0) return rest === "" ? text : text + indent + rest;
  printed.parts.push(text + indent + all[0], ...all.slice(1));
  return rest;
}
`;

/**
 * Contexts are the variables that paths start from, innermost first: the template's own context and that of each enclosing
 * list, with expressions for Handlebars' data about an item's position.
 */
class Compiler {
  #variables = 0;

  program({ body }, contexts) {
    return body.map((statement) => this.#statement(statement, contexts)).join("");
  }

  #statement(statement, contexts) {
    switch (statement.type) {
      case "ContentStatement":
        return statement.value === "" ? "" : `text += ${JSON.stringify(statement.value)};\n`;
      case "CommentStatement":
        return "";
      case "MustacheStatement":
        if (statement.params.length > 0 || statement.hash !== undefined) throw unsupported(statement);
        if (helpers.has(statement.path.original)) throw unsupported(statement);
        return `text = printed.print(text, ${valueOf(statement.path, contexts)});\n`;
      case "BlockStatement":
        return this.#block(statement, contexts);
      case "PartialStatement":
        return this.#partial(statement, contexts);
      default:
        throw unsupported(statement);
    }
  }

  #block(block, contexts) {
    const { path, params, hash, program, inverse } = block;
    const isCondition = path.original === "if" || path.original === "unless";
    if (params.length !== 1 || hash !== undefined || program?.blockParams !== undefined) throw unsupported(block);
    if (!program || (inverse && !isCondition)) throw unsupported(block);
    const value = valueOf(params[0], contexts);
    switch (path.original) {
      case "if":
        return this.#if(`truth(${value})`, block, contexts);
      case "unless":
        return this.#if(`!truth(${value})`, block, contexts);
      case "with":
        return this.#with(value, program, contexts);
      case "each":
        return this.#each(value, program, contexts);
      default:
        throw unsupported(block);
    }
  }

  #if(condition, { program, inverse }, contexts) {
    const otherwise = inverse ? ` else {\n${this.program(inverse, contexts)}}` : "";
    return `if (${condition}) {\n${this.program(program, contexts)}}${otherwise}\n`;
  }

  #with(value, program, contexts) {
    const name = `inner${++this.#variables}`;
    return `const ${name} = ${value};
if (truth(${name})) {
${this.program(program, [{ ...contexts[0], name }, ...contexts])}}
`;
  }

  #each(value, program, contexts) {
    const n = ++this.#variables;
    const item = { name: `item${n}`, first: `at${n} === 0`, last: `at${n} === list${n}.length - 1` };
    return `const list${n} = list(${value});
for (let at${n} = 0; at${n} < list${n}.length; at${n}++) {
const item${n} = list${n}[at${n}];
${this.program(program, [item, ...contexts])}}
`;
  }

  #partial(partial, contexts) {
    const { name, params, hash, indent } = partial;
    if (name.type !== "PathExpression" || params.length > 1 || hash !== undefined) throw unsupported(partial);
    const context = params.length === 0 ? contexts[0].name : valueOf(params[0], contexts);
    const template = `templates.get(${JSON.stringify(name.original)})`;
    if (indent === "") return `text = ${template}(${context}, root, templates, printed, text);\n`;
    const inner = `(printed) => ${template}(${context}, root, templates, printed, "")`;
    return `text = indented(printed, text, ${JSON.stringify(indent)}, ${inner});\n`;
  }
}

/** An expression for the value at a path. */
function valueOf(path, contexts) {
  const { type, data, depth, parts, original } = path;
  const context = contexts[depth];
  if (type !== "PathExpression" || context === undefined) throw unsupported(path);
  if (parts.some((part) => part in Object.prototype)) throw unsupported(path);
  if (!data) return read(context.name, parts, original);
  const [name, ...keys] = parts;
  if (depth > 0) throw unsupported(path);
  if (name === "root") return read("root", keys, original);
  if (!["first", "last"].includes(name) || keys.length > 0 || context[name] === undefined) throw unsupported(path);
  return context[name];
}

/** Names that Handlebars would call as helpers if they are alone. */
const helpers = new Set(Object.keys(Handlebars.helpers));

function read(from, keys, path) {
  if (keys.length === 0) return from;
  const value = [from, ...keys.map((key) => JSON.stringify(key))].reduce((outer, key) => `${outer}?.[${key}]`);
  return `(${value} ?? unknown(${JSON.stringify(path)}))`;
}

function unsupported({ type, loc: { start } }) {
  return new Error(`${start.line}:${start.column + 1}: this ${type} is more than a shipped template may hold`);
}
