import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filesOfModule, resolveModule } from "../../src/outside/modules.js";
import { temporaryFolder, writeTree } from "../folders.js";

const packages = {
  "node_modules/esm-only/package.json": '{ "exports": { "import": "./main.js" } }',
  "node_modules/esm-only/main.js": "export default {};\n",
  "node_modules/@acme/old/package.json": '{ "main": "lib/index.js" }',
  "node_modules/@acme/old/lib/index.js": "module.exports = {};\n",
  "node_modules/@acme/old/lib/other.js": "module.exports = {};\n",
  "tools/graphql.js": "export default {};\n",
};

function makeProject(): string {
  const folder = join(temporaryFolder(), "project");
  writeTree(folder, packages);
  writeTree(join(folder, ".."), { "outside.js": "export default {};\n" });
  return folder;
}

it.each([
  ["./tools/graphql.js", "tools/graphql.js"],
  ["./tools/../tools/graphql.js", "tools/graphql.js"],
  ["esm-only", "node_modules/esm-only/main.js"],
  ["@acme/old", "node_modules/@acme/old/lib/index.js"],
  ["@acme/old/lib/other.js", "node_modules/@acme/old/lib/other.js"],
])("finds %s", async (name, path) => {
  const folder = makeProject();
  expect(await resolveModule(name, folder)).toEqual({ path: join(folder, path) });
});

it.each([
  ["../outside.js", { problem: "outside" }],
  ["./tools/../../outside.js", { problem: "outside" }],
  ["/tmp/outside.js", { problem: "absolute" }],
  ["C:/outside.js", { problem: "absolute" }],
  ["file:///tmp/outside.js", { problem: "absolute" }],
  ["data:text/javascript,export default 1", { problem: "absolute" }],
  ["node:fs", { problem: "absolute" }],
  ["esm-only/../../../outside.js", { problem: "not-a-name" }],
  ["esm-only/other.js", { problem: "missing" }],
  ["#internal", { problem: "not-a-name" }],
  ["fs", { problem: "missing" }],
  ["./tools", { problem: "missing" }],
  ["./tools/\0.js", { problem: "missing" }],
  [`./${"a".repeat(5000)}.js`, { problem: "missing" }],
  ["tools/graphql.js", { problem: "missing", meant: "./tools/graphql.js" }],
])("does not load %s", async (name, problem) => {
  expect(await resolveModule(name, makeProject())).toEqual(problem);
});

it("does not follow links out of the project, except to installed packages", async () => {
  const folder = makeProject();
  symlinkSync(join(folder, "../outside.js"), join(folder, "tools/link.js"));
  expect(await resolveModule("./tools/link.js", folder)).toEqual({ problem: "outside" });

  const linked = join(folder, "../workspace");
  writeTree(linked, { "package.json": '{ "main": "main.js" }', "main.js": "module.exports = {};\n" });
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(linked, join(folder, "node_modules/linked"));
  expect(await resolveModule("linked", folder)).toEqual({ path: join(linked, "main.js") });
});

it("lists the files of a module", () => {
  const folder = temporaryFolder();
  writeTree(folder, {
    "tools/language.js":
      'import names from "./names.js";\nimport "graphql";\nconst types = await import("../types.mjs");\n',
    "tools/names.js": "const { words } = require('./words');\nrequire('./data.json'); require('./missing');\n",
    "tools/words.js": 'import "./language.js";\n',
    "tools/data.json": '{ "path": "./unused.js" }',
    "tools/unused.js": "",
    "types.mjs": "",
  });
  const files = filesOfModule(join(folder, "tools/language.js"));
  expect(files.map((path) => path.slice(folder.length + 1))).toEqual([
    "tools/data.json",
    "tools/language.js",
    "tools/names.js",
    "tools/words.js",
    "types.mjs",
  ]);
});

it("includes package.json in the files of a package", () => {
  const folder = makeProject();
  const files = filesOfModule(join(folder, "node_modules/@acme/old/lib/index.js"));
  expect(files).toContain(join(folder, "node_modules/@acme/old/package.json"));
});
