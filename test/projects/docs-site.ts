/** The visible text of the pages that a site generator builds from a project's docs pages. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { parse } from "yaml";
import { hostileExamples, included } from "./docs-specs.js";
import type { Project } from "./project.js";

/** The strings of `spec/shop.yaml` on the pages: the examples of a model, the values of an enum. */
interface Shown {
  readonly page: RegExp;
  readonly texts: readonly string[];
}

function shownBy(spec: string): readonly Shown[] {
  const { models } = parse(spec) as {
    readonly models: Readonly<Record<string, { readonly fields?: Fields; readonly enum?: readonly EnumValue[] }>>;
  };
  return Object.entries(models).map(([name, { fields = {}, enum: values = [] }]) => ({
    page: new RegExp(`[/\\\\]${name}(?:[/\\\\]index)?\\.html$`, "i"),
    texts: [
      ...Object.values(fields).flatMap((field) =>
        [field.example, field.description].filter((each) => typeof each === "string"),
      ),
      ...values.flatMap((value) =>
        typeof value === "string" ? value : [value.value, value.description ?? value.value],
      ),
    ],
  }));
}

type Fields = Readonly<Record<string, { readonly example?: unknown; readonly description?: string }>>;
type EnumValue = string | { readonly value: string; readonly description?: string };

/** Checks that a site shows every string of the spec exactly, in each language. */
export function expectExactPages(project: Project, site: string): void {
  const folder = join(project.folder, site);
  const files = pagesIn(folder).filter((path) => !path.startsWith("cases"));
  for (const { page, texts } of shownBy(readFileSync(join(project.folder, "spec/shop.yaml"), "utf8"))) {
    const pages = files.filter((path) => page.test(path));
    expect(pages, `pages of ${String(page)}`).toHaveLength(3);
    for (const path of pages) {
      const text = textOf(readFileSync(join(folder, path), "utf8"));
      const isOrder = /Order/.test(page.source);
      const types = isOrder ? (typesOfOrder.find(([folder]) => path.startsWith(folder))?.[1] ?? ["?"]) : [];
      for (const each of isOrder ? [...texts, ...moreOfOrder, ...types] : texts) expect(text, path).toContain(each);
    }
  }
}

/** The types of the fields `states`, `payment`, `parent`, `created_at` and `data`, by the folder of the language. */
const ofJava = ["Map<String, List<State>>", "Payment", "Order", "OffsetDateTime", "Object"];
const ofRuby = ["Hash{String => Array<::Api::Shared::State>}", "::Api::Shared::Payment", "::DateTime", "::Object"];
const ofTypeScript = ["Record<string, shared.State[]>", "shared.Payment", "shared.Order", "Date", "any"];
const typesOfOrder: readonly (readonly [folder: string, types: readonly string[]])[] = [
  ["java", ofJava],
  ["typescript", ofTypeScript],
  ["together", ["map<State[]>", "date-time", "long", ...ofJava, ...ofRuby, ...ofTypeScript]],
];

/** Checks that a site shows each string of the hostile spec exactly, and includes no file. */
export function expectHostilePages(project: Project, site: string): void {
  const folder = join(project.folder, site);
  const pages = pagesIn(folder).filter((path) => path.startsWith(join("cases", "hostile")));
  const texts = new Map(pages.map((path) => [path, textOf(readFileSync(join(folder, path), "utf8"))]));
  for (const [path, text] of texts) expect(text, path).not.toContain(included);
  for (const model of ["Strings", "Names", "Values"]) {
    const found = [...texts].filter(([path]) => new RegExp(`[/\\\\]${model}(?:[/\\\\]index)?\\.html$`, "i").test(path));
    expect(found, `pages of ${model}`).toHaveLength(2);
    for (const [path, text] of found) {
      const isNamed = model === "Names" && path.includes("documented");
      const shown = hostileExamples.filter((each) => model !== "Names" || each.length < 200);
      const missing = isNamed ? [] : shown.filter((each) => !spaceless(text).includes(spaceless(each)));
      expect(missing, path).toEqual([]);
    }
  }
}

/** Browsers collapse spaces. */
function spaceless(text: string): string {
  return text.replace(/\s+/g, "");
}

function pagesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
}

const moreOfOrder = [
  "What a customer bought. Renders {{ price }} and {{ price }} for :smile: at $5 and $6, see <Order> in the guide.",
  "import x from 'y'",
  '??? --8<-- "x" ==mark== ++k++ [[wiki]] [^1] *[HTML]: hyper :) 8-) {: .cls }',
  "Old {{ order }} :smile: <x>. Use Sale instead.",
  "More {{ here }} :tada:",
];

/** The text of a page, with its visible line breaks. */
function textOf(html: string): string {
  return html
    .replace(/<(script|style|svg|head)\b[^>]*>.*?<\/\1>/gs, "")
    .replace(/<!--.*?-->/gs, "")
    .replace(/<br ?\/?>/g, "\n")
    .replace(/<\/?(?:td|th|tr|p|li|h\d|div|pre|table)\b[^>]*>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (_, decimal: string, hex: string, name: string) => {
      if (name !== undefined) return entities[name] ?? "?";
      return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
    });
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: " " };
