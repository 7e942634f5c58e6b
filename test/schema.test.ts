/** The JSON Schemas that editors use: fresh, and of the same opinion as the checks. */
import { Ajv } from "ajv";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { diffJson } from "../src/cli/diff-json.js";
import { checkConfig } from "../src/config/check.js";
import { approvalOf, approvalsRecord, reviewed } from "../src/compare/approvals.js";
import { rehearsalSchema, reportSchema } from "../src/compare/json-schema.js";
import { configSchema } from "../src/config/json-schema.js";
import { importOpenApi } from "../src/import/import.js";
import { importReport, importReportSchema } from "../src/import/report.js";
import { languages } from "../src/languages/index.js";
import { jsonSchema } from "../src/shape/json-schema.js";
import type { RecordShape } from "../src/shape/shape.js";
import { parseSpecFile } from "../src/spec/parse.js";
import { judged } from "./diff/judged.js";
import { readKinds } from "./changes/kinds.js";
import { isShared } from "./changes/sides.js";
import { specFileRecord } from "../src/spec/shapes.js";

const schemas = {
  spec: schemaOf(specFileRecord, "modelwright field spec"),
  config: configSchema(languages),
  diff: reportSchema(),
  rehearsal: rehearsalSchema(),
  approvals: schemaOf(approvalsRecord, "modelwright approvals"),
  "import-report": importReportSchema,
};
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false });
const validate = {
  spec: ajv.compile(schemas.spec),
  config: ajv.compile(schemas.config),
  report: ajv.compile(schemas["import-report"]),
};

describe("the committed schemas are fresh (`npm run golden` updates them)", () => {
  it.each(Object.keys(schemas) as (keyof typeof schemas)[])("%s", async (name) => {
    await expect(`${JSON.stringify(schemas[name], null, 2)}\n`).toMatchFileSnapshot(`../schema/${name}.schema.json`);
  });
});

it("a report agrees with its schema", () => {
  const ofReport = ajv.compile(schemas.diff);
  for (const { before, after } of readKinds().filter(isShared)) {
    const report = judged(stringify(before), stringify(after));
    const approval = approvalOf(report.changes[0]!, "why");
    const stale = { ...approval, element: undefined };
    const place = { file: "a", line: 1 };
    const { changes, ...rest } = reviewed(report, [approval, stale]);
    const placed = changes.map((each) => ({ ...each, before: place, after: undefined, spot: place }));
    ofReport(JSON.parse(diffJson({ ...rest, name: "since main", changes: placed })));
    expect(ofReport.errors).toBeNull();
  }
  expect(ofReport({ verdict: "bad", targets: [], changes: [] })).toBe(false);
});

describe("good specs", () => {
  it.each([...goodSpecs()])("%s", (path, text) => {
    expect(parseSpecFile({ path, text }).diagnostics).toEqual([]);
    validate.spec(parse(text));
    expect(validate.spec.errors).toBeNull();
  });
});

describe("bad specs", () => {
  const bad = {
    "unknown key": "models: { Pet: { field: {} } }",
    "unknown key at the top": "model: {}",
    "unknown key of a field": "models: { Pet: { fields: { a: { type: string, requierd: true } } } }",
    "unknown key of an enum value": "models: { Pet: { enum: [{ value: a, text: b }] } }",
    "enum value without its value": "models: { Pet: { enum: [{ name: a }] } }",
    "empty enum": "models: { Pet: { enum: [] } }",
    "enum of fractions": "models: { Pet: { enum: [1.5] } }",
    "wrong kind": "models: { Pet: { description: 1 } }",
    "field without a type": "models: { Pet: { fields: { a: } } }",
    "negative count": "models: { Pet: { type: string, minLength: -1 } }",
    "multiple of nothing": "models: { Pet: { type: number, multipleOf: 0 } }",
    "bad type": 'models: { Pet: "map<string" , Dog: "string]" }',
    conflict: "models: { Pet: { enum: [a], fields: {} } }",
    "conflict of directions": "models: { Pet: { fields: { a: { type: string, readOnly: true, writeOnly: true } } } }",
    "open without enum": "models: { Pet: { type: string, open: true } }",
    "discriminator without its field": "models: { Pet: { oneOf: [A, B], discriminator: {} } }",
    "model with a name": "models: { Pet: { type: string, name: A } }",
    "version key inside of changed":
      'models: { Pet: { fields: { a: { type: string, changed: { "1": { added: "1" } } } } } }',
    "bad name of a model": 'models: { "Pet[]": { fields: {} } }',
    "bad address": 'models: { Pet: { fields: {}, externalDocs: { url: "a b" } } }',
    list: "- models",
  };
  it.each(Object.entries(bad))("%s", (_, text) => {
    expect(parseSpecFile({ path: "bad.yaml", text }).diagnostics).not.toEqual([]);
    expect(validate.spec(parse(text))).toBe(false);
  });
});

