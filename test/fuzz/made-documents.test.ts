import fc from "fast-check";
import { expect, test } from "vitest";
import { checkConfig } from "../../src/config/check.js";
import { plan } from "../../src/generate.js";
import { languages } from "../../src/languages/index.js";
import { madeDocument } from "./made-documents.js";

test.each(["Node[]", "map<Node>", "Node[][]?"])("documents of a model that requires %s of itself end", (type) => {
  const targets = "targets: { made: { language: typescript, output: out } }";
  const { value: config } = checkConfig({ path: "modelwright.yaml", text: `spec: spec.yaml\n${targets}\n` }, languages);
  const text = `models: { Node: { fields: { inner: { type: "${type}", required: true } } } }\n`;
  const { value: plans } = plan({ config: config!, sources: [{ path: "spec.yaml", text }] });
  const [model] = plans![0]!.spec.definitions;
  if (model?.kind !== "model") throw new Error("no model");
  const made = fc.sample(madeDocument(model), { seed: 1, numRuns: 100 });
  expect(made.some((json) => /"inner":.*"inner":/.test(json))).toBe(true);
});
