/** A run without changes loads little code, which takes most of its time. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** The files of `src/` that a file imports, without dynamic imports and type imports. */
function loadedWith(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(file, "utf8");
  for (const [, names = "", from = ""] of code.matchAll(/^(?:import|export) (?!type )([^"']*?) ?from "(\.[^"]+)"/gms)) {
    const isForTypes =
      /^\{[^}]*\}$/s.test(names) &&
      names
        .slice(1, -1)
        .split(",")
        .every((name) => /^\s*(?:type .*)?$/.test(name));
    const path = join(dirname(file), from.replace(/\.js$/, ".ts"));
    if (!isForTypes && existsSync(path)) loadedWith(path, found);
  }
  return found;
}

it("does not load the code that parses, checks and renders before something has changed", () => {
  const loaded = [...loadedWith(join(root, "src/run/run.ts"))].map((path) => relative(root, path));
  expect(loaded).toContain("src/output/manifest.ts");
  expect(
    loaded.filter((path) =>
      /^src\/(?:generate\.ts|languages|docs|text|import|render\/(?:templates|compiled)\.ts)/.test(path),
    ),
  ).toEqual([]);
  // This includes the catalogue of messages, with a file per subject.
  expect(loaded.length).toBeLessThan(42);
});
