/** Projects of the tests, generated as the command does, but in memory. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Generation, generate } from "../src/generate.js";
import { loadProject } from "../src/files/load-project.js";
import { configName, readConfig } from "../src/files/project.js";

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
 * Generates the project of a folder; without a config of its own it is `spec.yaml` in all languages.
 *
 * @param names the targets that are asked for; none means all
 */
export async function generateIn(root: string, names: readonly string[] = []): Promise<Generation> {
  const path = join(root, configName);
  const file = existsSync(path) ? readConfig(path) : { value: { path: configName, text: usualConfig, root } };
  if (file.value === undefined) throw new Error(`${path} cannot be read`);
  const { value: project, diagnostics } = loadProject(file.value, names);
  if (project === undefined) return { targets: [], diagnostics };
  const { config, targets, inputs } = project;
  const generation = await generate({ config, targets, ...inputs });
  return { ...generation, diagnostics: [...diagnostics, ...generation.diagnostics] };
}
