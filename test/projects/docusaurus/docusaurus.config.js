module.exports = {
  title: "Shop",
  url: "https://example.com",
  baseUrl: "/",
  onBrokenLinks: "throw",
  onBrokenAnchors: "throw",
  onDuplicateRoutes: "throw",
  markdown: { mermaid: true, hooks: { onBrokenMarkdownLinks: "throw", onBrokenMarkdownImages: "throw" } },
  themes: ["@docusaurus/theme-mermaid"],
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false, theme: { customCss: "./styles.css" } }]],
};
