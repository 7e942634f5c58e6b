/** `docs/models/README.md`: every page of a target with a sentence, and a picture of how they belong together. */
import type { Naming } from "../names/rules.js";
import type { Page } from "../render/page.js";
import type { Definition } from "../spec/spec.js";
import { addTo } from "../spec/groups.js";
import { diagramOf, type DiagramView } from "./diagram.js";
import { linkFromIndex } from "./links.js";
import { escapeCell } from "./table.js";
import { firstSentence } from "./texts.js";

/** What the template `docs/index` sees. */
export type IndexView = {
  /** How many pages there are. */
  readonly count: string;
  /** In the order of their names. */
  readonly namespaces: readonly NamespaceView[];
  readonly diagram: DiagramView;
};

export type NamespaceView = {
  readonly name: string;
  /** In the order of their names. */
  readonly entries: readonly EntryView[];
};

export type EntryView = {
  readonly name: string;
  /** The address of the page, relative to the index. */
  readonly link: string;
  /** The first sentence of the description as a cell; may be empty. */
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

/** Namespaces in the order of their names, each with its definitions in that of theirs. */
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
