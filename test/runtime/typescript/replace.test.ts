/** The runtime's source files in the output of a target: copied, or replaced by the target's own. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { generateIn, projectRoot } from "../../generated.js";

const source = join(projectRoot, "templates/typescript/runtime");
const folder = mkdtempSync(join(tmpdir(), "modelwright-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const spec = "models: { A: { fields: { id: string } } }\n";
const target = "language: typescript, output: out";

/** A source file with the header of copies, which makes the linters of a user's project skip it. */
function copied(name: string): string {
  return readFileSync(join(source, name), "utf8").replace("\n", "\n/* eslint-disable */\n");
}

/** The runtime files that a config generates, by name. */
async function runtimeOf(config: string): Promise<ReadonlyMap<string, string>> {
  writeFileSync(join(folder, "spec.yaml"), spec);
  writeFileSync(join(folder, "modelwright.yaml"), `spec: spec.yaml\n${config}\n`);
  const { targets, diagnostics } = await generateIn(folder);
  expect(diagnostics).toEqual([]);
  const files = targets.flatMap((each) => each.files).filter(({ path }) => path.includes("/runtime/"));
  return new Map(files.map(({ path, text }) => [path.slice(path.lastIndexOf("/") + 1), text]));
}

test("every source file is copied, and nothing else", async () => {
  const classes = await runtimeOf(`targets: { ts: { ${target} } }`);
  const interfaces = await runtimeOf(`targets: { ts: { ${target}, style: interfaces } }`);
  // Plain data has its own entry files, with the names that all generated files import.
  const entries = new Map(["index.ts", "public.ts"].map((name) => [name, `data-${name}`]));
  const sources = [...classes.keys(), ...[...interfaces.keys()].map((name) => entries.get(name) ?? name)];
  expect([...new Set(sources)].toSorted()).toEqual(readdirSync(source).toSorted());
  for (const [name, text] of classes) expect(text).toBe(copied(name));
  for (const [name, text] of interfaces) expect(text).toBe(copied(entries.get(name) ?? name));
});

test("a target can replace a file", async () => {
  mkdirSync(join(folder, "mine/runtime"), { recursive: true });
  writeFileSync(join(folder, "mine/runtime/bytes.ts"), "export const mine = true; // {{not a template}}\n");
  const runtime = await runtimeOf(`targets: { ts: { ${target}, templates: mine } }`);
  expect(runtime.get("bytes.ts")).toBe("export const mine = true; // {{not a template}}\n");
  expect(runtime.get("json.ts")).toBe(copied("json.ts"));
});
