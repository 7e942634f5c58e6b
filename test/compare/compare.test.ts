/** The verdict and the step of each target, and changes that several targets share. */
import { describe, expect, it } from "vitest";
import type { Language } from "../../src/languages/language.js";
import { judged, usualConfig } from "../diff/judged.js";

const spec = (fields: string, more = ""): string => `${more}models:\n  A: { fields: { id: string${fields} } }\n`;

describe("a target", () => {
  it("has the worst verdict of JSON and of its own language, and the highest step", () => {
    const { verdict, targets } = judged(spec(", x: integer"), spec(", x: number"));
    expect(verdict).toBe("breaking");
    expect(targets).toEqual([
      { name: "typescript", semver: "patch", verdict: "conditional" },
      { name: "ruby", semver: "major", verdict: "breaking" },
      { name: "java", semver: "major", verdict: "breaking" },
    ]);
  });

  it("has no step without a change, and none for a name in another language", () => {
    expect(judged(spec(""), spec("")).targets.map(({ semver }) => semver)).toEqual(["none", "none", "none"]);
    const renamed = judged(spec(", x: string"), spec(", x: { type: string, rename: { ruby: y } }"));
    expect(renamed.targets.map(({ semver }) => semver)).toEqual(["none", "major", "none"]);
  });

  it("needs a minor release for an addition and a patch for documentation", () => {
    expect(judged(spec(""), spec(", x: string")).targets.map(({ semver }) => semver)).toEqual([
      "minor",
      "minor",
      "minor",
    ]);
    const described = judged(spec(", x: string"), spec(", x: { type: string, description: D. }"));
    expect(described.targets.map(({ semver }) => semver)).toEqual(["patch", "patch", "patch"]);
  });

  it("does not count its pages in the verdict", () => {
    const config = "targets: { ruby: { language: ruby, output: rb, docs: false } }";
    const { changes } = judged(spec(", x: string"), spec(", x: { type: string, description: D. }"), { before: config });
    expect(changes[0]?.cells["docs"]).toBe("none");
    expect(judged(spec(", x: string"), spec(", x: { type: string, description: D. }")).verdict).toBe("none");
  });

  it("of only one language has no cells of the others", () => {
    const config = "targets: { ruby: { language: ruby, output: rb } }";
    const { changes } = judged(spec(", x: string"), spec(""), { before: config });
    expect(changes.map(({ cells }) => cells)).toEqual([
      {
        ...{ wireRead: "none", wireWrite: "silent", docs: "silent" },
        ...{ typescript: "none", ruby: "breaking", java: "none", javaBinary: "none" },
      },
    ]);
  });
});

describe("a target of a language from outside", () => {
  const graphql: Language = {
    ...{ id: "graphql", title: "GraphQL", defaultNamespace: "main", defaultFieldOrder: "spec", options: {} },
    canMatch: () => true,
    pages: () => ({ of: () => [], others: () => [], diagnostics: [] }),
  };
  const config = "targets: { api: { language: graphql, output: out } }";
  const report = (before: string, after: string) => judged(before, after, { before: config }, [graphql]);

  it("has a cell of its own, in which everything that may break code is breaking", () => {
    const changed = report(spec(", x: integer"), spec(", x: int32"));
    expect(changed.changes[0]?.cells).toMatchObject({ graphql: "breaking", java: "none" });
    expect(changed.targets).toEqual([{ name: "api", semver: "major", verdict: "breaking" }]);
    expect(report(spec(", x: string"), spec(", x: { type: string, rename: y }")).verdict).toBe("breaking");
    expect(report(spec(", x: string"), spec(", x: { type: string, rename: { java: y } }")).verdict).toBe("none");
    expect(report(spec(""), spec(", x: string")).targets[0]?.semver).toBe("minor");
  });
});