describe("reports of imports", () => {
  const text = JSON.stringify({ openapi: "3.1.0", components: { schemas: { A: { not: {} } } } });
  const good = importReport(["a.json"], importOpenApi([{ path: "a.json", text }]));
  const bad = {
    "another format": { ...good, format: 2 },
    "without a count": { ...good, fields: { total: 1, intact: 1, loosened: 0 } },
    "unknown outcome": { ...good, losses: good.losses.map((loss) => ({ ...loss, outcome: "lost" })) },
    "no pointer": { ...good, losses: good.losses.map((loss) => ({ ...loss, pointer: "components" })) },
    "unknown key": { ...good, more: true },
  };
  it("are valid", () => {
    expect(good.losses).not.toEqual([]);
    validate.report(JSON.parse(JSON.stringify(good)));
    expect(validate.report.errors).toBeNull();
  });

  it.each(Object.entries(bad))("%s", (_, report) => {
    expect(validate.report(report)).toBe(false);
  });
});

describe("configs", () => {
  const good = [
    "targets: { a: { language: java, output: out, package: com.example } }",
    'spec: api\nversions: ["1"]\ntargets: { a: { language: ruby, version: "1", output: out, fieldOrder: spec, tables: compact, format: true } }',
  ];
  it.each(good)("%s", (text) => {
    expect(checkConfig({ path: "modelwright.yaml", text }, languages).diagnostics).toEqual([]);
    validate.config(parse(text));
    expect(validate.config.errors).toBeNull();
  });

  it("of a language from a module", () => {
    const text = "languages: [./graphql.js]\ntargets: { a: { language: graphql, output: out, prefix: Acme } }";
    validate.config(parse(text));
    expect(validate.config.errors).toBeNull();
  });

  const bad = [
    "targets: {}",
    "spec: api",
    "languages: ./graphql.js\ntargets: { a: { language: java, output: out } }",
    "languages: [1]\ntargets: { a: { language: java, output: out } }",
    "languages: [./graphql.js]\ntargets: { a: { language: ruby, output: out, package: com.example } }",
    "targets: { a: { language: jva, output: out } }",
    "targets: { a: { language: ruby } }",
    "targets: { a: { language: ruby, output: out, package: com.example } }",
    "targets: { a: { language: java, output: out, package: Com Example } }",
    "targets: { a: { language: java, output: out, tables: wide } }",
    "targets: { a: { language: java, output: out } }\nversions: [1]",
    'targets: { a: { language: java, output: out } }\nversions: ["1", "1"]',
  ];
  it.each(bad)("%s", (text) => {
    expect(checkConfig({ path: "modelwright.yaml", text }, languages).diagnostics).not.toEqual([]);
    expect(validate.config(parse(text))).toBe(false);
  });
});

function schemaOf(shape: RecordShape, title: string) {
  return jsonSchema(shape, title);
}

/** Every spec of the project: the shipped one and those of the golden cases. */
function goodSpecs(): readonly (readonly [string, string])[] {
  const root = new URL("../", import.meta.url);
  const specs = readdirSync(new URL("spec/", root)).map((name) => `spec/${name}`);
  const cases = readdirSync(new URL("test/cases/", root), { recursive: true, encoding: "utf8" }).map(
    (name) => `test/cases/${name}`,
  );
  const paths = [...specs, ...cases.filter((path) => !path.includes("expected") && !path.endsWith("modelwright.yaml"))];
  return paths
    .filter((path) => path.endsWith(".yaml"))
    .sort()
    .map((path) => [path, readFileSync(new URL(path, root), "utf8")]);
}
