/**
 * The hash of everything that the pages of a definition can see (`Pages.of`): the definition, the definitions it refers
 * to, the unions that contain it and the models that extend it, the same for each of these in turn, and the names of
 * all definitions. This is more than a page shows, so that nothing is missed, and less than the whole spec, so that a
 * change affects few pages.
 */
import type { Definition, Spec } from "./spec.js";

/**
 * The hash of every definition: as long as it stays the same, so do the pages.
 *
 * @param hash gives different strings for different strings
 */
export function visibleHashes({ definitions }: Spec, hash: (text: string) => string): ReadonlyMap<Definition, string> {
  const numbers = new Map(definitions.map((each, number) => [each, number]));
  const contents = definitions.map((each) => contentOf(each, numbers));
  const names = hash(definitions.map((each) => nameOf(each, numbers)).join("\n"));
  const links = linksOf(definitions, contents, numbers);

  const hashes = new Map<number, string>();
  for (const circle of components(links)) {
    const beyond = new Set(circle.flatMap((number) => links[number] ?? []).flatMap((to) => hashes.get(to) ?? []));
    const texts = circle.map((number) => contents[number]?.text ?? "");
    const seen = hash([names, ...texts.sort(), ...[...beyond].sort()].join("\n"));
    for (const number of circle) hashes.set(number, seen);
  }
  return new Map(definitions.map((each, number) => [each, `${hashes.get(number)} ${number}`]));
}

interface Content {
  /** The definition as a string, with references by number. */
  readonly text: string;
  /** The numbers of the definitions that it refers to. */
  readonly links: readonly number[];
}

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

/** Pages show the file of a definition, never its position. */
function fileOf(span: unknown): unknown {
  return typeof span === "object" && span !== null && "file" in span ? span.file : span;
}

/**
 * An owner that is not a definition itself is included for its names only: it may refer to the definitions that it
 * owns.
 */
function namesOf(owner: Definition | undefined): unknown {
  return owner && [owner.kind, owner.name, owner.names, owner.namespace, namesOf(owner.owner)];
}

function nameOf({ kind, name, namespace, names, owner }: Definition, numbers: ReadonlyMap<Definition, number>): string {
  return JSON.stringify([kind, name, namespace ?? null, [...names], (owner && numbers.get(owner)) ?? null]);
}

/** The references of each definition, and back references to unions and to models that extend it. */
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

/** The definitions whose pages show that this one refers to them. */
function referrersShown(definition: Definition): readonly Definition[] {
  if (definition.kind === "model") return definition.extends;
  if (definition.kind === "enum") return [];
  return definition.members.flatMap(({ type }) => (type.kind === "reference" ? type.to : []));
}

/**
 * The strongly connected components of a graph (Tarjan 1972): nodes that reach each other are in one component, and
 * each component comes after those it reaches.
 *
 * @param links the successors of each node, by number
 */
export function components(links: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const order = new Array<number>(links.length).fill(-1);
  const lowest = new Array<number>(links.length).fill(-1);
  const isOpen = new Array<boolean>(links.length).fill(false);
  const open: number[] = [];
  let count = 0;

  const enter = (node: number): Visit => {
    order[node] = lowest[node] = count++;
    isOpen[node] = true;
    open.push(node);
    return { node, next: 0 };
  };
  const leave = (node: number): void => {
    if (lowest[node] !== order[node]) return;
    const component = open.splice(open.lastIndexOf(node));
    for (const each of component) isOpen[each] = false;
    found.push(component);
  };

  for (let root = 0; root < links.length; root++) {
    const path = order[root] === -1 ? [enter(root)] : [];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const { node } = visit;
      const to = links[node]?.[visit.next++];
      if (to === undefined) {
        leave(node);
        path.pop();
        const outer = path.at(-1);
        if (outer !== undefined) lowest[outer.node] = Math.min(lowest[outer.node]!, lowest[node]!);
      } else if (order[to] === -1) path.push(enter(to));
      else if (isOpen[to]) lowest[node] = Math.min(lowest[node]!, order[to]!);
    }
  }
  return found;
}

interface Visit {
  readonly node: number;
  next: number;
}
