import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultCacheFolder } from "../../src/disk/find-cache.js";
import { cacheFolder } from "../../src/run/cache-folder.js";
import { hashOf } from "../../src/disk/hash.js";
import type { RunResult } from "../../src/run/run-options.js";
import { noSignature, settled, signatureOf } from "../../src/disk/signature.js";
import { readTree, temporaryFolder, writeTree } from "../folders.js";
import { makeLargeProject, makeSmallProject, runIn, smallProject } from "./small-project.js";

/** The result of a run without the path of the project. */
function reported({ outcome, diagnostics, targets }: RunResult) {
  const differences = targets.map((target) => target.differences.map((each) => ({ ...each, found: each.found() })));
  return { outcome, diagnostics, differences, targets: targets.map((target) => ({ ...target, differences: [] })) };
}

/** Whether a run loaded the code that generates files; it does not if nothing has changed. */
function phasesOf(folder: string): Promise<readonly string[]> {
  const phases: string[] = [];
  return runIn(folder, { onPhase: (phase) => phases.push(phase) }).then(() => phases);
}

describe("a cache", () => {
  it("lets a run without changes load and parse nothing", async () => {
    const folder = makeSmallProject();
    expect(await phasesOf(folder)).toContain("parse");
    expect(await phasesOf(folder)).toEqual(["read", "compare"]);
    rmSync(join(folder, ".cache"), { recursive: true });
    expect(await phasesOf(folder)).toContain("parse");
    expect(await phasesOf(folder)).toEqual(["read", "compare"]);
  });

  it("does no harm to a model that differs by direction, refers to itself, and has an inline type", async () => {
    const folder = makeSmallProject();
    const fields = "{ id: { type: string, readOnly: true }, kind: { enum: [a] }, self: Ring, other: Other }";
    writeTree(folder, {
      "spec/ring.yaml": `models: { Ring: { fields: ${fields} }, Other: { fields: { ring: Ring } } }\n`,
    });
    expect((await runIn(folder)).outcome).toBe("done");
    expect(await phasesOf(folder)).toEqual(["read", "compare"]);
  });

  it("keeps the diagnostics of the inputs", async () => {
    const folder = makeSmallProject();
    writeTree(folder, { "spec/more.yaml": "models: { More: { fields: { a: { type: integer, example: x } } } }\n" });
    const cold = await runIn(folder);
    expect(cold.diagnostics).toMatchObject([{ code: "example-mismatch", severity: "warning" }]);
    const warm = await runIn(folder);
    expect(warm.diagnostics).toEqual(cold.diagnostics);
    expect(warm.sources.map(({ path }) => path)).toContain("spec/more.yaml");
  });

  it("is ignored if it is damaged or its folder cannot be written", async () => {
    const folder = makeSmallProject();
    await runIn(folder);
    for (const name of readdirSync(join(folder, ".cache"))) {
      const path = join(folder, ".cache", name);
      writeFileSync(path, readFileSync(path).subarray(0, -1));
    }
    expect(await phasesOf(folder)).toContain("parse");
    writeTree(folder, { "not-a-folder": "" });
    expect((await runIn(folder, { cache: join(folder, "not-a-folder/cache") })).outcome).toBe("done");
  });

  it("is ignored if a record cannot be read, whatever it contains", async () => {
    const folder = makeSmallProject();
    await runIn(folder);
    const [name = "", ...others] = readdirSync(join(folder, ".cache"));
    expect(others).toEqual([]);
    const cache = cacheFolder(join(folder, ".cache"));
    const record = cache.read(name)!;
    const newer = Buffer.from(record);
    newer[1] = 99;
    const wrong = [null, {}, [], "text", { ...(deserialize(record) as object), format: 1 }].map((value) =>
      serialize(value),
    );
    for (const content of [newer, record.subarray(0, 40), Buffer.alloc(0), ...wrong]) {
      cache.write(name, content);
      expect(await phasesOf(folder)).toContain("parse");
      expect(await phasesOf(folder)).toEqual(["read", "compare"]);
    }
    const other = makeSmallProject();
    await runIn(other, { cache: join(folder, ".cache") });
    const [mine, theirs] = readdirSync(join(folder, ".cache"));
    cpSync(join(folder, ".cache", mine!), join(folder, ".cache", theirs!));
    expect((await runIn(other, { cache: join(folder, ".cache"), mode: "check" })).outcome).toBe("done");
    expect(cache.read(theirs!)).toBeUndefined();
  });

  it("is in the nearest node_modules", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "node_modules/x": "", "packages/api/y": "" });
    expect(defaultCacheFolder(join(folder, "packages/api"))).toBe(join(folder, "node_modules/.cache/modelwright"));
    expect(existsSync(join(folder, "node_modules/.cache"))).toBe(false);
  });

  it("returns what was written to it, or nothing", () => {
    const cache = cacheFolder(join(temporaryFolder(), "deep/er"));
    expect(cache.read("x")).toBeUndefined();
    cache.write("x", Buffer.from([1, 2, 3]));
    expect(cache.read("x")).toEqual(Buffer.from([1, 2, 3]));
  });
});

