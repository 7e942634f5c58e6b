/** How each kind of site shows the languages of a page: in tabs, or one below the other where it has none. */
import type { DocsFlavor } from "../config/config.js";
import type { Flavor } from "./flavor.js";

export interface TabSyntax {
  /** What comes before all tabs, and after them; may be empty. */
  readonly start: string;
  readonly end: string;
  /** What comes before the content of a tab, and after it; the latter may be empty. */
  open(title: string, at: number): string;
  readonly close: string;
  /** Whether the content is indented by four spaces. */
  readonly isIndented: boolean;
  /** Whether a heading opens each tab. */
  readonly hasHeadings: boolean;
}

export function tabSyntax(name: DocsFlavor, flavor: Flavor, titles: readonly string[]): TabSyntax {
  switch (name) {
    case "github":
      return { ...plain, open: (title) => `## ${flavor.text(title)}`, hasHeadings: true };
    case "mkdocs":
      return { ...plain, open: (title) => `=== "${title.replace(/["\\]/g, "'")}"`, isIndented: true };
    case "mdx":
      return {
        ...plain,
        start: `${mdxImports}\n\n<Tabs groupId="language">`,
        end: "</Tabs>",
        open: (title) => `<TabItem value={${JSON.stringify(title)}}>`,
        close: "</TabItem>",
      };
    case "vitepress": {
      const buttons = titles.map((title, at) => {
        const attributes = `type="radio" name="language" id="language-${at}" :value="${at}" v-model="language"`;
        return `<input ${attributes}><label for="language-${at}">${flavor.text(title)}</label>`;
      });
      return {
        ...plain,
        start: [vueScript, `<div class="vp-code-group"><div class="tabs">${buttons.join("")}</div></div>`].join("\n\n"),
        open: (_, at) => `<div v-show="language === ${at}">`,
        close: "</div>",
      };
    }
  }
}

const plain = { start: "", end: "", close: "", isIndented: false, hasHeadings: false };

const mdxImports = 'import Tabs from "@theme/Tabs";\nimport TabItem from "@theme/TabItem";';

/** VitePress has no tabs, but the styles of those of its code groups, and each page is a component of Vue. */
const vueScript = '<script setup>\nimport { ref } from "vue";\n\nconst language = ref(0);\n</script>';
