/** A path as file systems compare it that ignore case and the forms of accents. */
export function folded(path: string): string {
  if (/^[\0-\x7f]*$/.test(path)) return path.toLowerCase();
  return path.normalize("NFC").toUpperCase().toLowerCase();
}
