/** `docs/changes.md` shows what the files of all kinds list. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { expect, test } from "vitest";
import { kindSections } from "../../src/diff/kinds.js";
import { projectRoot } from "../generated.js";
import { readKinds } from "./kinds.js";
import { changesPage } from "./page.js";

const kinds = readKinds();

test("docs/changes.md lists every kind", async () => {
  const path = join(projectRoot, "docs/changes.md");
  const page = await format(changesPage(kinds), { ...(await resolveConfig(path)), filepath: path });
  const listed = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, kind]) => kind);
  for (const { name } of kinds) expect(listed).toContain(name);
  if (process.env["UPDATE_GOLDEN"] !== undefined) writeFileSync(path, page);
  expect(readFileSync(path, "utf8")).toBe(page);
});

test("every kind that is reported has an example", () => {
  const reported = Object.values(kindSections).flatMap((section) => Object.keys(section));
  const names = kinds.map(({ name }) => name);
  for (const kind of reported) expect(names).toContain(kind);
});

test("cells that are not measured have a reason", () => {
  const unmeasured = kinds.flatMap(({ kind, unmeasured }) =>
    Object.entries(unmeasured).map(([cell, reason]) => `${kind} ${cell}: ${reason}`),
  );
  expect(unmeasured).toEqual([
    "config.ruby-signatures-changed ruby: needs a type checker for Ruby",
    "target.removed typescript: the example removes the Java target",
    "target.removed ruby: the example removes the Java target",
  ]);
});
