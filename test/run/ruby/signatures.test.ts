/** The Ruby code of the conformance vectors' models. `test/conformance.test.ts` tests how they handle the documents. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../generated.js";
import { inProject, ruby, rubyOf, validateSignatures } from "./tree.js";

test.skipIf(ruby.lacks.includes("rbs"))(
  "the signatures of the vectors' models are valid, which needs rbs",
  async () => {
    expect(await inProject(await rubyOf(join(projectRoot, "test/vectors")), validateSignatures)).toBe("");
  },
);
