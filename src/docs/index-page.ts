/** `docs/models/README.md`: every page of a target with a one-sentence summary, and a diagram of their relations. */
import type { Naming } from "../names/rules.js";
import type { Page } from "../render/page.js";
import type { Definition } from "../spec/spec.js";
import { addTo } from "../spec/groups.js";
import { diagramOf, type DiagramView } from "./diagram.js";
import { linkFromIndex } from "./links.js";
import { escapeCell } from "./table.js";
import { firstSentence } from "./texts.js";

/** The view of the template `docs/index`. */
export type IndexView = {
  /** The number of pages. */
  readonly count: string;
  /** Sorted by name. */
  readonly namespaces: readonly NamespaceView[];
  readonly diagram: DiagramView;
};

export type NamespaceView = {
  readonly name: string;
  /** Sorted by name. */
  readonly entries: readonly EntryView[];
};

export type EntryView = {
  readonly name: string;
  /** The path of the page, relative to the index. */
  readonly link: string;
  /** The first sentence of the description, as a cell; may be empty. */
  readonly description: string;
  readonly isDeprecated: boolean;
};

/** The index of the definitions that have a page. */
export function indexPage(definitions: readonly Definition[], names: Naming): Page {
  const view: IndexView = {
    count: String(definitions.length),
    namespaces: namespacesOf(definitions, names),
    diagram: diagramOf(definitions, names),
  };
  return { path: "docs/models/README.md", template: "docs/index", view, model: undefined, span: undefined };
}

function namespacesOf(definitions: readonly Definition[], names: Naming): readonly NamespaceView[] {
  return inNamespaces(definitions, names).map(({ namespace, members }) => {
    return { name: namespace, entries: members.map((each) => entryView(each, names)) };
  });
}

/** Namespaces sorted by name, each with its definitions sorted by name. */
export function inNamespaces(
  definitions: readonly Definition[],
  names: Naming,
): readonly { readonly namespace: string; readonly members: readonly Definition[] }[] {
  const groups = new Map<string, Definition[]>();
  for (const each of definitions) addTo(groups, names.namespace(each), each);
  const all = Array.from(groups, ([namespace, members]) => ({ namespace, members: inOrder(members, names.className) }));
  return inOrder(all, ({ namespace }) => namespace);
}

function entryView(definition: Definition, names: Naming): EntryView {
  return {
    name: names.className(definition),
    link: linkFromIndex(definition, names),
    description: escapeCell(firstSentence(definition.description)),
    isDeprecated: definition.deprecated !== undefined,
  };
}

function inOrder<T>(things: readonly T[], nameOf: (thing: T) => string): readonly T[] {
  return things.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}
