/** How generated TypeScript is laid out, and what printing a name imports. */
import { Code, type Piece, symbol } from "../../code/code.js";
import type { Dialect } from "../../code/lay-out.js";

/** Lines as prettier breaks them with its default options. */
export const dialect: Dialect = { lineWidth: 80, tabWidth: 2, importLine: (imported) => `import ${imported};` };

/** The runtime, by the name under which all generated files import it. */
export const t = symbol("t", "* as t");

/** What the runtime exports under a name: `t.string`. */
export function runtime(name: string): Code {
  return new Code(`t.${name}`, t.imports, false);
}

/** A name that another file exports, perhaps by a local name. */
export function imported(exported: string, name: string, from: string): Piece {
  return symbol(name, `{ ${name === exported ? name : `${exported} as ${name}`} } from "${from}"`);
}

/**
 * The dialect of a class file, which knows where the runtime is.
 *
 * @param runtime how it imports the runtime
 * @param isTyped whether the file uses no more than types of the runtime
 */
export function dialectOf(runtime: string, isTyped: boolean): Dialect {
  const ofRuntime = `import ${isTyped ? "type " : ""}* as t from "${runtime}";`;
  return {
    ...dialect,
    importLine: (name) => (name === t.imports[0] ? ofRuntime : dialect.importLine(name)),
  };
}
