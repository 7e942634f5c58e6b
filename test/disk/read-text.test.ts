import { rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fingerprint, type Fingerprints } from "../../src/disk/fingerprint.js";
import { hashOf } from "../../src/disk/hash.js";
import { readText } from "../../src/disk/read-text.js";
import { signatureOf } from "../../src/disk/signature.js";
import { temporaryFolder } from "../folders.js";

/** Reads a file with this content as `spec/a.yaml`. */
function read(content: Uint8Array | string) {
  const path = join(temporaryFolder(), "a.yaml");
  writeFileSync(path, content);
  return readText(path, "spec/a.yaml");
}

const cause = { file: "modelwright.yaml", start: 3, end: 4 };

describe("reading a text", () => {
  it("leaves the text as it is, but for a byte order mark", () => {
    expect(read("\ufeffa: ü\r\n")).toMatchObject({ value: { path: "spec/a.yaml", text: "a: ü\r\n" }, diagnostics: [] });
  });

  it("keeps a replacement character that is really there", () => {
    expect(read("a: \ufffd")).toMatchObject({ value: { text: "a: \ufffd" }, diagnostics: [] });
  });

  it("names the first character that is not UTF-8", () => {
    const { diagnostics } = read(Buffer.concat([Buffer.from("ü: \ufffd "), Buffer.from([0xe4, 0x20, 0xff])]));
    expect(diagnostics).toEqual([
      {
        code: "not-utf-8",
        severity: "error",
        message: "this file is not valid UTF-8",
        span: { file: "spec/a.yaml", start: 5, end: 6 },
        hint: "save the file as UTF-8",
      },
    ]);
  });

  it("knows UTF-16 by its mark", () => {
    expect(read(Buffer.from("\ufeffa: 1", "utf16le")).diagnostics).toMatchObject([
      { code: "not-utf-8", message: "expected UTF-8, found UTF-16", span: { start: 0 } },
    ]);
  });

  it("finds a file that ends in the middle of a character", () => {
    expect(read(Buffer.from("a: ü").subarray(0, 4)).diagnostics).toMatchObject([
      { code: "not-utf-8", span: { start: 3 } },
    ]);
  });

  it("reads regular files only, as others may have no end", () => {
    expect(readText("/dev/zero", "modelwright.yaml").diagnostics).toMatchObject([
      { code: "unreadable-file", message: '"modelwright.yaml" is not a regular file' },
    ]);
  });

  it("says what cannot be read, and where it is named", () => {
    const folder = temporaryFolder();
    symlinkSync("loop", join(folder, "loop"));
    writeFileSync(join(folder, "large"), "");
    truncateSync(join(folder, "large"), 65 * 1024 * 1024);
    const reported = ["gone", "loop", "large", "."].map(
      (name) => readText(join(folder, name), name, cause).diagnostics[0],
    );
    expect(reported).toEqual([
      { code: "file-not-found", severity: "error", message: 'the file "gone" does not exist', span: cause },
      {
        code: "unreadable-file",
        severity: "error",
        message: '"loop" cannot be read: its symbolic links lead in a circle',
        span: cause,
      },
      { code: "unreadable-file", severity: "error", message: '"large" is larger than 64 MB', span: cause },
      { code: "unreadable-file", severity: "error", message: '"." cannot be read: it is a folder', span: cause },
    ]);
  });
});

describe("reading only what may have changed", () => {
  /** A file, and the fingerprint of an earlier read. */
  function known(): { path: string; prints: Fingerprints } {
    const path = join(temporaryFolder(), "a.yaml");
    writeFileSync(path, "old");
    return { path, prints: new Map([[path, { hash: hashOf("old"), signature: signatureOf(statSync(path)) }]]) };
  }

  it("reads what looks otherwise than it was known, and gives nothing where something is wrong", () => {
    const { path, prints } = known();
    expect(fingerprint(path, prints)).toBe(prints.get(path));
    writeFileSync(path, "newer");
    expect(fingerprint(path, prints)?.hash).toBe(hashOf("newer"));
    rmSync(path);
    expect(fingerprint(path, prints)).toBeUndefined();
    symlinkSync(path, path);
    expect(fingerprint(path, prints)).toBeUndefined();
  });
});
