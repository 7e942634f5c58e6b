/** The rules of ARCHITECTURE.md that a machine can check. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const architecture = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");

interface Source {
  /** From the root. */
  readonly path: string;
  /** Without comments. */
  readonly code: string;
}

function sourcesIn(folder: string): readonly Source[] {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({
      path: join(folder, path),
      code: withoutComments(readFileSync(join(root, folder, path), "utf8")),
    }));
}

/** Texts are kept: what stands in quotes may be an import. */
function withoutComments(code: string): string {
  return code.replace(
    /("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_all, text?: string) => text ?? "",
  );
}

const sources = sourcesIn("src");

/** The folders that may touch the surroundings, as the rule itself names them, and the entry that binds them together. */
const edge = [
  ...(/The core never touches [^:]*:(?<who>[^.]*)\./s.exec(architecture)?.groups?.["who"] ?? "").matchAll(
    /`(src\/[^`]*)`/g,
  ),
]
  .map(([, folder = ""]) => folder)
  .concat("src/index.ts");

const core = sources.filter(({ path }) => !edge.some((each) => path.startsWith(each)));

function importsOf({ code }: Source): readonly string[] {
  const imports =
    /(?:^|\n)(?:import|export) [^;"']*?\bfrom "([^"\n]+)"|(?:^|\n)import "([^"\n]+)"|\bimport\("([^"\n]+)"\)/g;
  return [...code.matchAll(imports)].map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? "");
}

describe("the folders", () => {
  const named = [...architecture.matchAll(/^\| `(?<folder>[^`]+\/)` +\|/gm)].map((row) => row.groups?.["folder"] ?? "");

  it("that ARCHITECTURE.md names exist", () => {
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  });

  it("of src are all named in ARCHITECTURE.md", () => {
    const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => `src/${name}/`).filter((folder) => !named.includes(folder))).toEqual([]);
  });
});

describe("the core", () => {
  it("is most of the code, and the edge is what the rule names", () => {
    expect(edge).toContain("src/cli/");
    for (const folder of ["disk", "output", "outside", "run"]) expect(edge).toContain(`src/${folder}/`);
    expect(core.length).toBeGreaterThan(60);
  });

  it("imports nothing of Node that reaches the system, and nothing of the edge", () => {
    // Arithmetic with paths, and loading a library late.
    const allowed = ["node:path/posix", "node:module"];
    const forbidden = (path: string): boolean =>
      (path.startsWith("node:") && !allowed.includes(path)) ||
      builtinModules.includes(path) ||
      /\/(?:cli|disk|output|outside|run)\//.test(path);
    expect(
      core.flatMap((source) =>
        importsOf(source)
          .filter(forbidden)
          .map((path) => `${source.path}: ${path}`),
      ),
    ).toEqual([]);
  });

  it("touches no process, console, clock, chance or locale", () => {
    const forbidden =
      /\b(?:process|console|globalThis|performance|Buffer|__dirname|__filename)\s*[.[]|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bfetch\(|\bset(?:Timeout|Interval|Immediate)\b|\.toLocale\w+|\.localeCompare\b|\bIntl\./;
    expect(core.filter(({ code }) => forbidden.test(withoutTexts(code))).map(({ path }) => path)).toEqual([]);
  });
});

/** Code without what stands in quotes: generated code may well use what ours may not. */
function withoutTexts(code: string): string {
  return code
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replace(/\/(?![*/ ])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g, "//");
}

describe("all code", () => {
  it("holds no state in a module", () => {
    expect(sources.filter(({ code }) => /^(?:export )?(?:let|var) /m.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it("imports the other way round only where a type is all that is needed", () => {
    const runtime = sources
      .filter(({ path }) => !path.startsWith("src/cli/"))
      .flatMap((source) => {
        const imports = [...source.code.matchAll(/^import (?!type\b)[^;]*?from "([^"]*\/cli\/[^"]*)"/gm)];
        return imports.map(([, path]) => `${source.path}: ${path}`);
      });
    expect(runtime).toEqual([]);
  });

  it("has no folder of odds and ends", () => {
    expect(
      sources
        .map(({ path }) => relative("src", path))
        .filter((path) => /(?:^|\/)(?:utils?|helpers?|misc|common)(?:\/|\.)/.test(path)),
    ).toEqual([]);
  });
});
