/** What short names mean in a Java file. */
import { type Piece, symbol } from "../../code/code.js";
import type { Definition } from "../../spec/spec.js";
import type { Libraries, LibraryName } from "./library.js";

/** How types are written in one file; printing them adds their imports. */
export interface FileNames {
  /** @param qualified the qualified name of the type */
  type(qualified: string): Piece;
  library(name: LibraryName): Piece;
  /** A class of the code that all models share which only some targets have. */
  support(name: string): Piece;
  /** The class of a model, enum or union. */
  className(definition: Definition): Piece;
}

/**
 * Decides how types are written in one file: with the short name, or qualified if the short name means something else. The
 * first type that asks for a short name gets it.
 */
export class Scope {
  /** The qualified type of each short name. */
  readonly #meanings = new Map<string, string>();
  readonly #written = new Map<string, Piece>();

  /**
   * @param self the qualified name of the file's class
   * @param innerNames its nested classes, own and inherited ones, and its fields, which hide classes of the same name
   * @param siblings the classes of the package
   */
  constructor(
    private readonly self: string,
    private readonly innerNames: ReadonlySet<string>,
    private readonly siblings: ReadonlySet<string>,
    private readonly libraries: Libraries,
  ) {
    this.#meanings.set(simpleName(self), self);
  }

  /** @param qualified the name of the type, with its package if it has one */
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

  /** All library types by short name. They get the short names that are still free. */
  allLibraries(): { readonly [name: string]: Piece } {
    for (const name of [...this.#meanings.keys(), ...this.innerNames]) {
      const isOther = this.libraries.has(name) && this.#meaning(name) !== this.libraries.qualified(name);
      if (isOther) return this.libraries.view((qualified) => this.type(qualified));
    }
    // Classes of the same package take precedence over those of java.lang.
    const hidden = this.libraries.ofLanguage.some((name) => this.siblings.has(name));
    return hidden ? this.libraries.view((qualified) => this.type(qualified)) : this.libraries.usual;
  }

  #write(qualified: string, name: string): Piece {
    if (name === qualified) return name;
    if (!this.#meanings.has(name)) this.#meanings.set(name, qualified);
    if (this.#meaning(name) !== qualified) return qualified;
    return this.#needsImport(packageOf(qualified), name) ? symbol(name, qualified) : name;
  }

  /** Undefined for names inside the file's own class. */
  #meaning(name: string): string | undefined {
    return this.innerNames.has(name) ? undefined : this.#meanings.get(name);
  }

  #needsImport(packageName: string, name: string): boolean {
    // Classes of the same package take precedence over those of java.lang.
    return packageName === "java.lang" ? this.siblings.has(name) : packageName !== packageOf(this.self);
  }
}

/** The simple name of a class. */
export function simpleName(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf(".") + 1);
}

function packageOf(qualified: string): string {
  return qualified.slice(0, Math.max(0, qualified.lastIndexOf(".")));
}
