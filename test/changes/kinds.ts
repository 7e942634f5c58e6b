/** The kinds of changes: files `kinds/<kind>.yaml`, with a spec before and after the change and the expected cells. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export const severities = ["none", "silent", "conditional", "breaking"] as const;

export type Severity = (typeof severities)[number];

export const codeCells = ["typescript", "ruby", "java", "javaBinary"] as const;

export type CodeCell = (typeof codeCells)[number];

export const cellNames = ["wireRead", "wireWrite", ...codeCells, "docs"] as const;

export type CellName = (typeof cellNames)[number];

/** A code cell has two halves: code that reads models, and code that builds them. */
export interface Halves {
  readonly read: Severity;
  readonly build: Severity;
}

export type Cells = Readonly<Record<"wireRead" | "wireWrite" | "docs", Severity> & Record<CodeCell, Halves>>;

/** One side of a change: a spec file, without the namespace that keeps the kinds apart. */
export interface SpecSide {
  readonly namespace?: string;
  readonly models: Readonly<Record<string, unknown>>;
}

/** The options of targets, by language; null means that there is no such target. */
export type TargetOptions = Readonly<Record<string, Readonly<Record<string, string>> | null>>;

export interface Kind {
  /** The name of the file: that of the kind, or `kind@variant` for one of several examples of it. */
  readonly kind: string;
  readonly name: string;
  /** What differs, for readers who do not know the kind. */
  readonly what: string;
  readonly reason: string;
  /** The model, enum or union that changes, or a field of it. */
  readonly element: string | undefined;
  /** Whether it adds to the API of the package. */
  readonly adds: boolean;
  /** Documents are those of the first model. */
  readonly before: SpecSide;
  readonly after: SpecSide;
  readonly config: { readonly before: TargetOptions; readonly after: TargetOptions } | undefined;
  readonly cells: Cells;
  /** Cells that cannot be measured, with the reason; the expected severity is then a prediction. */
  readonly unmeasured: Readonly<Partial<Record<CellName, string>>>;
  /** Cells that `diff` deliberately predicts to be worse than what is measured. */
  readonly stricter: Stricter | undefined;
  /** Why cells differ from those of version 0.1.0. */
  readonly corrected?: string;
}

export interface Stricter {
  readonly cells: Readonly<Partial<Record<CellName, Severity>>>;
  readonly why: string;
}

interface KindFile extends Omit<Kind, "kind" | "name" | "adds" | "cells" | "config" | "unmeasured" | "stricter"> {
  readonly adds?: true;
  readonly config?: Kind["config"];
  readonly cells: Readonly<Record<CellName, Severity | Halves>>;
  readonly unmeasured?: Kind["unmeasured"];
  readonly stricter?: Stricter;
}

const folder = join(import.meta.dirname, "kinds");

/** All kinds, in the order of their names. */
export function readKinds(): readonly Kind[] {
  const files = readdirSync(folder).toSorted();
  return files.map((file) => kindOf(file.replace(/\.yaml$/, ""), parse(readFileSync(join(folder, file), "utf8"))));
}

function kindOf(kind: string, { cells, adds = undefined, config, unmeasured = {}, stricter, ...rest }: KindFile): Kind {
  return {
    ...rest,
    kind,
    name: kind.replace(/@.*/, ""),
    adds: adds === true,
    config,
    unmeasured,
    stricter,
    cells: cellsOf(cells),
  };
}

function cellsOf(written: KindFile["cells"]): Cells {
  const cells = cellNames.map((name) => {
    const value = written[name];
    return [name, isCodeCell(name) && typeof value === "string" ? { read: value, build: value } : value];
  });
  return Object.fromEntries(cells) as Cells;
}

export function isCodeCell(name: CellName): name is CodeCell {
  return codeCells.some((each) => each === name);
}

/** The worst of some severities. */
export function worst(...all: readonly Severity[]): Severity {
  return severities[Math.max(0, ...all.map((each) => severities.indexOf(each)))]!;
}

/** The severity of a cell: of a code cell, that of the worse half. */
export function severityOf(cells: Cells, name: CellName): Severity {
  const cell = cells[name];
  return typeof cell === "string" ? cell : worst(cell.read, cell.build);
}