describe("a signature", () => {
  it("is not trusted if the file was changed a moment ago", () => {
    const path = join(temporaryFolder(), "a");
    writeFileSync(path, "a");
    const stats = statSync(path);
    expect(settled(signatureOf(stats), stats.ctimeMs + 20)).toEqual(noSignature);
    expect(settled(signatureOf(stats), stats.ctimeMs - 20)).toEqual(noSignature);
    expect(settled(signatureOf(stats), stats.ctimeMs + 4_000)).toEqual([1, stats.mtimeMs, stats.ctimeMs, stats.ino]);
    expect(settled([1, 5_000, 5_000, 2], 6_500)).toEqual(noSignature);
  });

  it("does not hide a change of the same size and time", async () => {
    const folder = makeSmallProject();
    const { targets } = await runIn(folder, { targets: ["ruby"] });
    await new Promise((resolve) => setTimeout(resolve, 80));
    await runIn(folder, { targets: ["ruby"] });
    const path = join(folder, "out/ruby", targets[0]?.written[0] ?? "");
    const { atime, mtime } = statSync(path);
    writeFileSync(path, readFileSync(path, "utf8").replace(/[a-z]/, "X"));
    utimesSync(path, atime, mtime);
    expect((await runIn(folder, { targets: ["ruby"] })).outcome).toBe("differs");
  });
});

/** Specs of a large project, and how they are changed. */
type Change = readonly [before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>];

const changes: Readonly<Record<string, Change>> = {
  "beside a model that differs by direction, and a type in it that does not": [
    {
      "spec/r.yaml": `models: { R: { fields: { id: { type: string, readOnly: true }, s: { enum: [a, b] } } } }\n`,
      "spec/q.yaml": "models: { Q: { fields: { p: string } } }\n",
    },
    { "spec/q.yaml": "models: { Q: { fields: { p: integer } } }\n" },
  ],
  "that gives an alias the name of a model": [
    {
      "spec/a.yaml": "models: { A: { fields: { x: string } } }\n",
      "spec/b.yaml": "models: { Foo: { fields: { x: string } } }\n",
    },
    { "spec/a.yaml": "models: { A: { fields: { x: string } }, Foo: { type: string } }\n" },
  ],
  "beside a union of an alias": [
    {
      "spec/u.yaml": "models: { U: { oneOf: [PersonAlias, { const: mode }] } }\n",
      "spec/a.yaml": "models: { PersonAlias: { type: Human } }\n",
      "spec/h.yaml": "models: { Human: { fields: { h: string, z: OfMode } } }\n",
      "spec/m.yaml": "models: { OfMode: { fields: { kind: { type: string, required: true } } } }\n",
      "spec/q.yaml": "models: { Q: { fields: { p: Human } } }\n",
    },
    { "spec/q.yaml": "models: { Q: { fields: { p: Human, z: string } } }\n" },
  ],
  "beside warnings": [
    {
      "spec/more/w.yaml": `models: { W: { fields: { a: { type: integer, example: x }, b: { type: string, pattern: "(?<=a+)b" } } } }\n`,
      "spec/v.yaml": `models: { V: { fields: { a: { type: integer, example: x }, b: { type: string, pattern: "(?<=c+)b" } } } }\n`,
      "spec/q.yaml": "models: { Q: { fields: { p: string } } }\n",
    },
    { "spec/q.yaml": `models: { Q: { fields: { p: { type: string, pattern: "(?<=d+)b", example: 1 } } } }\n` },
  ],
  "beside a union that has no page": [
    { "spec/q.yaml": "models: { Q: { fields: { p: string } } }\n" },
    { "spec/q.yaml": "models: { Q: { fields: { p: date } } }\n" },
  ],
};

/** The first of its pages is in another namespace. */
function makeLargeProjectInAll(): string {
  const folder = makeLargeProject();
  writeTree(folder, {
    "modelwright.yaml": `spec: spec
versions: ["1", "2"]
targets:
  typescript: { language: typescript, output: out/typescript }
  ruby: { language: ruby, output: out/ruby, module: Acme, unions: any }
  java: { language: java, output: out/java, package: com.acme }
`,
    "spec/aside.yaml": "namespace: aside\nmodels: { Aside: { fields: { a: string } } }\n",
  });
  return folder;
}

