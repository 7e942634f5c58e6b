/** Specs of the tests that lie in no file, generated as the command does. */
import { checkConfig } from "../src/config/check.js";
import type { Diagnostic } from "../src/diagnostics/diagnostic.js";
import { type GeneratedTarget, generate } from "../src/generate.js";
import { languages } from "../src/languages/index.js";
import { shippedTemplates } from "./docs/render-docs.js";

/** A config with one target a language, named after it. */
export const threeLanguages = `
spec: spec
targets:
  typescript: { language: typescript, output: typescript }
  ruby: { language: ruby, output: ruby, module: Acme }
  java: { language: java, output: java, package: com.acme }
`;

export interface GeneratedTexts {
  readonly targets: readonly GeneratedTarget[];
  /** Every file of every target: `<output>/<path>` → text. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

const shipped = new Map(languages.map(({ id }) => [id, shippedTemplates(id)]));

/** @param specs path → text */
export async function generateTexts(
  specs: Readonly<Record<string, string>>,
  configText: string = threeLanguages,
): Promise<GeneratedTexts> {
  const { value: config, diagnostics } = checkConfig({ path: "modelwright.yaml", text: configText }, languages);
  if (config === undefined) throw new Error(`the config is wrong: ${diagnostics[0]?.message}`);
  const sources = Object.entries(specs).map(([path, text]) => ({ path, text }));
  const templates = new Map(config.targets.map(({ name, language }) => [name, shipped.get(language)!]));
  const generation = await generate({ config, sources, templates });
  const files = generation.targets.flatMap(({ output, files }) =>
    files.map(({ path, text }) => [`${output}/${path}`, text] as const),
  );
  return { ...generation, files: new Map(files) };
}
