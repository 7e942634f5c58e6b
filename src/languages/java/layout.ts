/** Lines that fit: how Java code is broken where it is longer than a line. */

export const lineWidth = 120;

/** How far a line that goes on is indented beyond its beginning. */
const continuation = 8;

/** Two halves of a statement on one line, or the second on a line of its own. */
export function halves(indent: number, first: string, second: string): string {
  const line = `${first} ${second}`;
  return fits(indent, line) ? line : `${first}\n${blanks(indent + continuation)}${second}`;
}

/** A call on the result of another on one line, or on a line of its own. */
export function chain(indent: number, first: string, second: string): string {
  const line = `${first}${second}`;
  return fits(indent, line) ? line : `${first}\n${blanks(indent + continuation)}${second}`;
}

/** A list between brackets on one line, or each item on a line of its own. */
export function list(indent: number, open: string, items: readonly string[], close: string): string {
  const line = `${open}${items.join(", ")}${close}`;
  if (fits(indent, line)) return line;
  const separator = `,\n${blanks(indent + continuation)}`;
  return `${open}\n${blanks(indent + continuation)}${items.join(separator)}${close}`;
}

/** An annotation's array on one line, or each item on a line of its own. */
export function array(indent: number, open: string, items: readonly string[], close: string): string {
  const line = `${open}${items.join(", ")}${close}`;
  if (fits(indent, line)) return line;
  const lines = items.map((item) => `${blanks(indent + 4)}${item},\n`);
  return `${open}\n${lines.join("")}${blanks(indent)}${close}`;
}

/** The first line of a class: `public final class Cat implements Pet {`. */
export function classDeclaration(name: string, interfaces: readonly string[]): string {
  const line = `public final class ${name}`;
  return interfaces.length === 0 ? `${line} {` : clause(line, "implements", interfaces);
}

/** The first line of a sealed interface. */
export function sealedDeclaration(name: string, permitted: readonly string[]): string {
  return clause(`public sealed interface ${name}`, "permits", permitted);
}

function clause(line: string, word: string, types: readonly string[]): string {
  const whole = `${line} ${word} ${types.join(", ")} {`;
  if (fits(0, whole)) return whole;
  return `${line}\n${blanks(8)}${word} ${types.join(`,\n${blanks(16)}`)} {`;
}

export function fits(indent: number, line: string): boolean {
  return indent + line.length <= lineWidth && !line.includes("\n");
}

export function blanks(count: number): string {
  return " ".repeat(count);
}
