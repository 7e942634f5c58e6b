/** Blocks fill whole lines of a file. If a block has no lines, its line in the template is removed. */

/** Lines that depend on their indentation, such as a comment. */
export class Block {
  /** @param linesAt the lines for an indentation in columns; they do not contain the indentation */
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
