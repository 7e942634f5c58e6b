import { withMermaid } from "vitepress-plugin-mermaid";
import java from "../java/sidebar.json" with { type: "json" };
import typescript from "../typescript/sidebar.json" with { type: "json" };

export default withMermaid({
  title: "Shop",
  themeConfig: {
    outline: [2, 3],
    sidebar: {
      "/java/": { base: "/java/", items: java },
      "/typescript/": { base: "/typescript/", items: typescript },
    },
  },
});
