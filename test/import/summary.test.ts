import { expect, test } from "vitest";
import { importSummary } from "../../src/import/command.js";

test("the summary of an import groups the digits of its counts", () => {
  expect(importSummary({ documents: 1, operations: 12_345, components: 1_400, replaced: 0, unused: 1_000 })).toBe(
    "1,400 components (1,000 used by no operation) and 12,345 operations of 1 document",
  );
});
