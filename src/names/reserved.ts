/** Reserved words, and how to avoid them. */

/** Splits a list of words at spaces and line ends. */
export function wordList(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/)).filter((word) => word !== ""));
}

/** The name, with the suffix if it is a reserved word. */
export function clearOf(words: ReadonlySet<string>, name: string, suffix = "_"): string {
  return words.has(name) ? name + suffix : name;
}

/** File names that Windows reserves for devices, whatever their extension or case. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** A file name, without extension, that every file system accepts. */
export function portableFileName(name: string): string {
  return deviceName.test(name) ? `${name}_` : name;
}
