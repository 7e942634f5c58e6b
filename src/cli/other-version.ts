/** Another installed modelwright. */
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Output } from "../compare/rehearsal.js";
import { reasonOf } from "../disk/disk-error.js";
import { UsageError } from "./failure.js";

export interface OtherVersion {
  readonly version: string;
  /** What it makes of a project. Nothing is written. */
  generate(options: { readonly config: string; readonly targets: readonly string[] }): Promise<Output>;
}

/** The part of its API that is called. */
interface Api {
  loadProject(options: object): Promise<{ readonly value?: object; readonly diagnostics: Output["diagnostics"] }>;
  generateFiles(project: object): Promise<Output>;
}

interface Description {
  readonly name?: unknown;
  readonly version?: unknown;
}

/**
 * @param path a package folder of modelwright, or a folder with `node_modules/modelwright`
 * @throws UsageError
 */
export async function otherVersion(path: string): Promise<OtherVersion> {
  const folder = [path, join(path, "node_modules/modelwright")].find((each) => isModelwright(each));
  if (folder === undefined) {
    throw new UsageError(
      `there is no modelwright in "${path}"`,
      "install it there: npm install --prefix DIR modelwright@VERSION",
    );
  }
  const version = String(descriptionOf(folder)?.version);
  const api = await load(folder, version);
  return {
    version,
    async generate(options) {
      try {
        return await outputOf(api, options);
      } catch (error) {
        throw new UsageError(`modelwright ${version} failed: ${reasonOf(error)}`);
      }
    },
  };
}

async function outputOf(api: Api, options: object): Promise<Output> {
  const { value, diagnostics } = await api.loadProject(options);
  if (value === undefined || diagnostics.some(({ severity }) => severity === "error"))
    return { targets: [], diagnostics };
  const generation = await api.generateFiles(value);
  return { targets: generation.targets, diagnostics: [...diagnostics, ...generation.diagnostics] };
}

async function load(folder: string, version: string): Promise<Api> {
  const entry = resolve(folder, "dist/index.js");
  if (statSync(entry, { throwIfNoEntry: false }) === undefined)
    throw new UsageError(`modelwright ${version} in "${folder}" is not built`);
  try {
    const api = (await import(pathToFileURL(entry).href)) as Partial<Api>;
    if (api.loadProject !== undefined && api.generateFiles !== undefined) return api as Api;
  } catch (error) {
    throw new UsageError(`modelwright ${version} in "${folder}" cannot be loaded: ${reasonOf(error)}`);
  }
  throw new UsageError(`modelwright ${version} cannot be compared: it has no functions that generate files`);
}

function isModelwright(folder: string): boolean {
  return descriptionOf(folder)?.name === "modelwright";
}

function descriptionOf(folder: string): Description | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Description;
  } catch {
    return undefined;
  }
}
