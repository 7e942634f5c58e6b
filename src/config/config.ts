/** A checked `modelwright.yaml`: which targets to generate, from which spec. */
import type { Span } from "../diagnostics/diagnostic.js";

export interface Config {
  /** The folder of the field specs, relative to the config file. */
  readonly spec: string;
  /** Where that is written; the start of the config where it is left out. */
  readonly specSpan: Span;
  /** The API's versions, oldest first; empty where the spec has none. */
  readonly versions: readonly string[];
  readonly targets: readonly Target[];
}

/** Where a target puts its files of one kind. */
export interface Place {
  /** The folder that holds the manifest, relative to the config file. It may hold other files, which are never touched. */
  readonly output: string;
  /** The start of a page's path that `to` replaces: both end with a slash, or are empty. */
  readonly from: string;
  readonly to: string;
}

/** What renders docs pages. */
export type DocsFlavor = "github" | "mdx" | "vitepress" | "mkdocs";

/** `documented` is the published format; `full` shows all that a spec declares. */
export type DocsLook = "documented" | "full";

export interface DocsPlace extends Place {
  readonly flavor: DocsFlavor;
  readonly look: DocsLook;
}

/** The tree of files of one language. */
export interface Target {
  /** The key under `targets:`. */
  readonly name: string;
  /** The id of a language. */
  readonly language: string;
  /** One of the config's versions; undefined where there are none. */
  readonly version: string | undefined;
  /** Every folder that the config names for its files. */
  readonly folders: readonly string[];
  /** Where code goes. */
  readonly code: Place;
  /** Where docs pages go; undefined for none. */
  readonly docs: DocsPlace | undefined;
  /** A folder whose files replace shipped templates of the same name. */
  readonly templates: string | undefined;
  /** Whether text from the author's own templates goes through prettier. */
  readonly format: boolean;
  /** Where models go whose file sets no namespace. */
  readonly namespace: string;
  readonly fieldOrder: "spec" | "alphabetical";
  /** How inline types are called that the author gave no name. */
  readonly inlineNames: "qualified" | "short";
  /** `padded` is the documented format; `compact` pads nothing, so that a small change is a small diff. */
  readonly tables: "padded" | "compact";
  /** What the target's language understands beyond these: `module`, `package`, … with defaults filled in. */
  readonly options: Readonly<Record<string, string | boolean>>;
  /** The target's key in the config file. */
  readonly span: Span;
}

/** Whether docs pages are others than the documented ones for GitHub. */
export function isForSite(docs: DocsPlace | undefined): boolean {
  return docs !== undefined && (docs.flavor !== "github" || docs.look !== "documented");
}

/** How the names of docs pages end. */
export function extensionIn({ docs }: Target): "md" | "mdx" {
  return docs?.flavor === "mdx" ? "mdx" : "md";
}

/** Every folder of a target that has a manifest. */
export function outputsOf({ code, docs }: Target): readonly string[] {
  return [...new Set([code.output, docs?.output ?? code.output])];
}