describe("a change", () => {
  for (const [name, [before, after]] of Object.entries(changes)) {
    it(`${name} has the same result as without a cache`, async () => {
      const folder = makeLargeProjectInAll();
      writeTree(folder, before);
      expect((await runIn(folder)).outcome).toBe("done");
      writeTree(folder, after);
      await expectSameAsCold(folder, false);
    });
  }

  it("keeps the warnings that it does not affect, however often something changes", async () => {
    const folder = makeLargeProjectInAll();
    writeTree(folder, changes["beside warnings"]?.[0] ?? {});
    const counts: number[] = [];
    for (const type of ["date", "string", "integer"]) {
      writeTree(folder, { "spec/q.yaml": `models: { Q: { fields: { p: ${type} } } }\n` });
      counts.push((await runIn(folder)).diagnostics.length);
    }
    const [first] = counts;
    expect(first).toBeGreaterThan(2);
    expect(counts).toEqual([first, first, first]);
  });

  it("keeps the results of other definitions when many have changed", async () => {
    const folder = makeLargeProjectInAll();
    writeTree(folder, { "spec/dated.yaml": "models: { Dated: { fields: { day: date } } }\n" });
    const many = (type: string): void => {
      for (let at = 0; at < 10; at++)
        writeTree(folder, { [`spec/single${at}.yaml`]: `models: { Single${at}: { fields: { a: ${type} } } }\n` });
    };
    many("string");
    await runIn(folder);
    many("integer");
    await runIn(folder);
    writeTree(folder, { "spec/aside.yaml": "namespace: aside\nmodels: { Aside: { fields: { a: integer } } }\n" });
    await runIn(folder);
    await expectSameAsCold(folder, false);
  });

  it("reports all written files if another run writes to the second target meanwhile", async () => {
    const folder = makeLargeProjectInAll();
    await runIn(folder);
    writeTree(folder, { "spec/aside.yaml": "namespace: aside\nmodels: { Aside: { fields: { a: integer } } }\n" });
    const manifest = join(folder, "out/ruby/.modelwright-manifest");
    let isFirst = true;
    const onPhase = (phase: string): void => {
      if (phase === "write" && isFirst)
        writeFileSync(manifest, `${readFileSync(manifest, "utf8")}${"0".repeat(64)}  x.rb\n`);
      isFirst &&= phase !== "write";
    };
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    const [together, alone] = [await runIn(folder, { onPhase }), await runIn(copy)];
    expect(isFirst).toBe(false);
    expect(together.targets).toEqual(alone.targets);
    expect(readTree(join(folder, "out"))).toEqual(readTree(join(copy, "out")));
  });

  it("is generated again from the beginning if another run writes meanwhile", async () => {
    const folder = makeLargeProject();
    await new Promise((resolve) => setTimeout(resolve, 80));
    const first = await runIn(folder);
    const path = first.targets[0]?.written.find((each) => /more-?5\.md$/i.test(each)) ?? "";
    const [page, manifest] = [path, ".modelwright-manifest"].map((each) => join(folder, "out/typescript", each));
    const others = "as another run wrote it\n";
    const write = (): void => {
      const said = readFileSync(manifest!, "utf8");
      writeFileSync(manifest!, said.replace(hashOf(readFileSync(page!, "utf8")), hashOf(others)));
      writeFileSync(page!, others);
    };
    const spec = join(folder, "spec/more/3.yaml");
    writeFileSync(spec, readFileSync(spec, "utf8").replace("name: string", "name: integer"));
    const phases: string[] = [];
    const onPhase = (phase: string): void => {
      phases.push(phase);
      if (phase === "write" && readFileSync(page!, "utf8") !== others) write();
    };
    const { outcome, targets } = await runIn(folder, { onPhase });
    expect(outcome).toBe("done");
    expect(targets.flatMap(({ written }) => written)).toContain(path);
    expect(phases.filter((phase) => phase === "write")).toHaveLength(2);
    await expectSameAsCold(folder, false);
  });

  for (const inPlace of ["a link", "a file"]) {
    it(`notices ${inPlace} in place of a folder`, async () => {
      const folder = makeLargeProjectInAll();
      await runIn(folder);
      await new Promise((resolve) => setTimeout(resolve, 80));
      await runIn(folder);
      const pages = join(folder, "out/java/docs/models/aside");
      renameSync(pages, join(folder, "elsewhere"));
      if (inPlace === "a file") writeFileSync(pages, "");
      else symlinkSync(join(folder, "elsewhere"), pages);
      expect((await runIn(folder)).outcome).toBe("differs");
      writeTree(folder, { "spec/more/3.yaml": "models: { More3: { fields: { name: date } } }\n" });
      const { outcome, targets } = await runIn(folder);
      expect(outcome).toBe("differs");
      expect(targets.flatMap(({ differences }) => differences.map(({ state }) => state))).toContain("blocked");
    });
  }
});

