import { hash } from "node:crypto";

/** The SHA-256 of a string in UTF-8 or of bytes, as 64 hexadecimal digits. */
export function hashOf(content: string | Uint8Array): string {
  return hash("sha256", content);
}

/** The SHA-256 of several strings; the same characters split differently give another hash. */
export function hashOfAll(texts: Iterable<string>): string {
  return hashOf([...texts].map((text) => `${text.length}\n${text}`).join(""));
}

/** The string with LF line ends, as git may have converted them. */
export function withLineFeeds(text: string): string {
  return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
}
