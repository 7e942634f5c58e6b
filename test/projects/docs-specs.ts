/** More pages for the sites of `test/projects/`: those of every case of `test/cases/`, and of a spec with hostile strings. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { hostileNames, hostileStrings } from "../fuzz/hostile.js";
import { projectRoot } from "../generated.js";
import type { Project } from "./project.js";

type Settings = Readonly<Record<string, unknown>>;

interface Config {
  readonly spec: string;
  readonly targets: Readonly<Record<string, Settings>>;
}

const cases = join(projectRoot, "test/cases");

/** Generates the pages of each case and of the hostile spec in `docs/cases/`. */
export function generateCases(project: Project, flavor: string): void {
  for (const name of readdirSync(cases)) {
    const config = join(cases, name, "modelwright.yaml");
    const own = existsSync(config) ? (parse(readFileSync(config, "utf8")) as Config) : { ...usual, spec: "spec.yaml" };
    cpSync(join(cases, name, own.spec), join(project.folder, "cases", name, own.spec), { recursive: true });
    generateCase(project, name, own, flavor);
  }
  mkdirSync(join(project.folder, "cases/hostile"), { recursive: true });
  writeFileSync(join(project.folder, "cases/hostile/spec.yaml"), stringify(hostileSpec));
  for (const path of includable) writeFileSync(join(project.folder, path), `${included}\n`);
  const documented = { ...usual.targets, documented: { language: "typescript", docs: { look: "documented" } } };
  generateCase(project, "hostile", { spec: "spec.yaml", targets: documented }, flavor);
}

/** The pages of all languages together. */
const usual = {
  targets: {
    together: { language: "java", docs: { languages: "together" } },
    typescript: { language: "typescript", docs: false },
    ruby: { language: "ruby", docs: false },
  },
} as const;

function generateCase(project: Project, name: string, { spec, targets, ...config }: Config, flavor: string): void {
  const named = Object.entries(targets).map(([target, { docs = {}, ...settings }]) => {
    const output = `docs/cases/${name}/${target}`;
    const pages = typeof docs === "object" ? { look: "full", ...docs, output, flavor } : docs;
    return [target, { ...settings, output: `generated/cases/${name}/${target}`, docs: pages }] as const;
  });
  const file = `case-${name}.yaml`;
  const text = stringify({ ...config, spec: `cases/${name}/${spec}`, targets: Object.fromEntries(named) });
  writeFileSync(join(project.folder, file), text);
  project.run("modelwright", "generate", "--config", file);
}

/** What no page of the hostile spec may contain. */
export const included = "This file was included.";
const includable = ["docs/included.md", "included.md"];

/** Commands of the sites, and of extensions that are common in them. */
const commands = [
  "<!--@include: @/included.md-->",
  "<!--@include: ../../../../../included.md-->",
  "<<< @/included.md",
  '--8<-- "included.md"',
  ';--8<-- "included.md"',
  "--8<--\nincluded.md\n--8<--",
  "::: danger\nstop\n:::",
  "::: code-group",
  ":::note\nx\n:::",
  "[[toc]]",
  "[TOC]",
  "{{ 1 + 1 }}",
  "{{ $page }}",
  "{% raw %}",
  ":smile: :+1: :100:",
  "<Tabs>",
  "<script setup>",
  "<div v-html='x'>",
  "{process.exit(1)}",
  "import x from 'y'",
  "export default 1",
  "```mdx-code-block\nx\n```",
  "{#id}",
  "{: #id .cls }",
  '=== "Tab"',
  "!!! note",
  "??? note",
  "^^ins^^ ==mark== ++ctrl+c++ ~sub~ ^sup^",
  "$a$ $$b$$ \\(c\\) \\[d\\]",
  "*[HTML]: Hyper",
  "[^1]: note",
  "---\ntitle: x\n---",
  "&#123; &copy; &lt;b&gt;",
  "http://example.com/ www.example.com me@example.com",
];

/** JSON and YAML cannot hold the others, and HTML cannot show them. */
const isShowable = (text: string): boolean => text.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text);
const strings = [...new Set([...commands, ...hostileStrings, ...hostileNames].filter(isShowable))];

/** Names in code, so that every string can be a name in JSON. */
const renamed = (name: string): Settings => ({ java: name, ruby: name, typescript: name });

const hostileSpec = {
  models: {
    Strings: {
      description: "Every string as an example, a default and a constraint",
      fields: Object.fromEntries(
        strings.map((text, at) => [`field_${at}`, { type: "string", example: text, default: text }]),
      ),
    },
    Texts: {
      fields: Object.fromEntries(strings.map((text, at) => [`field_${at}`, { type: "string", description: text }])),
    },
    Names: {
      fields: Object.fromEntries(
        strings
          .filter((text) => text.length < 200)
          .map((text, at) => [text, { const: text, rename: renamed(`field_${at}`) }]),
      ),
    },
    Values: {
      open: true,
      enum: strings.map((value, at) => ({ value, name: `VALUE_${at}`, description: value || undefined })),
    },
    Choice: {
      description: commands.join("\n\n"),
      deprecated: { message: commands.slice(0, 9).join(" "), use: "{{ x }} <b> `a`" },
      externalDocs: { url: "https://example.com/a?b={c}&d=(e)|f", description: commands.slice(9, 30).join(" ") },
      oneOf: ["Strings", "Names", "Values"],
    },
  },
};

/** The strings that a page must show, by the model. */
export const hostileExamples = strings;