/** Something that may happen to a project between two runs. */
type Edit = (folder: string, pick: (count: number) => number) => void;

function pages(folder: string): readonly string[] {
  return [...readTree(join(folder, "out")).keys()].map((path) => join(folder, "out", path));
}

function onPage(change: (path: string) => void): Edit {
  return (folder, pick) => {
    const paths = pages(folder);
    const path = paths[pick(paths.length)];
    if (path !== undefined) change(path);
  };
}

function onSpec(change: (text: string, pick: (count: number) => number) => string): Edit {
  return (folder, pick) => {
    const path = join(folder, "spec/people.yaml");
    if (existsSync(path)) writeFileSync(path, change(readFileSync(path, "utf8"), pick));
  };
}

const edits: Readonly<Record<string, Edit>> = {
  "change a description": onSpec((text, pick) =>
    text.replace(/What \w+ say/, `What ${["friends", "others", "all"][pick(3)]} say`),
  ),
  "add a field": onSpec((text, pick) => `${text}      extra_${pick(9)}${text.length}: string\n`),
  "let a union lose or gain a member": onSpec((text) =>
    text.includes("[Employee, Company]")
      ? text.replace("[Employee, Company]", "[Employee, Employer]").replace(", discriminator: { field: kind }", "")
      : text.replace("[Employee, Employer]", "[Employee, Company]"),
  ),
  "let a model extend another or not": onSpec((text) =>
    text.includes("    extends: [Person]\n")
      ? text.replace("    extends: [Person]\n", "")
      : text.replace("  Employee:\n", "  Employee:\n    extends: [Person]\n"),
  ),
  "rename a model": onSpec((text) => text.replace(/\bEmployer\b/g, "Boss")),
  "rename it back": onSpec((text) => text.replace(/\bBoss\b/g, "Employer")),
  "close an enum": onSpec((text) => text.replace("open: true", "open: false")),
  "reorder fields": onSpec((text) => text.replace(/( {6}id: .*\n)( {6}nickname: .*\n)/, "$2$1")),
  "make a mistake": onSpec((text) => text.replace("uuid", "uuuid")),
  "mend the mistake": onSpec((text) => text.replace("uuuid", "uuid")),
  "add a model": (folder, pick) => {
    writeTree(folder, { [`spec/new${pick(3)}.yaml`]: `models: { New${pick(3)}: { fields: { to: Person } } }\n` });
  },
  "remove a model": (folder, pick) => rmSync(join(folder, `spec/new${pick(3)}.yaml`), { force: true }),
  "rename a spec file": (folder) => {
    if (existsSync(join(folder, "spec/places/address.yaml")))
      renameSync(join(folder, "spec/places/address.yaml"), join(folder, "spec/places/moved.yaml"));
  },
  "restore the project": (folder) => {
    rmSync(join(folder, "spec"), { recursive: true, force: true });
    writeTree(folder, smallProject);
  },
  "touch a spec": (folder) => utimesSync(join(folder, "spec/people.yaml"), new Date(), new Date()),
  "change a template": (folder, pick) =>
    writeTree(folder, { "templates/docs/enum.hbs": `# {{title}}\n\n${pick(3)}\n` }),
  "add a template": (folder) => writeTree(folder, { "templates/docs/model.hbs": "# {{title}} of our own\n" }),
  "remove a template": (folder) => rmSync(join(folder, "templates/docs/model.hbs"), { force: true }),
  "change the config": (folder, pick) => {
    const config = smallProject["modelwright.yaml"] ?? "";
    writeTree(folder, { "modelwright.yaml": config.replace("Acme", ["Acme", "Other"][pick(2)] ?? "") });
  },
  "remove a page": onPage((path) => rmSync(path)),
  "edit a page": onPage((path) => writeFileSync(path, `${readFileSync(path, "utf8")}edited`)),
  "touch a page": onPage((path) => utimesSync(path, new Date(1e12), new Date(1e12))),
  "make a page read-only": onPage((path) => chmodSync(path, 0o444)),
  "let git change line ends": onPage((path) =>
    writeFileSync(path, readFileSync(path, "utf8").replace(/\r?\n/g, "\r\n")),
  ),
  "copy a page away and back": onPage((path) => {
    cpSync(path, `${path}.copy`);
    renameSync(`${path}.copy`, path);
  }),
  "remove all output": (folder) => rmSync(join(folder, "out"), { recursive: true, force: true }),
  "damage the cache": (folder, pick) => {
    const names = existsSync(join(folder, ".cache")) ? readdirSync(join(folder, ".cache")) : [];
    const name = names[pick(names.length)];
    if (name !== undefined) writeFileSync(join(folder, ".cache", name), "damaged");
  },
  nothing: () => undefined,
};

