/**
 * What the files of a manifest were generated with: a manifest begins with it. The spec is not part of it. If it were, two
 * branches that change the spec would have a conflict in every manifest; a change that nothing else explains comes from the spec.
 */
import type { Target } from "../config/config.js";
import { isDocsPage, type Page } from "../render/page.js";
import type { TemplateFile } from "../render/template-files.js";
import type { Cause } from "./cause.js";

/** Hashes and the version of modelwright, by what they belong to; empty if a manifest has none. */
export type Origin = ReadonlyMap<string, string>;

export interface OriginParts {
  /** The version of modelwright. */
  readonly version: string;
  readonly target: Target;
  /** By target. */
  readonly templates: ReadonlyMap<string, ReadonlyMap<string, TemplateFile & Hashed>>;
  /** The languages from outside, and their code. */
  readonly languages: readonly { readonly id: string }[];
  readonly code: readonly Hashed[];
  hash(text: string): string;
}

const [tool, language, config, template] = ["modelwright", "language", "config", "template "] as const;

interface Hashed {
  readonly hash: string;
}

export function originOf({ version, target, templates, languages, code, hash }: OriginParts): Origin {
  const settings = JSON.stringify(target, (key, value: unknown) => (key === "span" ? undefined : value));
  const files = [...(templates.get(target.name) ?? [])];
  const own = files.filter(([, file]) => file.own);
  const isOutside = languages.some(({ id }) => id === target.language);
  const provided = [...code, ...files.flatMap(([, file]) => (file.own ? [] : file))].map((file) => file.hash);
  return new Map([
    [tool, version],
    ...(isOutside ? [[language, short(hash(provided.join("")))] as const] : []),
    [config, short(hash(settings))],
    ...own.map(([name, file]) => [template + JSON.stringify(name), short(file.hash)] as const),
  ]);
}

function short(hash: string): string {
  return hash.slice(0, 16);
}

/** As the first lines of a manifest, which `sha256sum` takes for comments. */
export function printOrigin(origin: Origin): string {
  return [...origin].map(([name, value]) => `# ${name} ${value}\n`).join("");
}

/** The start of a manifest, before its entries. */
export function headOf(manifest: string): string {
  return /^(?:# .*\n)*/.exec(manifest)?.[0] ?? "";
}

/** What files are generated with does not matter if they are up to date. */
export function withoutHead(manifest: string): string {
  return manifest.slice(headOf(manifest).length);
}

/** Reads conflict markers in it, too. */
export function parseOrigin(manifest: string): Origin {
  const lines = [...manifest.matchAll(/^# (.+) (\S+)$/gm)];
  return new Map(lines.map(([, name = "", value = ""]) => [name, value]));
}

/** The version of modelwright, if it is known. */
export function toolOf(origin: Origin): string | undefined {
  return origin.get(tool);
}

type Templated = Pick<Page, "template">;

/** Gives the causes for the file of a page; without one, for a file that is no longer generated. */
export type Why = (page?: Templated) => readonly Cause[];

/**
 * Why generated files differ from those that would be generated now.
 *
 * @param last the manifest of the last run; undefined if there was none
 * @param next the manifest of the next run
 */
export function causesSince(last: string | undefined, next: string): Why {
  const [before, now] = [parseOrigin(last ?? ""), parseOrigin(next)];
  if (last === undefined || now.size === 0) return () => [];
  if (before.size === 0) return () => [{ kind: "tool", text: "an earlier version of modelwright generated it" }];
  const differs = (name: string): boolean => before.get(name) !== now.get(name);
  // Another version may understand the same config in another way.
  const changed = [...new Set([...now.keys(), ...before.keys()])].filter(
    (name) => differs(name) && !(name === config && differs(tool)),
  );
  return (page) => {
    const causes = changed.filter((name) => !isUnrelated(name, page)).map((name) => causeOf(name, before, now));
    return causes.length > 0 ? causes : [{ kind: "spec", text: "the spec changed" }];
  };
}

function isUnrelated(name: string, page: Templated | undefined): boolean {
  return page !== undefined && (isDocsPage(page) ? /^template "(?:classes|runtime)\// : /^template "docs\//).test(name);
}

function causeOf(name: string, before: Origin, now: Origin): Cause {
  switch (name) {
    case tool:
      return { kind: "tool", text: `modelwright ${before.get(name)} generated it, and this is ${now.get(name)}` };
    case language:
      return { kind: "tool", text: "the code of its language changed" };
    case config:
      return { kind: "config", text: "the config of the target changed" };
    default:
      return { kind: "template", text: `the template ${name.slice(template.length)} changed` };
  }
}
