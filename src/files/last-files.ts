/** What the last run rendered, known by what it was rendered from. */
import type { Target } from "../config/config.js";
import { hashOf, withLineFeeds } from "./hash.js";
import type { KnownFolder } from "./known-folder.js";
import type { LastFile } from "./last-run.js";
import type { MadeFile, Shown } from "./made-file.js";
import type { OutputFolder } from "./output-folder.js";
import { hasSignature, type Signature } from "./signature.js";

export interface LastFiles {
  /**
   * The files that the last run rendered from the same (see views.ts), if all of them still are what it left. Their texts
   * are read when they are asked for.
   *
   * @param page what they show, and the place it has in the spec by now
   */
  filesOf(target: Target, view: string, page: Shown): readonly MadeFile[] | undefined;
}

/** @param folders the output folders by target, as they were before the run */
export function openLastFiles(folders: ReadonlyMap<string, KnownFolder>): LastFiles {
  const byTarget = new Map<string, ReadonlyMap<string, readonly LastFile[]>>();
  return {
    filesOf({ name }, view, page) {
      const { folder, last } = folders.get(name) ?? {};
      if (folder === undefined || last === undefined) return undefined;
      const files = byTarget.get(name) ?? byView(last());
      byTarget.set(name, files);
      const known = files.get(view);
      if (known === undefined) return undefined;
      const made = known.flatMap((file) => {
        const standing = standingOf(file, folder);
        return standing === undefined ? [] : new RememberedFile(file, page, folder, standing);
      });
      return made.length === known.length ? made : undefined;
    },
  };
}

function byView(files: ReadonlyMap<string, LastFile>): ReadonlyMap<string, readonly LastFile[]> {
  const views = new Map<string, LastFile[]>();
  for (const file of files.values()) {
    const known = views.get(file.view);
    if (known === undefined) views.set(file.view, [file]);
    else known.push(file);
  }
  return views;
}

/** The signature of a file that still holds what it held. */
function standingOf(file: LastFile, folder: OutputFolder): Signature | undefined {
  const stats = folder.stats(file.path);
  if (stats !== undefined && hasSignature(stats, file.signature)) return file.signature;
  const standing = folder.standing(file.path);
  if (standing.kind !== "file" || hashOf(textOf(file, folder)) !== file.hash) return undefined;
  return standing.signature;
}

function textOf({ path }: Pick<LastFile, "path">, folder: OutputFolder): string {
  return withLineFeeds(folder.read(path));
}

/** A file that stands as the last run left it. Its text is read when it is asked for. */
class RememberedFile implements MadeFile {
  readonly path: string;
  readonly hash: string;
  readonly view: string;
  readonly page: MadeFile["page"];
  readonly #folder: OutputFolder;

  constructor(
    { path, hash, view, template }: LastFile,
    { model, span }: Shown,
    folder: OutputFolder,
    readonly standing: Signature,
  ) {
    this.path = path;
    this.hash = hash;
    this.view = view;
    this.page = { path, template, model, span };
    this.#folder = folder;
  }

  get text(): string {
    return textOf(this, this.#folder);
  }
}
