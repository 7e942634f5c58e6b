/** `docs/conformance.md`: the results of each language for the vectors. */
import { markdown } from "./markdown.js";
import type { Vector } from "./vectors.js";

interface Column {
  readonly id: string;
  readonly title: string;
}

/** @param columns the languages, in the order of the columns */
export function conformanceTable(vectors: readonly Vector[], columns: readonly Column[]): string {
  const constructs = [...new Set(vectors.map(({ construct }) => construct))];
  const reasons = [...new Set(vectors.flatMap(({ exceptions = {} }) => Object.values(exceptions)))];
  const rows = constructs.map((construct) => {
    const documents = vectors.filter((vector) => vector.construct === construct);
    return [construct, String(documents.length), ...columns.map(({ id }) => cell(documents, id, reasons))];
  });
  const total = ["all", String(vectors.length), ...columns.map(({ id }) => cell(vectors, id, []))];
  const table = [["construct", "documents", ...columns.map(({ title }) => title)], ...rows, total];
  const notes = reasons.map((reason, index) => `${index + 1}. ${reason}\n`);
  const exceptions = notes.length === 0 ? "There are no exceptions.\n" : `Exceptions:\n\n${notes.join("")}`;
  return `${introduction}\n${markdown(table, 1)}\n${exceptions}`;
}

const introduction = `# Conformance

The JSON documents in \`test/vectors/\` go through the generated classes of every language. Each language must accept and reject
the same documents, name the same JSON path where one is wrong, find the same violations of constraints, and write back what
it read: unknown fields, unknown enum values and unknown union members included. \`npm test\` runs them and keeps this page
up to date.
`;

/** `24` if all vectors pass; `23 (1)` if the others are exceptions, with the number of the reason. */
function cell(documents: readonly Vector[], language: string, reasons: readonly string[]): string {
  const excepted = documents.flatMap(({ exceptions = {} }) => exceptions[language] ?? []);
  const notes = [...new Set(excepted.map((reason) => reasons.indexOf(reason) + 1))].filter((note) => note > 0);
  const conforming = documents.length - excepted.length;
  return notes.length === 0 ? String(conforming) : `${conforming} (${notes.join(", ")})`;
}
