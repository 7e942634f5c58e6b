/**
 * Files that a run with few changes carries over from the last, as they still stand: it neither makes nor compares them. What
 * is kept of all files of a target is put together row by row, in the order of the manifest: of these files as it was, in the
 * places of the others what holds now.
 */
import type { LastFile, TargetFiles } from "./last-run.js";
import { type Manifest, manifestLine, parseManifestLine } from "./manifest.js";

/** Where the other files are given, none of them may be new. */
export interface Carried {
  /** How many files. */
  readonly count: number;
  /** The numbers of the definitions that they show. */
  readonly definitions: ReadonlySet<number>;
  /** The target's other files as they were, by path. */
  readonly others: ReadonlyMap<string, LastFile>;
  /** The target's manifest with this said of the others. */
  print(others: Manifest): string;
  /** All files of the target with these in place of the others. */
  with(others: readonly LastFile[]): readonly LastFile[];
}

interface Row {
  /** Its number. */
  readonly at: number;
  /** In the manifest. */
  readonly line: string;
  readonly path: string;
  /** The number of the definition that is carried over with its files. */
  readonly definition: number | undefined;
}

/**
 * @param files all files of a target
 * @param definitions the numbers of the definitions whose files are to be carried over, by what these were rendered from (see
 * views.ts)
 */
export function carry({ lines, views, fileAt }: TargetFiles, definitions: ReadonlyMap<string, number>): Carried {
  const rows = lines.map((line, at): Row => {
    return { at, line, path: parseManifestLine(line).path, definition: definitions.get(views[at] ?? "") };
  });
  const merged = <T>(ofCarried: (row: Row) => T, inPlace: (path: string) => readonly T[]): readonly T[] =>
    rows.flatMap((row) => (row.definition === undefined ? inPlace(row.path) : ofCarried(row)));

  const others = rows.filter(({ definition }) => definition === undefined).map(({ at }) => fileAt(at));
  return {
    count: rows.length - others.length,
    definitions: new Set(rows.flatMap(({ definition }) => definition ?? [])),
    others: byPath(others),
    print: (manifest) =>
      merged(
        ({ line }) => `${line}\n`,
        (path) => (manifest.get(path) ?? []).map((hash) => manifestLine({ path, hash })),
      ).join(""),
    with(files) {
      const given = byPath(files);
      return merged(
        ({ at }) => fileAt(at),
        (path) => [given.get(path) ?? []].flat(),
      );
    },
  };
}

function byPath(files: readonly LastFile[]): ReadonlyMap<string, LastFile> {
  return new Map(files.map((file) => [file.path, file]));
}

/** All parts of a target (see `Input.parts`) but those of definitions whose files are carried over. */
export function partsBeside(carried: Carried | undefined, count: number): Iterable<number> {
  const parts = [...Array(count).keys()];
  return carried === undefined ? parts : parts.filter((part) => !carried.definitions.has(part - 1));
}
