import { hash } from "node:crypto";

/** The SHA-256 of a text in UTF-8 or of bytes, as 64 hexadecimal digits. */
export function hashOf(content: string | Uint8Array): string {
  return hash("sha256", content);
}

/** The SHA-256 of several texts, told apart from the same characters split otherwise. */
export function hashOfAll(texts: Iterable<string>): string {
  return hashOf([...texts].map((text) => `${text.length}\n${text}`).join(""));
}

/** A text with LF line ends, whatever git made of them. */
export function withLineFeeds(text: string): string {
  return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
}
