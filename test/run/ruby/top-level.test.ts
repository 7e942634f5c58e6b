/** Top-level constants of Ruby cannot be the module of a project. */
import { expect, test } from "vitest";
import { checkConfig } from "../../../src/config/check.js";
import { languages } from "../../../src/languages/index.js";
import { inTemporaryFolder, ruby, run } from "./tree.js";

test(`no constant of ${ruby.title} is accepted as a module`, async () => {
  const constants = (await inTemporaryFolder((folder) => run(folder, "top-level.rb"))).trim().split("\n");
  expect(constants).toContain("StopIteration");
  const accepted = constants.filter((name) => {
    const text = `targets: { t: { language: ruby, output: out, module: "${name}" } }`;
    return checkConfig({ path: "modelwright.yaml", text }, languages).diagnostics.length === 0;
  });
  expect(accepted).toEqual([]);
});
