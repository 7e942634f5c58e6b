import { withMermaid } from "vitepress-plugin-mermaid";
import java from "../java/sidebar.json" with { type: "json" };
import typescript from "../typescript/sidebar.json" with { type: "json" };

export default withMermaid({
  title: "Shop",
  head: [["style", {}, ".VPSidebarItem .text, .VPDocFooter .title { overflow-wrap: anywhere; }"]],
  vite: { build: { chunkSizeWarningLimit: 1000 } },
  themeConfig: {
    search: { provider: "local" },
    nav: [
      { text: "Java", link: "/java/models/" },
      { text: "TypeScript", link: "/typescript/models/" },
    ],
    outline: [2, 3],
    sidebar: {
      "/java/": { base: "/java/", items: java },
      "/typescript/": { base: "/typescript/", items: typescript },
    },
  },
});
