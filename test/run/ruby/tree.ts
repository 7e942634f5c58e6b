/** Generated Ruby on disk: compiled, loaded and run with all warnings, with validated signatures. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "../../../src/render/page.js";
import type { BuildRequest, Request, Response } from "../../conformance/vectors.js";
import { generateIn } from "../../generated.js";
import { findRuby, rbs } from "./ruby.js";

export const ruby = findRuby();

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** The Ruby files, docs included, generated for a project folder. */
export async function rubyOf(folder: string): Promise<readonly GeneratedFile[]> {
  const { targets, diagnostics } = await generateIn(folder, ["ruby"]);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return targets.flatMap(({ files }) => files);
}

/**
 * The same for a spec file's text, in a module; undefined if the spec is rejected.
 *
 * @param options more target options: `docs: { look: full }`
 */
export async function rubyOfSpec(
  spec: string,
  module = "Acme",
  ...options: readonly string[]
): Promise<readonly GeneratedFile[] | undefined> {
  return inTemporaryFolder(async (folder) => {
    const target = `{ ${["language: ruby", "output: out", `module: ${module}`, ...options].join(", ")} }`;
    writeFileSync(join(folder, "spec.yaml"), spec);
    writeFileSync(join(folder, "modelwright.yaml"), `spec: spec.yaml\ntargets: { ruby: ${target} }\n`);
    const { targets, diagnostics } = await generateIn(folder);
    return diagnostics.some(({ severity }) => severity === "error") ? undefined : targets.flatMap(({ files }) => files);
  });
}

/** Uses a temporary folder, and removes it afterwards. */
export async function inTemporaryFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "modelwright-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function writeFiles(folder: string, files: readonly SourceText[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Uses the Ruby generated for a project folder, in a temporary folder. */
export async function inProject<T>(files: readonly SourceText[], use: (folder: string) => T): Promise<T> {
  return inTemporaryFolder((folder) => {
    writeFiles(folder, files);
    return use(folder);
  });
}

/** Runs a script of this folder in another folder, with all warnings. Returns its output. */
export function run(folder: string, script: string, args: readonly string[] = [], input = ""): string {
  const [command = "", ...options] = [...ruby.command, "-w", join(import.meta.dirname, script), ...args];
  const { stdout, stderr } = spawnSync(command, options, { cwd: folder, input, encoding: "utf8", maxBuffer: 2 ** 28 });
  return stderr + stdout;
}

/** Compiles every file below a folder like `ruby -wc`, and loads every model that can be loaded. Returns Ruby's output. */
export function check(folder: string, files: readonly SourceText[]): string {
  return run(folder, "check.rb", ruby.lacks.includes("bigdecimal") ? [...decimalModels(files)] : []);
}

/** The classes that cannot be loaded without bigdecimal: those with decimals, and those that refer to one. */
export function decimalModels(files: readonly SourceText[]): ReadonlySet<string> {
  const classes = files.flatMap(({ path, text }) => {
    const name = /^lib\/(?!.*\/model_support\/)/.test(path) && /^ {2}(?:class|module) (\w+)/m.exec(text)?.[1];
    return name ? [{ name, words: new Set(text.match(/\w+/g)) }] : [];
  });
  const found = new Set<string>();
  const reaches = (words: ReadonlySet<string>): boolean =>
    words.has("bigdecimal") || [...found].some((name) => words.has(name));
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { name, words } of classes) if (reaches(words)) found.add(name);
  }
  return found;
}

/** The class of each model that can be loaded, with its modules. */
export function classesOf(files: readonly GeneratedFile[]): ReadonlyMap<string, string> {
  const out = ruby.lacks.includes("bigdecimal") ? decimalModels(files) : new Set();
  return new Map(
    files.flatMap(({ page, path, text }) => {
      const [, namespace, name] = /^module (\S+)$.*?^ {2}(?:class|module) (\w+)/ms.exec(text) ?? [];
      const isClass = page.model !== undefined && path.endsWith(".rb") && name !== undefined && !out.has(name);
      return isClass ? [[page.model, `${namespace}::${name}`] as const] : [];
    }),
  );
}

/** The output of `rbs validate` for the signatures below a folder. */
export function validateSignatures(folder: string): string {
  const [command = "", ...options] = rbs;
  const libraries = ["json", "date", "bigdecimal"].flatMap((library) => ["-r", library]);
  const { stdout, stderr } = spawnSync(command, [...options, ...libraries, "-I", folder, "validate", "--silent"], {
    encoding: "utf8",
  });
  return stdout + stderr;
}

/**
 * Sends the requests to the driver, which runs in a separate Ruby process.
 *
 * @param namespace the module of the class names in the requests
 * @param entries a glob for the files that load all models
 */
export function ask(
  folder: string,
  requests: readonly (Request | BuildRequest)[],
  namespace = "Acme::Shared",
  entries = "lib/acme/models.rb",
): readonly Response[] {
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join("");
  const output = run(folder, "driver.rb", [entries, namespace], input);
  const lines = output.split("\n").filter((line) => line !== "");
  // Ruby's warnings and errors come first.
  if (lines.some((line) => !line.startsWith("{"))) throw new Error(output.slice(0, 4000));
  return lines.map((line) => JSON.parse(line) as Response);
}
