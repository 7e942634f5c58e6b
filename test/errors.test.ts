/**
 * The exact words for every mistake. A case is a spec file, or several files after lines like `#### spec/a.yaml`; the text file
 * of its name has its diagnostics (`npm run golden`). The case that is named after a code is its example
 * in docs/diagnostics.md.
 */
import { describe, expect, it } from "vitest";
import { catalogue } from "../src/diagnostics/catalogue.js";
import type { CatalogueEntry } from "../src/diagnostics/codes/entry.js";
import { caseNames, printed } from "./error-cases.js";

describe("every mistake has its exact diagnostic", () => {
  it.each(caseNames)("%s", async (name) => {
    const text = await printed(name);
    expect(text, "a case without a mistake").not.toBe("");
    await expect(text).toMatchFileSnapshot(`errors/${name}.txt`);
  });
});

describe("every code has an example for the docs", () => {
  it.each(Object.entries<CatalogueEntry>(catalogue))("%s", async (code, { example }) => {
    if (example !== undefined) expect(example).toContain(`${code}: `);
    else expect((await printed(code)).split("\n")[0]).toContain(` ${code}: `);
  });
});
