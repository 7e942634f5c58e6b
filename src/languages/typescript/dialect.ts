/** The layout of generated TypeScript, and the import that printing a name adds. */
import { Code, type Piece, symbol } from "../../code/code.js";
import type { Dialect } from "../../code/lay-out.js";

/** Lines are broken as prettier breaks them with its default options. */
export const dialect: Dialect = { lineWidth: 80, tabWidth: 2, importLine: (imported) => `import ${imported};` };

/** The runtime, under the name by which all generated files import it. */
export const t = symbol("t", "* as t");

/** An export of the runtime: `t.string`. */
export function runtime(name: string): Code {
  return new Code(`t.${name}`, t.imports, false);
}

/** An export of another file, possibly with a local alias. */
export function imported(exported: string, name: string, from: string): Piece {
  return symbol(name, `{ ${name === exported ? name : `${exported} as ${name}`} } from "${from}"`);
}

/**
 * The dialect of a class file, which knows the path of the runtime.
 *
 * @param runtime how the file imports the runtime
 * @param isTyped whether the file uses only types of the runtime
 */
export function dialectOf(runtime: string, isTyped: boolean): Dialect {
  const ofRuntime = `import ${isTyped ? "type " : ""}* as t from "${runtime}";`;
  return {
    ...dialect,
    importLine: (name) => (name === t.imports[0] ? ofRuntime : dialect.importLine(name)),
  };
}
