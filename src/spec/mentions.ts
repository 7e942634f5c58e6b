/** What spec files have to do with one another, by the names that they define and say: more than they mean, never less. */
import type { SpecFile } from "./source.js";

/** Plain data, so that it can be kept. */
export interface Mentions {
  /** The names of the file's models. */
  readonly defined: readonly string[];
  /** The names in its types, as they are written. */
  readonly said: readonly string[];
  /** Those of them that a union has as members or a model extends, by themselves or by an alias: their pages show it. */
  readonly shown: readonly string[];
}

export function mentionsOf({ models }: SpecFile): Mentions {
  const said = new Set<string>();
  const shown = new Set<string>();
  const look = (value: object, isShown: boolean): void => {
    if (isName(value)) {
      said.add(value.name);
      if (isShown) shown.add(value.name);
    } else
      for (const key in value) {
        const inner: unknown = value[key as keyof object];
        if (typeof inner === "object" && inner !== null) look(inner, isShownIn(key, isShown));
      }
  };
  for (const { value } of models) look(value, true);
  return { defined: models.map(({ key }) => key), said: [...said], shown: [...shown] };
}

/** Whatever a model says beside its fields may be what it is an alias of. */
function isShownIn(key: string, isShown: boolean): boolean {
  if (key === "oneOf" || key === "extends") return true;
  return isShown && key !== "fields" && key !== "additionalProperties";
}

/** What a type expression says a name with; a value of an author's may look the same, which does no harm. */
function isName(value: object): value is { readonly name: string } {
  return "kind" in value && value.kind === "name" && "name" in value && typeof value.name === "string";
}

/**
 * The files that a change of some can reach, and all that those need: their pages, and no others, may change, and can be
 * made without the rest as long as all definitions keep their names.
 *
 * @param files what each file says; of a changed one, what it said before and what it says now
 */
export function reachOf(
  files: ReadonlyMap<string, readonly Mentions[]>,
  changed: Iterable<string>,
): ReadonlySet<string> {
  const needs = needsOf(files);
  const neededBy = new Map<string, Set<string>>();
  for (const [file, others] of needs) for (const other of others) add(neededBy, other, file);
  return closure(closure(changed, neededBy), needs);
}

/**
 * By file those that its definitions depend on: what it says, what shows it (see `Pages.of`), and what defines the same name,
 * since names must differ.
 */
function needsOf(files: ReadonlyMap<string, readonly Mentions[]>): ReadonlyMap<string, ReadonlySet<string>> {
  const homes = new Map<string, Set<string>>();
  for (const [file, each] of files) for (const { defined } of each) for (const name of defined) add(homes, name, file);
  const needs = new Map<string, Set<string>>();
  for (const equal of homes.values()) for (const file of equal) for (const other of equal) add(needs, file, other);
  for (const [file, each] of files) {
    for (const name of each.flatMap(({ said }) => said))
      for (const home of homesOf(name, homes)) add(needs, file, home);
    for (const name of each.flatMap(({ shown }) => shown))
      for (const home of homesOf(name, homes)) add(needs, home, file);
  }
  return needs;
}

/** Where the models are that a name can mean, with or without a namespace before it. */
function homesOf(name: string, homes: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const found = [...(homes.get(name) ?? [])];
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
    found.push(...(homes.get(name.slice(dot + 1)) ?? []));
  }
  return found;
}

function closure(from: Iterable<string>, links: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set(from);
  // What is added on the way is visited too.
  for (const each of reached) for (const next of links.get(each) ?? []) reached.add(next);
  return reached;
}

function add(links: Map<string, Set<string>>, from: string, to: string): void {
  const known = links.get(from);
  if (known === undefined) links.set(from, new Set([to]));
  else known.add(to);
}