describe("options of a target", () => {
  const cellsWith = (options: string, before: string, after: string): Readonly<Record<string, string>> => {
    const config = `targets: { typescript: { language: typescript, output: ts, ${options} } }`;
    return judged(before, after, { before: config }).changes[0]!.cells;
  };

  it("decide the types that are compared", () => {
    const [before, after] = [spec(", x: int32"), spec(", x: long")];
    expect(cellsWith("int64: bigint", before, after)["typescript"]).toBe("breaking");
    expect(cellsWith("int64: number", before, after)["typescript"]).toBe("none");
    const [text, date] = [spec(", x: string"), spec(", x: date")];
    expect(cellsWith("style: classes", text, date)["typescript"]).toBe("breaking");
    expect(cellsWith("style: interfaces", text, date)["typescript"]).toBe("conditional");
  });

  it("decide whether pages show a change", () => {
    const [before, after] = [spec(", x: string"), spec(", x: { type: string, minLength: 1 }")];
    expect(cellsWith("docs: { look: documented }", before, after)["docs"]).toBe("none");
    expect(cellsWith("docs: { look: full }", before, after)["docs"]).toBe("silent");
  });
});

describe("a model that is only received or only sent", () => {
  const model = (name: string, fields: string): string =>
    `namespace: operations\nmodels:\n  ${name}: { fields: { id: string${fields} } }\n`;
  const cells = (name: string, before: string, after: string): string =>
    Object.values(judged(model(name, before), model(name, after)).changes[0]!.cells).join(" ");

  it("has no other wire cell, and its other half of code is at most conditional", () => {
    const added = ", x: { type: string, required: true }";
    expect(cells("GetThingResponse", "", added)).toBe(
      "none none conditional conditional conditional conditional silent",
    );
    expect(cells("GetThingRequest", "", added)).toBe("none breaking breaking breaking breaking breaking silent");
    const [optional, required] = [", x: string", ", x: { type: string, required: true }"];
    expect(cells("GetThingResponseBody", required, optional)).toMatch(/^conditional none breaking/);
    expect(cells("GetThingParameters", required, optional)).toMatch(/^none none conditional/);
  });

  it("is a field that is read-only or write-only", () => {
    const field = (type: string, key: string): string => spec(`, x: { type: ${type}, ${key}: true }`);
    const found = (key: string) => judged(field("integer", key), field("string", key)).changes[0]!.cells;
    expect(found("readOnly")).toMatchObject({ wireRead: "breaking", wireWrite: "none" });
    expect(found("writeOnly")).toMatchObject({ wireRead: "none", wireWrite: "breaking" });
  });
});

describe("read-only fields", () => {
  it("break requests if the model for them has one more required field or is gone", () => {
    const fields = (x: string, y: string): string => spec(`, x: { type: string, ${x} }, y: { type: string, ${y} }`);
    const gone = judged(fields("readOnly: true", "required: false"), fields("readOnly: false", "required: false"));
    expect(gone.changes.map(({ kind, cells }) => [kind, cells["java"], cells["docs"]])).toEqual([
      ["field.read-only-removed", "breaking", "breaking"],
    ]);
    const stays = judged(fields("readOnly: true", "readOnly: true"), fields("readOnly: false", "readOnly: true"));
    expect(stays.changes.map(({ kind, cells }) => [kind, cells["java"], cells["docs"]])).toEqual([
      ["field.read-only-removed", "none", "silent"],
    ]);
    const added = judged(fields("readOnly: false", "readOnly: true"), fields("readOnly: true", "readOnly: true"));
    expect(added.changes.map(({ kind, cells }) => [kind, cells["java"]])).toEqual([
      ["field.read-only-added", "breaking"],
    ]);
  });

  it("are compared in inline types and unions, too", () => {
    const text = (type: string): string => `models:
  A: { fields: { secret: { type: string, readOnly: true }, inner: { fields: { b: ${type}, u: { oneOf: [A, B] } } } } }
  B: { fields: { a: A, kind: { const: b } } }
`;
    const { changes } = judged(text("string"), text("integer"));
    expect(changes.map(({ kind, model, field }) => [kind, model, field])).toEqual([["type.changed", "A", "inner.b"]]);
    expect(changes[0]?.reason).toContain("in Java, `Optional<String>` becomes `Optional<Long>`");
  });
});

describe("models without additional properties", () => {
  const closed = (fields: string): string =>
    `models:\n  A: { additionalProperties: false, fields: { id: string${fields} } }\n`;
  const wire = (before: string, after: string): readonly unknown[] => {
    const { cells } = judged(closed(before), closed(after)).changes[0]!;
    return [cells["wireRead"], cells["wireWrite"]];
  };
  const required = ", x: { type: string, required: true }";

  it("reject what they do not know", () => {
    expect(wire("", ", x: string")).toEqual(["conditional", "none"]);
    expect(wire("", required)).toEqual(["breaking", "breaking"]);
    expect(wire(", x: string", "")).toEqual(["none", "conditional"]);
    expect(wire(required, "")).toEqual(["breaking", "breaking"]);
    expect(wire(", x: string", ", y: string")).toEqual(["conditional", "conditional"]);
  });
});

