/** What fills whole lines of a file. Where a block has no lines, its line in the template goes too. */

/** Lines that depend on how far they are indented: a comment. */
export class Block {
  /** @param linesAt the lines at an indentation in columns, which they do not contain */
  constructor(readonly linesAt: (indentation: number) => readonly string[]) {}

  toJSON(): readonly string[] {
    return this.linesAt(0);
  }
}

/** The import lines of a file: one for each symbol that the rest of it prints. */
export class Imports {
  toJSON(): string {
    return "(the import lines)";
  }
}
