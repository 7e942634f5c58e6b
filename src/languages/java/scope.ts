/**
 * What the short names in a Java file mean. A type is written short, with an import where it needs one, or in full where the
 * short name means something else.
 */
export class Scope {
  /** The package that each short name stands for; none for what is inside the file's own class. */
  readonly #packages = new Map<string, string | undefined>();
  readonly #imports = new Set<string>();

  /**
   * @param className the file's class
   * @param innerNames the classes inside it, own and inherited ones, and its fields, which hide classes of the same name
   * @param siblings the classes of the package
   */
  constructor(
    private readonly packageName: string,
    className: string,
    innerNames: Iterable<string>,
    private readonly siblings: ReadonlySet<string>,
  ) {
    this.#packages.set(className, packageName);
    for (const name of innerNames) this.#packages.set(name, undefined);
  }

  /** How a type is written in this file. */
  type(packageName: string, name: string): string {
    if (!this.#packages.has(name)) {
      this.#packages.set(name, packageName);
      if (this.#needsImport(packageName, name)) this.#imports.add(`${packageName}.${name}`);
    }
    return this.#packages.get(name) === packageName ? name : `${packageName}.${name}`;
  }

  /** In code-unit order. */
  imports(): readonly string[] {
    return [...this.#imports].sort();
  }

  #needsImport(packageName: string, name: string): boolean {
    // The package's own classes come before those of java.lang.
    return packageName === "java.lang" ? this.siblings.has(name) : packageName !== this.packageName;
  }
}
