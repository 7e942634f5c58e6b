/** What the short names in a Java file mean. */
import { type Piece, symbol } from "../../code/code.js";
import type { Definition } from "../../spec/spec.js";
import type { Libraries, LibraryName } from "./library.js";

/** How types are written in one file: code that imports them where it is printed. */
export interface FileNames {
  /** @param qualified the type with its package */
  type(qualified: string): Piece;
  library(name: LibraryName): Piece;
  /** The class of a model, enum or union. */
  className(definition: Definition): Piece;
}

/**
 * Decides how types are written in one file: short, or in full where the short name means something else. The first type that
 * asks for a short name gets it.
 */
export class Scope {
  /** What each short name stands for, with its package; undefined for what is inside the file's own class. */
  readonly #meanings = new Map<string, string | undefined>();
  readonly #written = new Map<string, Piece>();

  /**
   * @param self the file's class, with its package
   * @param innerNames the classes inside it, own and inherited ones, and its fields, which hide classes of the same name
   * @param siblings the classes of the package
   */
  constructor(
    private readonly self: string,
    innerNames: Iterable<string>,
    private readonly siblings: ReadonlySet<string>,
    private readonly libraries: Libraries,
  ) {
    this.#meanings.set(simpleName(self), self);
    for (const name of innerNames) this.#meanings.set(name, undefined);
  }

  /** @param qualified the type with its package, if it has one */
  type(qualified: string): Piece {
    const known = this.#written.get(qualified);
    if (known !== undefined) return known;
    const written = this.#write(qualified, simpleName(qualified));
    this.#written.set(qualified, written);
    return written;
  }

  library(name: LibraryName): Piece {
    return this.type(this.libraries.qualified(name));
  }

  /** All types of libraries, by their short names. They get the names that are left. */
  allLibraries(): { readonly [name: string]: Piece } {
    for (const [name, meaning] of this.#meanings) {
      const isOther = this.libraries.has(name) && meaning !== this.libraries.qualified(name);
      if (isOther) return this.libraries.view((qualified) => this.type(qualified));
    }
    // The package's own classes come before those of java.lang.
    const hidden = this.libraries.ofLanguage.some((name) => this.siblings.has(name));
    return hidden ? this.libraries.view((qualified) => this.type(qualified)) : this.libraries.usual;
  }

  #write(qualified: string, name: string): Piece {
    if (name === qualified) return name;
    if (!this.#meanings.has(name)) this.#meanings.set(name, qualified);
    if (this.#meanings.get(name) !== qualified) return qualified;
    return this.#needsImport(packageOf(qualified), name) ? symbol(name, qualified) : name;
  }

  #needsImport(packageName: string, name: string): boolean {
    // The package's own classes come before those of java.lang.
    return packageName === "java.lang" ? this.siblings.has(name) : packageName !== packageOf(this.self);
  }
}

/** A class without its package. */
export function simpleName(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf(".") + 1);
}

function packageOf(qualified: string): string {
  return qualified.slice(0, Math.max(0, qualified.lastIndexOf(".")));
}
