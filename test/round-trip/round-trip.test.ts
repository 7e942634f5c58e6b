/**
 * Reads generated documents with the classes of every language and writes them back. Uses the specs of the golden
 * cases, and with `ROUND_TRIP=FOLDER` up to 200 models of the field specs in that folder.
 */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import { loadProject } from "../../src/run/load-project.js";
import { plan } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";
import type { Model } from "../../src/spec/spec.js";
import { conformingLanguages } from "../conformance/languages.js";
import { judge } from "../conformance/judge.js";
import type { Vector } from "../conformance/vectors.js";
import { projectRoot } from "../generated.js";
import { inTemporaryFolder } from "../run/typescript/tree.js";
import { madeJson } from "./made-json.js";

const specs = process.env["ROUND_TRIP"] ?? join(projectRoot, "test/cases/pets");
const most = 200;

const config = `
spec: spec
targets:
  typescript: { language: typescript, output: typescript }
  ruby: { language: ruby, output: ruby, module: Acme }
  java: { language: java, output: java, package: com.acme }
`;

describe.each(conformingLanguages)("$title ($toolchain)", (language) => {
  test.skipIf(language.missing !== undefined)(`writes back generated documents`, async () => {
    await inTemporaryFolder(async (root) => {
      mkdirSync(join(root, "spec"));
      cpSync(specs, join(root, "spec"), { recursive: true, filter: (path) => !path.includes("expected") });
      writeFileSync(join(root, "modelwright.yaml"), config);
      const documents = documentsOf(root);
      expect(documents.length).toBeGreaterThan(3);
      const answers = await language.answer(root, documents);
      const byId = new Map(answers.map((answer) => [answer.id, answer]));
      const wrong = documents.flatMap((each) => {
        const answer = byId.get(each.id);
        const problem = judge(each, answer?.ok ? { ...answer, violations: [] } : answer);
        return problem === undefined ? [] : `${each.id}: ${each.json}: ${problem}`;
      });
      expect(wrong).toEqual([]);
      console.log(`${language.title}: ${documents.length} models, JSON → model → JSON`);
    });
  });
});

/** One document per model of the default namespace whose class has the model's name in every language. */
function documentsOf(root: string): readonly Vector[] {
  const file = { path: "modelwright.yaml", text: config, root };
  const { value: project } = loadProject(file, []);
  const { value: checked } = checkConfig(file, languages);
  const { value: plans } = plan({ config: checked!, sources: project!.inputs.sources });
  const models = plans![0]!.spec.definitions.filter((each): each is Model => each.kind === "model" && !each.abstract);
  const asNamed = models.filter(
    ({ name, names, namespace }) =>
      namespace === undefined && names.size === 0 && languages.every((each) => each.className(name) === name),
  );
  const step = Math.max(1, Math.floor(asNamed.length / most));
  const chosen = asNamed.filter((_, index) => index % step === 0).slice(0, most);
  return chosen.flatMap((model) => {
    const json = madeJson(model);
    if (json === undefined) return [];
    return { id: model.name, construct: "-", slot: "-", case: "-", model: model.name, json };
  });
}
