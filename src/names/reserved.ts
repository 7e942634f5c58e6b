/** Words that a name must not be, and how to keep clear of them. */

/** A list of words written with blanks or line breaks between them. */
export function wordList(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/)).filter((word) => word !== ""));
}

/** The name itself, or with the suffix where it is one of the words. */
export function clearOf(words: ReadonlySet<string>, name: string, suffix = "_"): string {
  return words.has(name) ? name + suffix : name;
}

/** File names that Windows keeps for devices, whatever their extension or case. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** A file's name without its extension that every file system takes. */
export function portableFileName(name: string): string {
  return deviceName.test(name) ? `${name}_` : name;
}
