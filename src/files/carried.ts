/**
 * Files that a run with few changes carries over from the last: it neither makes them nor looks at them one by one. What is
 * kept of all files of a target is put together line by line: theirs as it was, in the places of the others what holds now.
 */
import type { LastFile, TargetFiles } from "./last-run.js";
import { type Manifest, manifestLine, parseManifestLine } from "./manifest.js";

export interface Carried {
  /** How many files. */
  readonly count: number;
  /** The numbers of the definitions that they show. */
  readonly definitions: ReadonlySet<number>;
  /** The target's other files, by path. */
  readonly others: ReadonlyMap<string, LastFile>;
  /** The target's manifest with this said of the others. */
  print(others: Manifest): string;
  /** All files of the target with these in place of the others. */
  with(others: readonly LastFile[]): readonly LastFile[];
}

/**
 * @param files all files of a target
 * @param definitions which of them to carry over: those of definitions, by number, that were rendered from what is so named
 * (see views.ts)
 */
export function carry({ lines, views, fileAt }: TargetFiles, definitions: ReadonlyMap<string, number>): Carried {
  const shown = views.map((view) => definitions.get(view));
  const isCarried = (at: number): boolean => shown[at] !== undefined;
  const together = <T>(ofCarried: (at: number) => T, ofOther: (path: string) => readonly T[]): readonly T[] =>
    lines.flatMap((line, at) => (isCarried(at) ? ofCarried(at) : ofOther(parseManifestLine(line).path)));
  const others = lines.flatMap((_, at) => (isCarried(at) ? [] : fileAt(at)));
  return {
    count: lines.length - others.length,
    definitions: new Set(shown.filter((number) => number !== undefined)),
    others: new Map(others.map((file) => [file.path, file])),
    print: (manifest) =>
      together(
        (at) => `${lines[at]}\n`,
        (path) => (manifest.get(path) ?? []).map((hash) => manifestLine({ path, hash })),
      ).join(""),
    with(files) {
      const byPath = new Map(files.map((file) => [file.path, [file]]));
      return together(fileAt, (path) => byPath.get(path) ?? []);
    },
  };
}

/** All parts of a target (see `Input.parts`) but those of definitions whose files are carried over. */
export function partsBeside(carried: Carried | undefined, count: number): Iterable<number> {
  const parts = [...Array(count).keys()];
  return carried === undefined ? parts : parts.filter((part) => !carried.definitions.has(part - 1));
}
