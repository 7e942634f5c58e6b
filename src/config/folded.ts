/** A path in the form in which file systems compare it that ignore case and Unicode normalization. */
export function folded(path: string): string {
  if (/^[\0-\x7f]*$/.test(path)) return path.toLowerCase();
  return path.normalize("NFC").toUpperCase().toLowerCase();
}
