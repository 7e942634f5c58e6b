import { type ManifestTexts, readManifests } from "./manifest.js";
import { type OutputFolder, outputFolder } from "./output-folder.js";

/** An output folder as it is seen from a moment on. Who writes to it later changes its manifests, so it can be noticed. */
export interface Snapshot {
  readonly folder: OutputFolder;
  /** What its manifests said at that moment. */
  readonly manifests: ManifestTexts;
}

/**
 * @param path the folder's absolute path
 * @param real where that leads, as it was checked
 * @throws DiskError if it cannot be read
 */
export function snapshotOf(path: string, real?: string): Snapshot {
  const folder = outputFolder(path, real);
  return { manifests: readManifests(folder), folder };
}
