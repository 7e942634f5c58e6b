/** Documents for the models of a generated spec, which every language must read and write back. */
import { checkConfig } from "../../src/config/check.js";
import { plan } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";
import { judge } from "../conformance/judge.js";
import type { Response } from "../conformance/vectors.js";
import { madeJson } from "../round-trip/made-json.js";

export interface MadeDocument {
  readonly model: string;
  readonly json: string;
}

/**
 * One document per model in a spec file's text. A model that requires itself has none.
 *
 * @param language the id of one that takes the spec
 */
export function madeDocuments(text: string, language: string): readonly MadeDocument[] {
  const targets = `targets: { made: { language: ${language}, output: out } }`;
  const { value: config } = checkConfig({ path: "modelwright.yaml", text: `spec: spec.yaml\n${targets}\n` }, languages);
  const { value: plans } = plan({ config: config!, sources: [{ path: "spec.yaml", text }] });
  return plans![0]!.spec.definitions.flatMap((definition) => {
    if (definition.kind !== "model") return [];
    const json = madeJson(definition);
    // A lone surrogate is not a character; `JSON.stringify` escapes it.
    return json === undefined || /\\ud[89a-f]/.test(json) ? [] : { model: definition.name, json };
  });
}

/** The error of a language for a document, or undefined. */
export function misreading({ model, json }: MadeDocument, answer: Response | undefined): string | undefined {
  const vector = { id: model, construct: "-", slot: "-", case: "-", model, json };
  const problem = judge(vector, answer?.ok ? { ...answer, violations: [] } : answer);
  return problem === undefined ? undefined : `${model}: ${json}: ${problem}`;
}