const more: Readonly<Record<string, Edit>> = {
  "change a description": onMore((text) =>
    text.replace("name: string", "name: { type: string, description: Its name }"),
  ),
  "change it back": onMore((text) => text.replace("name: { type: string, description: Its name }", "name: string")),
  "refer to another": onMore((text, pick) => text.replace(/next: \w+/, `next: More${pick(45)}`)),
  "refer to another model": onMore((text) => text.replace(/next: \w+/, "next: Person")),
  "refer to an unknown model": onMore((text) => text.replace(/next: \w+/, "next: Nobody")),
  "become an alias": onMore((text) => text.replace(/\{ fields.*/, "{ type: Address }")),
  "become a union": onMore((text) => text.replace(/\{ fields.*/, "{ oneOf: [Person, Address] }")),
  "change a union": onMore((text) => text.replace("[Person, Address]", "[Company, Address]")),
  "extend a model": onMore((text) => text.replace("{ fields", "{ extends: [Employer], fields")),
  "extend it no more": onMore((text) => text.replace("extends: [Employer], ", "")),
  "use a date": onMore((text) => text.replace("name: string", "name: date")),
  "lose an enum": onMore((text) => text.replace(", kind: { enum: [a, b] }", "")),
  "add a value": onMore((text) => text.replace("[a, b]", "[a, b, c]")),
  "make a warning": onMore((text) => text.replace("name: string", "name: { type: string, example: 1 }")),
  "take a name": onMore((text, pick) => text.replace(/More\d+: /, `Taken${pick(2)}: `)),
};

function onMore(change: (text: string, pick: (count: number) => number) => string): Edit {
  return (folder, pick) => {
    const path = join(folder, `spec/more/${[3, 21, 39, 12, 40][pick(5)]}.yaml`);
    writeFileSync(path, change(readFileSync(path, "utf8"), pick));
  };
}

const largeEdits = {
  ...Object.fromEntries(
    Object.entries(edits).filter(([name]) => !/template|config|restore the project|remove all output/.test(name)),
  ),
  ...Object.fromEntries(Object.entries(more).map(([name, edit]) => [`${name} (more)`, edit])),
};

describe("a run with a cache", () => {
  it("has the same result in a large project", async () => {
    const names = Object.keys(more).map((name) => `${name} (more)`);
    const step = fc.record({
      edits: fc.array(
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...names) },
          { weight: 1, arbitrary: fc.constantFrom(...Object.keys(largeEdits)) },
        ),
        { minLength: 1, maxLength: 2 },
      ),
      seed: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 8 }), async (steps) => {
        const folder = makeLargeProject();
        await runIn(folder);
        for (const { edits: chosen, seed } of steps) {
          for (const [at, name] of chosen.entries())
            largeEdits[name]?.(folder, (count) => (seed >> at) % Math.max(1, count));
          await expectSameAsCold(folder, true);
        }
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it("has the same result as one without, whatever happened in between", async () => {
    const names = Object.keys(edits);
    const step = fc.record({
      edits: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
      seed: fc.nat(),
      force: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 6 }), async (steps) => {
        const folder = makeSmallProject();
        await runIn(folder);
        for (const { edits: chosen, seed, force } of steps) {
          for (const [at, name] of chosen.entries())
            edits[name]?.(folder, (count) => (seed >> at) % Math.max(1, count));
          await expectSameAsCold(folder, force);
        }
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});

/** Checks and writes the project with its cache, and a copy of it without. */
async function expectSameAsCold(folder: string, force: boolean): Promise<void> {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  for (const options of [{ mode: "check" }, { force }] as const) {
    const warm = await runIn(folder, options);
    const cold = await runIn(copy, { ...options, cache: false });
    expect(reported(warm)).toEqual(reported(cold));
    expect(readTree(join(folder, "out"))).toEqual(readTree(join(copy, "out")));
  }
  rmSync(copy, { recursive: true });
}
