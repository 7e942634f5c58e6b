/** Where the config is. */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Problem, problem } from "../diagnostics/problem.js";

/** The config's name where none is given. */
export const configName = "modelwright.yaml";

const otherName = "modelwright.yml";

/**
 * The absolute path of the config that applies to a folder: that of the folder itself or of the nearest folder above it, up to
 * the one that holds `.git`. If there is none, the path that it would have in the folder.
 */
export function findConfig(folder: string = process.cwd()): string {
  for (let at = folder; ; at = dirname(at)) {
    const found = [configName, otherName].map((name) => join(at, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    if (existsSync(join(at, ".git")) || dirname(at) === at) return join(folder, configName);
  }
}

/** Reports a folder that has a config under both names: it is not clear which one applies. */
export function secondConfig(path: string): Problem | undefined {
  const isBoth = basename(path) === configName && existsSync(join(dirname(path), otherName));
  return isBoth ? problem("ambiguous-config", "both", { one: configName, other: otherName }) : undefined;
}
