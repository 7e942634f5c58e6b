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
 * @throws DiskError if it cannot be read
 */
export function snapshotOf(path: string): Snapshot {
  const folder = outputFolder(path);
  return { manifests: readManifests(folder), folder };
}
