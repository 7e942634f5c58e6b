/** What a run keeps of a file that should stand in an output folder, until it does. */
import type { GeneratedFile } from "../generate.js";
import type { Signature } from "./signature.js";

/** A file that should stand in an output folder. */
export interface WantedFile extends Pick<GeneratedFile, "path" | "text"> {
  /** Of its text. */
  readonly hash: string;
  /** That of the file that holds its text, where it was seen to stand in its place. */
  readonly standing?: Signature;
  /** What it shows, if it was made in this run. */
  readonly page: GeneratedFile["page"] | undefined;
  /** Names what it was rendered from (see views.ts); "" where nobody will ask. */
  readonly view: string;
}

/** A wanted file that was generated. */
export type MadeFile = WantedFile & GeneratedFile;

/** What a page shows, and the place it has in the spec. */
export type Shown = Pick<MadeFile["page"], "model" | "span">;
