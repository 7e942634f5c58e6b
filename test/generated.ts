/** Projects of the tests, generated as the command does, but in memory. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Target } from "../src/config/config.js";
import type { Checked } from "../src/diagnostics/diagnostic.js";
import { configName } from "../src/disk/find-config.js";
import { type Generation, generate } from "../src/generate.js";
import { loadProject, type Project } from "../src/run/load-project.js";
import { readConfig } from "../src/run/project.js";

/** The folder of the project itself. */
export const projectRoot = fileURLToPath(new URL("..", import.meta.url));

const usualConfig = `
spec: spec.yaml
targets:
  typescript: { language: typescript, output: expected/typescript }
  ruby: { language: ruby, output: expected/ruby, module: Acme }
  java: { language: java, output: expected/java, package: com.acme }
`;

/**
 * The project of a folder; without a config of its own it is `spec.yaml` in all languages.
 *
 * @param names the targets that are asked for; none means all
 */
function load(root: string, names: readonly string[] = []): Checked<Project> {
  const path = join(root, configName);
  const file = existsSync(path) ? readConfig(path) : { value: { path: configName, text: usualConfig, root } };
  if (file.value === undefined) throw new Error(`${path} cannot be read`);
  return loadProject(file.value, names);
}

/** The same, where it has no mistake. */
export function openIn(root: string): Project {
  const { value, diagnostics } = load(root);
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return value;
}

/**
 * What the project of a folder gives; `names` as for `load`.
 *
 * @param options replace options of the targets
 */
export async function generateIn(
  root: string,
  names?: readonly string[],
  options: Target["options"] = {},
): Promise<Generation> {
  const { value: project, diagnostics } = load(root, names);
  if (project === undefined) return { targets: [], diagnostics };
  const { config, inputs } = project;
  const targets = project.targets.map((target) => ({ ...target, options: { ...target.options, ...options } }));
  const generation = await generate({ config, targets, ...inputs });
  return { ...generation, diagnostics: [...diagnostics, ...generation.diagnostics] };
}