describe("a config", () => {
  const same = spec("");
  const kinds = (after: string, before = usualConfig) =>
    judged(same, same, { before, after }).changes.map(({ kind, cells }) => [
      kind,
      cells["ruby"],
      cells["java"],
      cells["docs"],
    ]);

  it("with another option is one record for the target", () => {
    expect(kinds(usualConfig.replace("output: java", "output: java, package: org.acme"))).toEqual([
      ["config.java-package-changed", "none", "breaking", "none"],
    ]);
    expect(kinds(usualConfig.replace("output: rb", "output: rb, unions: any, tables: compact"))).toEqual([
      ["config.tables-changed", "none", "none", "silent"],
      ["config.ruby-unions-changed", "conditional", "none", "breaking"],
    ]);
    expect(kinds(usualConfig.replace("output: java", "output: java, namespace: other"))).toEqual([
      ["config.namespace-changed", "none", "breaking", "breaking"],
    ]);
  });

  it("with more or fewer targets says so", () => {
    const without = usualConfig.replace(/ {2}java.*\n/, "");
    expect(kinds(without)).toEqual([["target.removed", "none", "breaking", "breaking"]]);
    expect(kinds(usualConfig, without)).toEqual([["target.added", "none", "none", "silent"]]);
  });

  it("that generates another version reports what changed between them", () => {
    const text = "models:\n  A: { fields: { id: string, x: { type: string, added: '2' } } }\n";
    const config = (version: string): string =>
      `versions: ['1', '2']\ntargets: { ruby: { language: ruby, output: rb, version: '${version}' } }`;
    const { changes } = judged(text, text, { before: config("1"), after: config("2") });
    expect(changes.map(({ kind, field }) => [kind, field])).toEqual([["field.added.optional", "x"]]);
  });

  it("that judges every option of the shipped languages", async () => {
    const { languages } = await import("../../src/languages/index.js");
    for (const { options, compatibility } of languages) {
      expect(Object.keys(compatibility.options).sort()).toEqual(Object.keys(options).sort());
    }
  });
});

describe("very many changes", () => {
  it("are reported like a few", () => {
    const fields = (type: string): string => Array.from({ length: 30 }, (_, index) => `f${index}: ${type}`).join(", ");
    const many = (type: string): string =>
      `models:\n${Array.from({ length: 1000 }, (_, index) => `  M${index}: { fields: { ${fields(type)} } }\n`).join("")}`;
    const config = "targets: { java: { language: java, output: out } }";
    const { verdict, changes, targets } = judged(many("string"), many("integer"), { before: config });
    expect([verdict, changes.length, targets[0]?.semver]).toEqual(["breaking", 30_000, "major"]);
  });
});

describe("a model with very many fields", () => {
  it("takes time in proportion to them", () => {
    const model = (type: string): string =>
      `models:\n  A: { fields: { ${Array.from({ length: 10_000 }, (_, index) => `f${index}: ${type}`).join(", ")} } }\n`;
    expect(judged(model("string"), model("integer")).changes).toHaveLength(10_000);
  }, 20_000);
});

describe("a fingerprint", () => {
  const printed = (before: string, after: string): readonly string[] =>
    judged(before, after).changes.map(({ fingerprint }) => fingerprint);

  it("survives moved lines and other changes, and differs for other changes", () => {
    const [one] = printed(spec(", x: string"), spec(", x: integer"));
    expect(printed(`\n\n${spec(", x: string")}`, spec(", x: integer", "# moved\n"))).toEqual([one]);
    expect(printed(spec(", x: string"), spec(", x: integer, y: string"))).toContain(one);
    expect(printed(spec(", x: string"), spec(", x: boolean"))).not.toContain(one);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe("a reason", () => {
  it("has backticks around code only, whatever the spec contains", () => {
    const hostile = "models:\n  A: { fields: { '`a` | b <script> @all': { type: string, required: true } } }\n";
    const { changes } = judged("models:\n  A: { fields: {} }\n", hostile);
    expect(changes[0]?.reason.split("`")).toHaveLength(5);
  });
});
