/** Descriptions command no tool that reads the comments of generated classes. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTree, temporaryFolder, writeTree } from "../folders.js";
import { generateTexts } from "../generate-texts.js";
import { projectRoot } from "../generated.js";

/** What would insert the file "secret.txt", or hide what is documented. */
const commands = [
  ":include: secret.txt",
  "{include:file:secret.txt}",
  "{@snippet file=secret.txt}",
  "{@include secret.txt}",
  ":nodoc:",
  ":nodoc: all",
  ":stopdoc:",
  ":enddoc:",
  "--",
  ":call-seq: none",
  "@private",
  "@internal",
  "Text @internal",
  "@hidden",
  "@ts-nocheck",
];

const models = Object.fromEntries(
  commands.map((command, index) => {
    const description = `Before.\n\n${command}\nFound${index} here.`;
    return [`Model${index}`, { description, fields: { name: { type: "string", description } } }];
  }),
);

/** The files of a target, with the file to include at every place where a tool looks for it. */
async function generated(target: string): Promise<string> {
  const { files, diagnostics } = await generateTexts({ "spec/spec.yaml": JSON.stringify({ models }) });
  expect(diagnostics).toEqual([]);
  const folder = temporaryFolder();
  const paths = [...files].flatMap(([path, text]) => (path.startsWith(`${target}/`) ? [[path, text] as const] : []));
  const folders = new Set(["", ...paths.map(([path]) => path.slice(0, path.lastIndexOf("/") + 1))]);
  writeTree(
    folder,
    Object.fromEntries([...paths, ...[...folders].map((each) => [`${each}secret.txt`, "SECRET"] as const)]),
  );
  return folder;
}

function run(folder: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  expect(status, stdout + stderr).toBe(0);
  return [...readTree(join(folder, "made")).entries()]
    .flatMap(([path, text]) => (path.endsWith(".js") ? [] : text))
    .join("\n");
}

/** The descriptions of models and fields that a text has less than two times. */
function missingIn(text: string): readonly string[] {
  return commands.filter((_, index) => text.split(`Found${index} here.`).length <= 2);
}

const isInstalled = (tool: string): boolean =>
  spawnSync(tool, ["--version"]).status === 0 || process.env["CI"] !== undefined;

test.runIf(isInstalled("rdoc"))("of RDoc", async () => {
  const folder = await generated("ruby");
  const sources = [...readTree(folder).keys()].filter((path) => /model_?\d+\.rb$/.test(path));
  const made = run(folder, "rdoc", "-q", "-o", "made", ...sources);
  expect(made).not.toContain("SECRET");
  expect(missingIn(made.replace(/\s+/g, " "))).toEqual([]);
});

test.runIf(isInstalled("yard"))("of YARD", async () => {
  const made = run(await generated("ruby"), "yard", "doc", "-q", "-o", "made", "ruby/**/*.rb");
  expect(made).not.toContain("SECRET");
  expect(missingIn(made.replace(/\s+/g, " "))).toEqual([]);
});

test("of the TypeScript compiler", async () => {
  const tsc = join(projectRoot, "node_modules/.bin/tsc");
  const folder = await generated("typescript");
  const options = ["--declaration", "--emitDeclarationOnly", "--stripInternal", "--outDir", "made", "--ignoreConfig"];
  const sources = [...readTree(folder).keys()].filter((path) => path.endsWith(".ts"));
  const made = run(folder, tsc, ...options, "--target", "es2022", "--module", "nodenext", "--skipLibCheck", ...sources);
  expect(missingIn(made)).toEqual([]);
});

test.runIf(isInstalled("javadoc"))("of Javadoc", async () => {
  const folder = await generated("java");
  const sources = [...readTree(folder).keys()].filter((path) => /Model\d+\.java$/.test(path));
  const made = run(folder, "javadoc", "--ignore-source-errors", "-quiet", "-Xdoclint:none", "-d", "made", ...sources);
  expect(made).not.toContain("SECRET");
  expect(missingIn(made.replace(/\s+/g, " "))).toEqual([]);
});
