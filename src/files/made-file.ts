/** What a run keeps of a file that should stand in an output folder, until it does. */
import type { GeneratedFile } from "../generate.js";

/** A file that should stand in an output folder. */
export interface WantedFile extends Pick<GeneratedFile, "path" | "text"> {
  /** Of its text. */
  readonly hash: string;
  /** Its text in UTF-8, if that is at hand. */
  readonly bytes?: Uint8Array;
  /** What it shows, if it was made in this run. */
  readonly page: GeneratedFile["page"] | undefined;
  /** Names what it was rendered from (see views.ts); "" where nobody will ask. */
  readonly view: string;
}

/** A wanted file that was generated. */
export type MadeFile = WantedFile & GeneratedFile;

/** What a page shows, and the place it has in the spec. */
export type Shown = Pick<MadeFile["page"], "model" | "span">;

/** A file that was rendered in this run, as plain data but for the text, which is made up from the bytes. */
export class RenderedFile implements MadeFile {
  constructor(
    readonly path: string,
    readonly hash: string,
    readonly bytes: Uint8Array,
    readonly page: GeneratedFile["page"],
    readonly view: string,
  ) {}

  /** The same from another thread, where it is data only. */
  static from({ path, hash, bytes, page, view }: RenderedData): RenderedFile {
    return new RenderedFile(path, hash, bytes, page, view);
  }

  get text(): string {
    const { buffer, byteOffset, byteLength } = this.bytes;
    return Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
  }
}

export type RenderedData = Omit<RenderedFile, "text">;
