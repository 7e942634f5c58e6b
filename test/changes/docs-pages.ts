/** What a change does to the model pages and their URLs. */
import { type Kind, type Severity, worst } from "./kinds.js";
import { type AllSides, languageIds, type Side } from "./sides.js";

/** The worst of all languages. */
export function docsSeverity({ kind }: Kind, { before, after }: AllSides): Severity {
  return worst(...languageIds.map((id) => pagesSeverity(pagesOf(before[id].get(kind)), pagesOf(after[id].get(kind)))));
}

type Pages = ReadonlyMap<string, string>;

/** The pages of the kind's own definitions, by their paths. */
function pagesOf(side: Side | undefined): Pages {
  const files = side?.project.files ?? [];
  const file = side?.definitions[0]?.span.file;
  const own = files.filter(
    ({ path, page }) => path.endsWith(".md") && page.model !== undefined && page.span?.file === file,
  );
  return new Map(own.map(({ path, text }) => [path, text]));
}

function pagesSeverity(before: Pages, after: Pages): Severity {
  const changes = [...before].map(([path, text]) => pageSeverity(text, after.get(path)));
  const isAdded = [...after.keys()].some((path) => !before.has(path));
  return worst(...changes, isAdded ? "silent" : "none");
}

function pageSeverity(before: string, after: string | undefined): Severity {
  if (after === undefined) return "breaking";
  const headings = new Set(headingsOf(after));
  if (headingsOf(before).some((heading) => !headings.has(heading))) return "conditional";
  return before === after ? "none" : "silent";
}

function headingsOf(page: string): readonly string[] {
  return page.match(/^#+ .*$/gm) ?? [];
}
