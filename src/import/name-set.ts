/** Sets of names that are taken. */
import type { Suffixes } from "./directions.js";
import { nameKey, usableName } from "./keys.js";

/** A name, with the suffix of its input or output model if that is what is meant. */
export interface SuffixedName {
  readonly name: string;
  readonly suffix: Suffixes[number] | undefined;
}

/** The names of a namespace; names that are equal in some casing count as equal. */
export class NameSet {
  readonly #taken = new Map<string, SuffixedName>();

  /** Takes a name if it is free, also with each of these suffixes. */
  take(name: string, suffixes: Suffixes = []): boolean {
    if (this.clash(name, suffixes) !== undefined) return false;
    for (const each of suffixed(name, suffixes)) this.#taken.set(keyOf(each), each);
    return true;
  }

  /** What a name cannot have, itself or with one of these suffixes, and what has it. */
  clash(name: string, suffixes: Suffixes = []): { wanted: SuffixedName; holder: SuffixedName } | undefined {
    for (const wanted of suffixed(name, suffixes)) {
      const holder = this.#taken.get(keyOf(wanted));
      if (holder !== undefined) return { wanted, holder };
    }
    return undefined;
  }

  /** Takes the first of these names that is free, after making it usable; if none is, the first one with a number. */
  takeFirst(wanted: Iterable<string>, suffixes: Suffixes = []): string {
    let first: string | undefined;
    for (const each of wanted) {
      const name = usableName(each);
      if (this.take(name, suffixes)) return name;
      first ??= name;
    }
    return this.takeSimilar(first ?? "", suffixes);
  }

  /** Takes a name, after making it usable, with the first number that makes it free. */
  takeSimilar(wanted: string, suffixes: Suffixes = []): string {
    const name = usableName(wanted);
    if (this.take(name, suffixes)) return name;
    let number = 2;
    while (!this.take(`${name}${number}`, suffixes)) number++;
    return `${name}${number}`;
  }
}

function suffixed(name: string, suffixes: Suffixes): readonly SuffixedName[] {
  return [undefined, ...suffixes].map((suffix) => ({ name, suffix }));
}

function keyOf({ name, suffix = "" }: { name: string; suffix?: string | undefined }): string {
  return nameKey(name + suffix);
}
