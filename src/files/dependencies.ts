/**
 * What the pages of a definition may depend on (see `Pages.of`), as one hash: the definition, whatever it refers to, the
 * unions it is a member of and the models that extend it, all of that in turn, and the names of all definitions. It is more
 * than a page does depend on, so that nothing is missed, and less than the whole spec, so that a change stays small.
 */
import type { Definition, Spec } from "../spec/spec.js";
import { components } from "./components.js";
import { hashOf } from "./hash.js";

/**
 * A hash for every definition: while it stays the same, so do the pages.
 *
 * @param known those hashes that are known already; no other definition refers to these
 */
export function dependenciesOf(
  { definitions }: Spec,
  known: ReadonlyMap<Definition, string> = new Map(),
): ReadonlyMap<Definition, string> {
  const numbers = new Map(definitions.map((each, number) => [each, number]));
  const contents = definitions.map((each) => (known.has(each) ? nothing : contentOf(each, numbers)));
  const names = hashOf(definitions.map((each) => nameOf(each, numbers)).join("\n"));
  const links = linksOf(definitions, contents, numbers);

  const hashes = new Map<number, string>();
  for (const circle of components(links)) {
    if (circle.some((number) => contents[number] === nothing)) continue;
    const beyond = new Set(circle.flatMap((number) => links[number] ?? []).flatMap((to) => hashes.get(to) ?? []));
    const texts = circle.map((number) => contents[number]?.text ?? "");
    const hash = hashOf([names, ...texts.sort(), ...[...beyond].sort()].join("\n")).slice(0, 32);
    for (const number of circle) hashes.set(number, hash);
  }
  return new Map(definitions.map((each, number) => [each, known.get(each) ?? `${hashes.get(number)} ${number}`]));
}

interface Content {
  /** All that is said of a definition; what it refers to is there by number. */
  readonly text: string;
  /** The numbers of what it refers to. */
  readonly links: readonly number[];
}

const nothing: Content = { text: "", links: [] };

function contentOf(definition: Definition, numbers: ReadonlyMap<unknown, number>): Content {
  const parts: string[] = [];
  const links = new Set<number>();
  const add = (value: unknown): void => {
    if (typeof value === "string") parts.push('"', String(value.length), value);
    else if (typeof value === "object" && value !== null) addObject(value);
    else parts.push(scalarText(value));
  };
  const addObject = (value: object): void => {
    const number = numbers.get(value);
    if (number === undefined) addEntries(value);
    else {
      links.add(number);
      parts.push(`#${number}`);
    }
  };
  const addEntries = (value: object): void => {
    if (Array.isArray(value)) addItems("[", value);
    else if (value instanceof Map) addItems("(", value);
    else {
      parts.push("{");
      for (const key in value) addEntry(key, value[key as keyof object]);
      parts.push("}");
    }
  };
  const addItems = (mark: string, items: Iterable<unknown>): void => {
    parts.push(mark);
    for (const item of items) add(item);
    parts.push("]");
  };
  const addEntry = (key: string, value: unknown): void => {
    parts.push(key);
    if (key === "span") add(fileOf(value));
    else add(key === "owner" && !numbers.has(value) ? namesOf(value as Definition | undefined) : value);
  };
  addEntries(definition);
  return { text: parts.join(" "), links: [...links] };
}

function scalarText(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Pages name the file that a definition stands in, never the place. */
function fileOf(span: unknown): unknown {
  return typeof span === "object" && span !== null && "file" in span ? span.file : span;
}

/** An owner that is not among the definitions is there for its names only: it may refer to what it owns. */
function namesOf(owner: Definition | undefined): unknown {
  return owner && [owner.kind, owner.name, owner.names, owner.namespace, namesOf(owner.owner)];
}

function nameOf({ kind, name, namespace, names, owner }: Definition, numbers: ReadonlyMap<Definition, number>): string {
  return JSON.stringify([kind, name, namespace ?? null, [...names], (owner && numbers.get(owner)) ?? null]);
}

/** What each refers to, and back from the members of a union and from the models that one extends. */
function linksOf(
  definitions: readonly Definition[],
  contents: readonly Content[],
  numbers: ReadonlyMap<Definition, number>,
): readonly (readonly number[])[] {
  const links = contents.map((content) => [...content.links]);
  definitions.forEach((definition, number) => {
    for (const each of referrersShown(definition)) links[numbers.get(each) ?? number]?.push(number);
  });
  return links;
}

/** Those that show, on their own pages, that this one refers to them. */
function referrersShown(definition: Definition): readonly Definition[] {
  if (definition.kind === "model") return definition.extends;
  if (definition.kind === "enum") return [];
  return definition.members.flatMap(({ type }) => (type.kind === "reference" ? type.to : []));
}
