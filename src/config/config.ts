/** A checked `modelwright.yaml`: which targets to generate, from which spec. */
import type { Span } from "../diagnostics/diagnostic.js";

export interface Config {
  /** The folder of the field specs, relative to the config file. */
  readonly spec: string;
  /** The location of that key; the start of the config if the key is omitted. */
  readonly specSpan: Span;
  /** The API's versions, oldest first; empty if the spec has none. */
  readonly versions: readonly string[];
  readonly targets: readonly Target[];
}

/** The output folder for one kind of files. */
export interface Place {
  /** The folder that contains the manifest, relative to the config file. It may contain other files, which are never touched. */
  readonly output: string;
  /** The start of a page's path, which `to` replaces: both end with a slash, or are empty. */
  readonly from: string;
  readonly to: string;
}

/** The renderer of the docs pages. */
export type DocsFlavor = "github" | "mdx" | "vitepress" | "mkdocs";

/** `documented` is the published format; `full` shows everything that a spec declares. */
export type DocsLook = "documented" | "full";

/** Whether each target has pages of its own, or the pages show the languages of all targets. */
export type DocsLanguages = "separate" | "together";

export interface DocsPlace extends Place {
  readonly flavor: DocsFlavor;
  readonly look: DocsLook;
  /** The targets whose languages the pages show beside the target's own; left out if they show only that one. */
  readonly together?: readonly Target[];
}

/** The generated files of one target. */
export interface Target {
  /** The key under `targets:`. */
  readonly name: string;
  /** The id of a language. */
  readonly language: string;
  /** One of the config's versions; undefined if there are none. */
  readonly version: string | undefined;
  /** Every folder that the config names for the target's files. */
  readonly folders: readonly string[];
  /** The output folder of code. */
  readonly code: Place;
  /** The output folder of docs pages; undefined for none. */
  readonly docs: DocsPlace | undefined;
  /** A folder whose files replace shipped templates of the same name. */
  readonly templates: string | undefined;
  /** Whether the output of the author's own templates is formatted with prettier. */
  readonly format: boolean;
  /** The namespace of models whose file sets none. */
  readonly namespace: string;
  readonly fieldOrder: "spec" | "alphabetical";
  /** The naming of inline types without an explicit name. */
  readonly inlineNames: "qualified" | "short";
  /** `padded` is the documented format; `compact` does not pad, so that a small change is a small diff. */
  readonly tables: "padded" | "compact";
  /** How many arrays and objects may be inside each other in JSON. */
  readonly maxDepth: number;
  /** The options of the target's language, with defaults filled in: `module`, `package`, … */
  readonly options: Readonly<Record<string, string | boolean>>;
  /** The target's key in the config file. */
  readonly span: Span;
}

/** Whether the docs pages are not the documented ones for GitHub. */
export function isForSite(docs: DocsPlace | undefined): boolean {
  return docs !== undefined && (docs.flavor !== "github" || docs.look !== "documented");
}

/** The file extension of docs pages. */
export function extensionIn({ docs }: Target): "md" | "mdx" {
  return docs?.flavor === "mdx" ? "mdx" : "md";
}

/** Every folder of a target that has a manifest. */
export function outputsOf({ code, docs }: Target): readonly string[] {
  return [...new Set([code.output, docs?.output ?? code.output])];
}
