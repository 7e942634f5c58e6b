/** Projects of made specs, as text. */
import fc from "fast-check";
import { checkConfig } from "../../src/config/check.js";
import { plan } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";
import type { Definition } from "../../src/spec/spec.js";
import { type Definitions, madeModels, versions } from "./made-models.js";

export interface MadeProject {
  readonly config: string;
  readonly spec: string;
  readonly definitions: readonly Definition[];
  /** The share of the made definitions that are valid. */
  readonly valid: number;
}

/** A valid spec in all languages: an empty model stands for every definition with an error. */
export function madeProject(seed: number): MadeProject {
  const [made] = fc.sample(madeModels, { seed, numRuns: 1 });
  const names = Object.keys(made!);
  let definitions = made!;
  for (let round = 0; round < names.length; round++) {
    const spec = specText(definitions);
    const { value: plans, diagnostics } = planned(spec);
    if (plans !== undefined) {
      const valid = names.filter((name) => definitions[name] === made![name]).length / names.length;
      return { config, spec, definitions: plans[0]!.spec.definitions, valid };
    }
    const wrong = new Set<string>();
    for (const { severity, span } of diagnostics) {
      if (severity === "error") wrong.add(names[spec.slice(0, span!.start).split("\n").length - 2]!);
    }
    definitions = Object.fromEntries(
      Object.entries(definitions).map(([name, each]) => [name, wrong.has(name) ? { fields: {} } : each]),
    );
  }
  throw new Error("the made spec stays invalid");
}

/** JSON, which is YAML, with a definition on each line. */
function specText(definitions: Definitions): string {
  const lines = Object.entries(definitions).map(([name, each]) => `${JSON.stringify(name)}: ${JSON.stringify(each)}`);
  return `{"models": {\n${lines.join(",\n")}\n}}\n`;
}

function planned(spec: string): ReturnType<typeof plan> {
  const { value } = checkConfig({ path: "modelwright.yaml", text: config }, languages);
  return plan({ config: value!, sources: [{ path: "spec.yaml", text: spec }] });
}

const config = `spec: spec.yaml
versions: ${JSON.stringify(versions)}
targets:
  typescript: { language: typescript, output: out/typescript }
  ruby: { language: ruby, output: out/ruby, module: Acme }
  java: { language: java, output: out/java, package: com.acme }
`;
