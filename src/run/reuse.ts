/**
 * The one store of results. It maps a key, the hash of everything that the pages of a definition can see, to the
 * generated files. The files are those in the output folder, as listed by the record of the last run.
 */
import { outputsOf, type Target } from "../config/config.js";
import { hashOf, hashOfAll, withLineFeeds } from "../disk/hash.js";
import type { Reuse } from "../generate.js";
import type { GeneratedFile } from "../render/page.js";
import type { WantedFile } from "../output/compare.js";
import type { OutputFolder } from "../output/output-folder.js";
import type { Snapshot } from "../output/manifest.js";
import type { TemplateFiles } from "../render/template-files.js";
import type { Definition, Spec } from "../spec/spec.js";
import { userTexts } from "../spec/users.js";
import { visibleHashes } from "../spec/visible.js";
import type { Inputs } from "./project.js";
import { currentSignature, type RecordedFile } from "./record.js";

/** An output folder and the files that the last run wrote to it. */
export interface RecordedFolder extends Snapshot {
  readonly files: readonly RecordedFile[];
}

/**
 * @param identity the version of the generator
 * @param inputs the templates of each target, and the code of languages from outside
 * @param folders the output folders, by their names in the config
 */
export function reuseFrom(
  identity: string,
  { templates, code }: Pick<Inputs, "templates" | "code">,
  folders: ReadonlyMap<string, RecordedFolder>,
): Reuse {
  const stores = remembered((folder: RecordedFolder) => byKey(folder.files));
  const codeHash = hashOfAll([identity, ...code.flatMap(({ path, hash }) => [path, hash])]);
  const common = remembered((target: Target) => commonKey(codeHash, target, templates.get(target.name)));
  const visible = remembered((spec: Spec) => visibleHashes(spec, hashOf));
  const users = remembered((spec: Spec) => userTexts(spec));
  return async ({ target, spec, definition }, render) => {
    const shownUsers = target.docs?.look === "full" ? users(spec).get(definition) : "";
    const key = hashOf(`${common(target)} ${visible(spec).get(definition)} ${shownUsers}`).slice(0, 32);
    const kept = outputsOf(target).map((output) => {
      const recorded = folders.get(output);
      return recorded && reused(stores(recorded).get(key) ?? [], definition, output, recorded.folder);
    });
    const isWhole = kept.every((files) => files !== undefined) && kept.some(({ length }) => length > 0);
    return isWhole ? kept.flat() : (await render()).map((file) => made(file, key));
  };
}

/** A file that this run has rendered. */
export function made(file: GeneratedFile, key = ""): GeneratedFile & WantedFile {
  return { ...file, hash: hashOf(file.text), key };
}

/** The hash of everything but the spec that affects what is rendered for a target. */
function commonKey(code: string, { span: _, ...target }: Target, templates: TemplateFiles = new Map()): string {
  const texts = [...templates].flatMap(([name, { text, own }]) => [name, text, String(own)]);
  return hashOfAll([code, JSON.stringify(target), ...texts]);
}

function byKey(files: readonly RecordedFile[]): ReadonlyMap<string, readonly RecordedFile[]> {
  const keys = new Map<string, RecordedFile[]>();
  for (const file of files) {
    const others = keys.get(file.key);
    if (others === undefined) keys.set(file.key, [file]);
    else others.push(file);
  }
  return keys;
}

/** The files of the last run; undefined if one of them has changed. */
function reused(
  files: readonly RecordedFile[],
  { name: model, span }: Definition,
  output: string,
  folder: OutputFolder,
): readonly (GeneratedFile & WantedFile)[] | undefined {
  const found: (GeneratedFile & WantedFile)[] = [];
  for (const file of files) {
    const { path, hash, key } = file;
    const existing = currentSignature(file, folder, Date.now());
    if (existing === undefined) return undefined;
    const page = { path, template: "", model, span };
    found.push({
      ...{ output, path, hash, key, existing, page },
      get text() {
        return withLineFeeds(folder.read(path));
      },
    });
  }
  return found;
}

/** A function that computes each result once. */
function remembered<Key extends object, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}
