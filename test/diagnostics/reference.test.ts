/** docs/diagnostics.md is up to date (npx vitest run test/diagnostics/reference.test.ts -u writes it). */
import { expect, it } from "vitest";
import { subjects } from "../../src/diagnostics/catalogue.js";
import type { CatalogueEntry } from "../../src/diagnostics/codes/entry.js";
import type { SourceFile } from "../../src/diagnostics/diagnostic.js";
import { printed, sourcesOf } from "../error-cases.js";

const introduction = `# Diagnostics

Every diagnostic has a stable code. This page lists all codes, each with its rule and an example; it is made from the catalogue
in \`src/diagnostics/codes/\` and the cases in \`test/errors/\`. An error keeps all files from being written; a warning does not.
`;

async function reference(): Promise<string> {
  const parts = [introduction];
  for (const [subject, codes] of Object.entries(subjects)) {
    parts.push(`## ${subject}\n`);
    for (const [code, entry] of Object.entries<CatalogueEntry>(codes)) parts.push(await section(code, entry));
  }
  return parts.join("\n");
}

async function section(code: string, { rule, severity, example }: CatalogueEntry): Promise<string> {
  const title = `### ${code}\n\n**${severity === "error" ? "Error" : "Warning"}.** ${rule}\n`;
  if (example !== undefined) return `${title}\n${fence("text", example)}`;
  const sources = sourcesOf(code);
  const files = sources.map((source) => (sources.length === 1 ? "" : `\`${source.path}\`:\n\n`) + fileFence(source));
  return [title, ...files, fence("text", (await printed(code)).trimEnd())].join("\n");
}

function fileFence({ path, text }: SourceFile): string {
  const [language = ""] = /[a-z]+$/.exec(path) ?? [];
  return fence(language === "hbs" ? "handlebars" : language, text.trimEnd());
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\`\n`;
}

it("docs/diagnostics.md", async () => {
  await expect(await reference()).toMatchFileSnapshot(new URL("../../docs/diagnostics.md", import.meta.url).pathname);
});
