/** `docs/conformance.md` has the last results of `npm run conformance`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { conformanceTable } from "../conformance/table.js";
import { conformingLanguages } from "../conformance/languages.js";
import { readVectors } from "../conformance/vectors.js";
import { projectRoot } from "../generated.js";
import { readResults, suitesSection } from "./table.js";

test("docs/conformance.md is up to date", () => {
  const path = join(projectRoot, "docs/conformance.md");
  const page = `${conformanceTable(readVectors(), conformingLanguages)}\n${suitesSection(readResults())}`;
  if (process.env["UPDATE_GOLDEN"] !== undefined) writeFileSync(path, page);
  expect(readFileSync(path, "utf8")).toBe(page);
});
