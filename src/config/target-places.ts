/** The folders that a target writes, and the paths of its files in them. */
import { relative } from "node:path/posix";
import type { Located } from "../shape/shape.js";
import type { Place, Target } from "./config.js";
import { contains, type Places } from "./folders.js";
import type { TargetLanguage } from "./option.js";
import { foldersOf, ownDocs, type TargetSource } from "./shapes.js";
import { showsAll } from "./together.js";

/**
 * A folder inside another folder of the same target has no manifest. The outer manifest lists its files, so that they are
 * removed if the config moves them.
 */
export function targetPlaces(
  source: TargetSource,
  { sourceRoot }: TargetLanguage,
  places: Places,
): Pick<Target, "folders" | "code" | "docs"> {
  const folders = foldersOf(source).map(({ value }) => value);
  const placeAt = (own: Located<string> | undefined, replaced: string | undefined): Place => {
    const folder = (own ?? source.output)?.value ?? "";
    const real = places.realPath(folder);
    const isAround = (other: string): boolean => contains(places.realPath(other), real);
    const output = folders
      .filter(isAround)
      .reduce((a, b) => (contains(places.realPath(b), places.realPath(a)) ? b : a), folder);
    const inside = relative(`/${places.realPath(output)}`, `/${real}`);
    const from = own === undefined || replaced === undefined ? "" : `${replaced}/`;
    return { output, from, to: inside === "" ? "" : `${inside}/` };
  };
  const own = ownDocs(source.docs?.value);
  const style = {
    flavor: own?.flavor?.value ?? "github",
    look: own?.look?.value ?? (showsAll(source) ? "full" : "documented"),
  } as const;
  return {
    folders,
    code: placeAt(source.code?.value.output, sourceRoot),
    docs: source.docs?.value === false ? undefined : { ...placeAt(own?.output, "docs"), ...style },
  };
}
