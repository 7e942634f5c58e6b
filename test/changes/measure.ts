/** Measures the cells of kinds of changes: with compilers, and with programs and documents of both sides. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Bench, Lab } from "./bench.js";
import { CodeCells } from "./code-cells.js";
import { type Consumer, type ConsumerWriter, consumersOf } from "./consumers.js";
import { docsSeverity } from "./docs-pages.js";
import { javaWriter } from "./java/consumer.js";
import { java } from "./java/lab.js";
import { Documents } from "./judged-documents.js";
import type { Cells, Halves, Kind, Severity } from "./kinds.js";
import { rubyWriter } from "./ruby/consumer.js";
import { ruby } from "./ruby/lab.js";
import { type AllSides, generateSides, type LanguageId, languageIds } from "./sides.js";
import { typescriptWriter } from "./typescript/consumer.js";
import { typescript } from "./typescript/lab.js";

export const labs: Readonly<Record<LanguageId, { readonly lab: Lab; readonly writer: ConsumerWriter }>> = {
  typescript: { lab: typescript, writer: typescriptWriter },
  ruby: { lab: ruby, writer: rubyWriter },
  java: { lab: java, writer: javaWriter },
};

export interface Measured {
  readonly kind: Kind;
  readonly cells: Cells;
  /** The first failure of each cell, in the words of the compiler or of the classes. */
  readonly failures: Readonly<Record<string, string>>;
}

export interface Measurement {
  readonly kinds: readonly Measured[];
  /** Documents that the classes of the languages do not receive alike. */
  readonly disagreements: readonly string[];
}

/** @param folder where everything is compiled */
export async function measure(kinds: readonly Kind[], folder: string): Promise<Measurement> {
  const sides = await generateSides(kinds);
  const languages = languageIds.map((id) => prepared(id, sides, join(folder, id)));
  const documents = new Documents(kinds, sides, languages);
  const code = languages.map(({ id, bench, consumers }) => new CodeCells(bench, consumers, documents, id));
  return {
    kinds: kinds.map((kind) => measured(kind, sides, documents, code)),
    disagreements: kinds.flatMap((kind) => documents.disagreements(kind)),
  };
}

function measured(kind: Kind, sides: AllSides, documents: Documents, code: readonly CodeCells[]): Measured {
  const wireRead = documents.wire(kind, "after");
  const wireWrite = documents.wire(kind, "before");
  const failures: Record<string, string> = {};
  if (wireRead.failure !== undefined) failures["wireRead"] = wireRead.failure;
  if (wireWrite.failure !== undefined) failures["wireWrite"] = wireWrite.failure;
  const cells: Record<string, Severity | Halves> = {
    wireRead: wireRead.severity,
    wireWrite: wireWrite.severity,
    docs: docsSeverity(kind, sides),
  };
  for (const { cellsOf } of code) {
    for (const [cell, { halves, failure }] of Object.entries(cellsOf(kind))) {
      cells[cell] = halves;
      if (failure !== undefined) failures[cell] = failure;
    }
  }
  return { kind, cells: cells as unknown as Cells, failures };
}

interface Prepared {
  readonly id: LanguageId;
  readonly bench: Bench;
  readonly consumers: readonly Consumer[];
}

function prepared(id: LanguageId, sides: AllSides, folder: string): Prepared {
  const { lab, writer } = labs[id];
  const consumers = [...sides.before[id].values()].flatMap((side) => consumersOf(side, writer));
  mkdirSync(folder, { recursive: true });
  return { id, bench: lab.prepare(folder, sides, consumers), consumers };
}
