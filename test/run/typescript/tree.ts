/** Generated TypeScript on disk: compiled with every strict flag, and run. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Target } from "../../../src/config/config.js";
import type { GeneratedFile } from "../../../src/render/page.js";
import type { BuildRequest, Request, Response } from "../../conformance/vectors.js";
import { generateIn, projectRoot } from "../../generated.js";

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** The TypeScript files, docs included, generated for a project folder with some target options. */
export async function typescriptOf(
  folder: string,
  options: Target["options"] = {},
  target = "typescript",
): Promise<readonly SourceText[]> {
  const { targets, diagnostics } = await generateIn(folder, [target], options);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return targets.flatMap(({ files }) => files);
}

/** The same for a spec file's text; undefined if the spec is rejected. */
export async function typescriptOfSpec(
  spec: string,
  options: Target["options"] = {},
): Promise<readonly GeneratedFile[] | undefined> {
  return inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, "spec.yaml"), spec);
    writeFileSync(join(folder, "modelwright.yaml"), config);
    const { targets, diagnostics } = await generateIn(folder, [], options);
    return diagnostics.some(({ severity }) => severity === "error") ? undefined : targets.flatMap(({ files }) => files);
  });
}

const config = "spec: spec.yaml\ntargets: { typescript: { language: typescript, output: out } }\n";

/** Uses a temporary folder, and removes it afterwards. */
export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
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

/** Compiles all TypeScript below `src` of a folder into its `dist`. Returns the compiler's output. */
export function compile(folder: string, settings: CompilerOptions = {}): string {
  const options = { ...compilerOptions, noEmit: false, rootDir: "src", outDir: "dist", ...settings };
  return tsc(folder, { ...options, declarationMap: true, sourceMap: true });
}

/** The compiler's output for all TypeScript below `src` of a folder, with every strict flag and more settings. */
export function typeCheck(folder: string, settings: CompilerOptions): string {
  return tsc(folder, { ...compilerOptions, ...settings });
}

/** The types of Node.js that code needs to check values. */
export const nodeTypes = `declare module "node:assert/strict" {
  const assert: { deepEqual(actual: unknown, expected: unknown, message?: string): void };
  export default assert;
}
`;

/** @param compiler the package of the compiler */
export function tsc(folder: string, options: CompilerOptions, compiler = "typescript"): string {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["src"] }));
  const path = fileURLToPath(import.meta.resolve(`${compiler}/package.json`)).replace(/package\.json$/, "bin/tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [path, "--project", folder], { encoding: "utf8" });
  return stdout + stderr;
}

export type CompilerOptions = Readonly<Record<string, unknown>>;

/** The compiler flags of the runtime's source files, for all generated files. */
export const { compilerOptions } = JSON.parse(
  readFileSync(join(projectRoot, "templates/typescript/tsconfig.json"), "utf8"),
) as { readonly compilerOptions: CompilerOptions };

/** The exports of the compiled models in a folder. */
export async function load(folder: string, path = "dist/sdk/models/index.js"): Promise<any> {
  return (await import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href)) as unknown;
}

/** Sends the requests to the driver, which runs in a separate Node.js process. */
export function ask(folder: string, requests: readonly (Request | BuildRequest)[]): readonly Response[] {
  const driver = join(projectRoot, "test/run/typescript/driver.mjs");
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join("");
  const index = join(folder, "dist/sdk/models/index.js");
  const output = execFileSync(process.execPath, [driver, index], { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Response);
}
