/** What a run keeps of a file that should stand in an output folder, until it does. */
import { readFileSync } from "node:fs";
import { tryDisk } from "./disk-error.js";
import type { GeneratedFile } from "../generate.js";
import type { Signature } from "./signature.js";

/** A file that should stand in an output folder. */
export interface WantedFile extends Pick<GeneratedFile, "path" | "text"> {
  /** Of its text. */
  readonly hash: string;
  /** Its text in UTF-8, or the whole file, if one of them is at hand. */
  readonly content?: Uint8Array | StagedFile;
  /** That of the file that holds its text, where it was seen to stand in its place. */
  readonly standing?: Signature;
  /** What it shows, if it was made in this run. */
  readonly page: GeneratedFile["page"] | undefined;
  /** Names what it was rendered from (see views.ts); "" where nobody will ask. */
  readonly view: string;
}

/** A file that only has to take its place (see stage.ts). */
export interface StagedFile {
  /** Its absolute path. */
  readonly at: string;
  /** As it was taken when the file was whole. */
  readonly signature: Signature;
}

/** A wanted file that was generated. */
export type MadeFile = WantedFile & GeneratedFile;

/** What a page shows, and the place it has in the spec. */
export type Shown = Pick<MadeFile["page"], "model" | "span">;

/** A file that was rendered in this run. Its text is made up from the content. */
export class RenderedFile implements MadeFile {
  constructor(
    readonly path: string,
    readonly hash: string,
    readonly content: Uint8Array | StagedFile,
    readonly page: GeneratedFile["page"],
    readonly view: string,
  ) {}

  get text(): string {
    const { content } = this;
    if (!(content instanceof Uint8Array)) return tryDisk("read", content.at, () => readFileSync(content.at, "utf8"));
    const { buffer, byteOffset, byteLength } = content;
    return Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
  }
}
