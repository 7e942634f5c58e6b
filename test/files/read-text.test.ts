import { rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DiskError } from "../../src/files/disk-error.js";
import { fingerprint, type Fingerprints, readUnlessLooked } from "../../src/files/fingerprint.js";
import { hashOf } from "../../src/files/hash.js";
import { readText } from "../../src/files/read-text.js";
import { signatureOf } from "../../src/files/signature.js";
import { temporaryFolder } from "./folders.js";

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

  it("says what cannot be read, and where it is named", () => {
    const folder = temporaryFolder();
    symlinkSync("loop", join(folder, "loop"));
    writeFileSync(join(folder, "large"), "");
    truncateSync(join(folder, "large"), 65 * 1024 * 1024);
    const told = ["gone", "loop", "large", "."].map((name) => readText(join(folder, name), name, cause).diagnostics[0]);
    expect(told).toEqual([
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
  /** A file, and what somebody knew who read it. */
  function known(): { path: string; prints: Fingerprints } {
    const path = join(temporaryFolder(), "a.yaml");
    writeFileSync(path, "old");
    return { path, prints: new Map([[path, { hash: hashOf("old"), signature: signatureOf(statSync(path)) }]]) };
  }

  it("asks for the text when it is needed", () => {
    const { path, prints } = known();
    const { value, diagnostics } = readUnlessLooked(path, "spec/a.yaml", prints);
    expect(diagnostics).toEqual([]);
    expect([value!.path, value!.hash]).toEqual(["spec/a.yaml", hashOf("old")]);
    expect(value!.text).toBe("old");
  });

  it("says what it read if that was changed in between", () => {
    const { path, prints } = known();
    const file = readUnlessLooked(path, "spec/a.yaml", prints).value!;
    writeFileSync(path, "new text");
    expect(file.hash).toBe(hashOf("old"));
    expect(file.text).toBe("new text");
    expect(file.hash).toBe(hashOf("new text"));
    expect(file.signature).not.toEqual(prints.get(path)!.signature);
  });

  it("says so if it is gone by then, or no text any more", () => {
    const changes: readonly ((path: string) => void)[] = [
      (path) => rmSync(path),
      (path) => writeFileSync(path, Buffer.from([0xff, 0x20])),
    ];
    for (const change of changes) {
      const { path, prints } = known();
      const file = readUnlessLooked(path, "spec/a.yaml", prints).value!;
      change(path);
      expect(() => file.text).toThrow(DiskError);
      expect(() => file.text).toThrow('"spec/a.yaml" cannot be read any more: it was changed a moment ago');
    }
  });

  it("reads at once what nobody looked at", () => {
    const { path } = known();
    const { value } = readUnlessLooked(path, "spec/a.yaml", new Map());
    rmSync(path);
    expect(value?.text).toBe("old");
  });

  it("reads what looks otherwise than it was known, and gives nothing where something is wrong", () => {
    const { path, prints } = known();
    expect(fingerprint(path, prints)).toBe(prints.get(path));
    writeFileSync(path, "newer");
    expect(fingerprint(path, prints)?.hash).toBe(hashOf("newer"));
    rmSync(path);
    expect(fingerprint(path, prints)).toBeUndefined();
    symlinkSync(path, path);
    expect(fingerprint(path, prints)).toBeUndefined();
    expect(readUnlessLooked(path, "spec/a.yaml", new Map()).diagnostics).toMatchObject([{ code: "unreadable-file" }]);
  });
});
