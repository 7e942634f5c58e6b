/** The script that counts the published pages that a document gives. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hashOf } from "../../src/disk/hash.js";
import { temporaryFolder } from "../folders.js";

const document = join(import.meta.dirname, "cases/documented-java/openapi.yaml");

function parity(hashes: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "hashes"), hashes);
  const script = join(import.meta.dirname, "../../bench/parity.mjs");
  return spawnSync(process.execPath, [script, "java", join(folder, "hashes"), document], { encoding: "utf8" });
}

const tree = "# Tree\n";

it("counts equal pages, and names the others", () => {
  const { stdout, stderr, status } = parity(`${hashOf(tree)}  Tree.md\n${hashOf("")}  Gone.md\n`);
  expect(stderr).toBe("");
  expect(stdout).toMatchInlineSnapshot(`
    "java: 0 of 2 pages are the same
    missing: 1
      Gone.md
    different: 1
      Tree.md
    not expected: 15
      AccountAddress.md
      AccountAddressSourceValue.md
      AccountAddressValue.md
      Categories.md
      ConnectSession.md
      ConnectSessionCategories.md
      ConnectSessionCreate.md
      Country.md
      Four.md
      LocationType.md … (5 more)
    "
  `);
  expect(status).toBe(1);
});
