/** Reports how an output folder differs from what it should hold. */
import type { Cause } from "../causes/cause.js";
import { causesSince, type Why, withoutHead } from "../causes/origin.js";
import type { DiagnosticCode, Span } from "../diagnostics/diagnostic.js";
import type { TemplateFiles } from "../render/template-files.js";
import type { Comparison, Entry, State } from "./compare.js";
import { withLineFeeds } from "../disk/hash.js";
import { hasLeftLock, lockName } from "./lock.js";
import { isPartName, type Manifest, manifestName, parseManifest, printManifest } from "./manifest.js";
import { covers, type Shard } from "./shard.js";

export interface Difference {
  /** Relative to the output folder. */
  readonly path: string;
  readonly state: Exclude<State, "unchanged">;
  /** Why no file can be written there; for `blocked` only. */
  readonly obstacle: string;
  /** The place in the spec that the page shows. */
  readonly cause: Span | undefined;
  /** What changed since the file was generated. */
  readonly causes: readonly Cause[];
  /** The path of the template that the page is rendered with, if it is the target's own. */
  readonly template: string | undefined;
  /** The text of the file that is there, if any; read on demand. */
  found(): string | undefined;
  /** The text that should be there, if any; read on demand. */
  readonly wanted: string | undefined;
}

/** The stable code of each kind of difference. */
export const codeOfState = {
  missing: "missing-file",
  stale: "stale-file",
  "left-over": "left-over-file",
  edited: "edited-file",
  foreign: "foreign-file",
  blocked: "blocked-file",
} as const satisfies Readonly<Record<Difference["state"], DiagnosticCode>>;

/** The differences of all entries, or of those asked for, sorted by path. */
export function differencesOf(
  comparison: Comparison,
  templates: TemplateFiles,
  isAskedFor: (entry: Entry) => boolean = () => true,
): readonly Difference[] {
  const why = causesSince(comparison.manifests.get(manifestName), comparison.manifest);
  const entries = comparison.entries.filter(isAskedFor);
  return entries.flatMap((entry) => differenceOf(entry, comparison, templates, why) ?? []);
}

/** Whether an entry prevents writing: it is blocked, or may be overwritten with `--force` only. */
export function isObstacle({ state }: Pick<Entry, "state">, force = false): boolean {
  return state === "blocked" || (!force && (state === "edited" || state === "foreign"));
}

/** The manifest, if it is out of date for the paths that the run, or its shard, is responsible for. */
export function manifestDifferences(
  { manifests, manifest, folder }: Comparison,
  shard: Shard | undefined,
): readonly Difference[] {
  const text = manifests.get(manifestName);
  const found = shard === undefined ? (text ?? "") : coveredBy(shard, text ?? "");
  const state = text === undefined ? "missing" : "stale";
  const own = { ...unexplained, path: manifestName, state, found: () => text && found, wanted: manifest } as const;
  const parts = shard === undefined ? [...manifests].filter(([name]) => isPartName(name)) : [];
  if (hasLeftLock(folder.path)) parts.push([lockName, ""]);
  return [
    ...(withoutHead(found) === withoutHead(manifest) ? [] : [own]),
    ...parts.map(([path, text]): Difference => ({
      ...own,
      path,
      state: "left-over",
      found: () => text,
      wanted: undefined,
    })),
  ];
}

/** The part of a manifest that a shard is responsible for. */
function coveredBy(shard: Shard, manifest: string): string {
  return printManifest(new Map([...parseManifest(manifest)].filter(([path]) => covers(shard, path))));
}

/** A difference of which only the states of the file are known. */
export const unexplained = { obstacle: "", cause: undefined, causes: [], template: undefined } as const;

function differenceOf(
  entry: Entry,
  { folder, known }: Comparison,
  templates: TemplateFiles,
  why: Why,
): Difference | undefined {
  if (entry.state === "unchanged") return undefined;
  const page = entry.wanted?.page;
  const template = page && templates.get(page.template);
  return {
    path: entry.path,
    state: entry.state,
    obstacle: entry.obstacle,
    cause: page?.span,
    causes: causesOf(entry, known, why),
    template: template?.own === true ? template.path : undefined,
    found() {
      const isFile = folder.existing(entry.path).kind === "file";
      return isFile ? withLineFeeds(folder.read(entry.path)) : undefined;
    },
    get wanted() {
      return entry.wanted?.text;
    },
  };
}

function causesOf({ path, state, wanted }: Entry, known: Manifest, why: Why): readonly Cause[] {
  if (state === "foreign" || state === "blocked") return [];
  if (state === "edited") return [{ kind: "edit", text: "it was edited by hand" }];
  if (state === "missing" && known.has(path)) return [{ kind: "edit", text: "it was removed" }];
  return why(wanted?.page);
}
