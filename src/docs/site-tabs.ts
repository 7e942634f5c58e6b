/** What a page that shows several languages together says about each of them. */
import type { Model } from "../spec/spec.js";
import type { Tab } from "./context.js";
import { shownFields } from "./fields.js";
import { SiteWriter } from "./site-writer.js";
import { tabSyntax } from "./tab-syntax.js";

export type TabsView = {
  /** What comes before all tabs, and after them; may be empty. */
  readonly start: string;
  readonly end: string;
  readonly items: readonly TabView[];
};

export type TabView = {
  readonly open: string;
  readonly close: string;
  readonly isIndented: boolean;
  readonly hasCodeName: boolean;
  readonly codeName: string;
  readonly hasRows: boolean;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[] }[];
  readonly hasUsage: boolean;
  readonly usage: string;
};

/** @param anchors the anchors of the page's fields by their JSON names, in the order of the page */
export function tabsView(
  tabs: readonly Tab[],
  { flavorName, flavor, context: { othersName } }: SiteWriter,
  anchors: ReadonlyMap<string, string>,
): TabsView {
  const titles = tabs.map(({ title }) => title);
  const { start, end, open, close, isIndented } = tabSyntax(flavorName, flavor, titles);
  const items = tabs.map((tab, at) => {
    return { open: open(tab.title, at), close, isIndented, ...contentOf(tab, { anchors, othersName }) };
  });
  return tabs.length === 0 ? { start: "", end: "", items } : { start, end, items };
}

/** The fields of the page by their JSON names. */
interface PageFields {
  readonly anchors: ReadonlyMap<string, string>;
  /** The name of the row for undeclared fields. */
  readonly othersName: string;
}

function contentOf(tab: Tab, fields: PageFields): Omit<TabView, "open" | "close" | "isIndented"> {
  const { definition, context } = tab;
  const writer = new SiteWriter(context);
  const codeName = context.codeName?.(definition);
  const { headings, rows } = tableOf(tab, writer, fields);
  const usage = writer.usage(definition);
  return {
    hasCodeName: codeName !== undefined,
    codeName: codeName === undefined ? "" : writer.flavor.code(codeName),
    hasRows: rows.length > 0,
    headings,
    rows: rows.map((cells) => ({ cells })),
    hasUsage: usage !== "",
    usage,
  };
}

interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The fields, values or members as the language's code has them. */
function tableOf({ definition, context }: Tab, writer: SiteWriter, fields: PageFields): Table {
  switch (definition.kind) {
    case "model":
      return { headings: ["Field", "Type"], rows: fieldRows(definition, writer, fields) };
    case "enum": {
      const rows = context.names.members(definition).map(({ name, value }) => {
        return [writer.name(name, value), writer.value(value.value)];
      });
      return { headings: ["Name", "Value"], rows };
    }
    case "union":
      return { headings: ["Type"], rows: definition.members.map(({ type }) => [writer.code(type)]) };
  }
}

/** In the order of the page. */
function fieldRows(model: Model, writer: SiteWriter, { anchors, othersName }: PageFields): Table["rows"] {
  const order = new Map(Array.from(anchors.keys(), (name, at) => [name, at]));
  const rows = shownFields(model, writer.context).map(({ name, field }) => {
    const jsonName = order.has(field.name) ? field.name : othersName;
    const cells = [writer.link(writer.name(name, field), anchors.get(jsonName)), writer.code(field.type)];
    return { at: order.get(jsonName) ?? order.size, cells };
  });
  return rows.toSorted((a, b) => a.at - b.at).map(({ cells }) => cells);
}
