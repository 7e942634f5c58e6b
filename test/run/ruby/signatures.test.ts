/** The models of the conformance vectors, as Ruby code; what they do with the documents is in `test/conformance.test.ts`. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { inTemporaryFolder, ruby, rubyOf, validateSignatures, writeFiles } from "./tree.js";

test.skipIf(ruby.rbs === undefined)("the signatures of the vectors' models are valid, which needs rbs", async () => {
  const files = await rubyOf(join(projectRoot, "test/vectors"));
  await inTemporaryFolder((folder) => {
    writeFiles(folder, files);
    expect(validateSignatures(folder)).toBe("");
  });
});
