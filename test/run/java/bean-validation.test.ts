/** Classes with Jakarta Bean Validation annotations: Hibernate Validator finds what `validate()` finds. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { vectorFolder } from "../../conformance/languages.js";
import { readVectors } from "../../conformance/vectors.js";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import { classesOf, compile, forJackson3, inTemporaryFolder, type JacksonVersion, javaOfSpec, run } from "./tree.js";

const program = join(projectRoot, "test/run/java/Constraints.java");
const poms = { "2": "validation-pom.xml", "3": "jackson3-validation-pom.xml" };

interface Answer {
  readonly id: number;
  readonly own: readonly string[];
  readonly jakarta: readonly string[];
  /** Messages that `validate()` never reports. */
  readonly unlike: readonly string[];
}

interface Document {
  readonly model: string;
  readonly json: string;
}

/** Vectors with violations inside tuples, which annotations do not reach: only `validate()` finds them; see docs/java.md. */
const insideTuples: readonly string[] = [
  "same-in-programs/out of bounds/7",
  "tuple/optional/out of bounds/1",
  "tuple/optional/out of bounds/2",
  "tuple/inside/23",
  "tuple/union/11",
  "tuple/union/12",
  "tuple/union/13",
  "tuple/union/15",
];

/** The violations that both find in the readable documents. */
async function answers(
  spec: string,
  documents: readonly Document[],
  jackson: JacksonVersion,
  ...options: readonly string[]
): Promise<readonly Answer[]> {
  const pom = poms[jackson];
  const files = await javaOfSpec(spec, "constraints", "validation: jakarta", `jackson: ${jackson}`, ...options);
  if (files === undefined) throw new Error("the spec is rejected");
  return inTemporaryFolder((folder) => {
    const source = jackson === "3" ? forJackson3(folder, program) : program;
    expect(compile(folder, files, [source], pom)).toBe("");
    const classes = classesOf(files);
    const requests = documents.map(({ model, json }, id) => ({ id, class: classes.get(model), json }));
    writeFileSync(join(folder, "requests.json"), JSON.stringify(requests));
    const parameters = [join(folder, "requests.json"), "com.acme.support.ConstraintPaths"];
    return JSON.parse(run(folder, "Constraints", parameters, "", pom)) as readonly Answer[];
  });
}

const spec = `
models:
  Everything:
    fields:
      text: { type: string, minLength: 2, maxLength: 3, required: true }
      code: { type: string?, required: true, pattern: '^\\d{2}$|\\$\\{x\\}\\\\' }
      found in: { type: string, pattern: 'b(?=c)|(?<=a)d' }
      lines: { type: string?, pattern: 'a.c' }
      count: { type: int32, minimum: 1, maximum: 3, required: true }
      long: { type: long?, exclusiveMinimum: 0, multipleOf: 2 }
      huge: { type: integer, maximum: 1e30, minimum: -0.5 }
      number: { type: number, minimum: 0.1, exclusiveMaximum: 2.5 }
      float: { type: "float?", minimum: 0.1 }
      decimal: { type: decimal, multipleOf: 0.01, maximum: 9.99 }
      texts: { type: array, items: { type: string?, minLength: 2 }, minItems: 1, maxItems: 2, uniqueItems: true }
      rows: { type: array?, items: { type: array, maxItems: 1, items: { type: decimal, maximum: 1 } } }
      map: { type: map?, minProperties: 1, values: { type: map, maxProperties: 1, values: { type: integer?, maximum: 1 } } }
      child: Child
      nullable-child: Child?
      children: { type: array, items: { type: Child, nullable: true }, required: true }
      by name: { type: map?, values: { type: array, items: Child } }
      class: Any
      any: { type: array?, items: Any }
    additionalProperties: { type: array, maxItems: 1, items: Child }
  Child:
    fields:
      "odd \\"name\\"": { type: integer, maximum: 1 }
      additionalProperties: { type: string?, maxLength: 1 }
    additionalProperties: { type: string?, minLength: 2 }
  Open: { fields: { kind: { const: open, required: true }, child: Child } }
  Any:
    oneOf:
      - { type: string, maxLength: 2 }
      - { type: decimal, minimum: 1 }
      - { type: array, maxItems: 2, items: { type: string, minLength: 2 } }
      - { type: array, items: date-time, maxItems: 1 }
      - { type: map, maxProperties: 1, values: { type: array, items: { type: integer, maximum: 1 } } }
      - Open
      - Child
`;

/** Documents of the models above, most of which violate some constraint. */
const texts = fc.constantFrom(
  "",
  "a",
  "ab",
  "abc",
  "adc",
  "a\nc",
  "12",
  "\u{1f600}",
  "\u{1f600}\u{1f600}",
  "${x}\\",
  "abcd",
);
const numbers = fc.constantFrom(-1, 0, 0.05, 0.5, 1, 2, 2.5, 3, 9.995, 2 ** 40);
const wholes = fc.constantFrom(-1, 0, 1, 2, 3, 4);
const names = fc.constantFrom("", "a", 'odd "name"', "b c", "é", "\n");
const child = fc.oneof(
  fc.record({ 'odd "name"': wholes, additionalProperties: fc.option(texts) }, { requiredKeys: [] }),
  fc.dictionary(fc.constantFrom("x", "y z"), fc.option(texts)),
);
const any = fc.oneof(
  texts,
  numbers,
  fc.array(texts, { maxLength: 3 }),
  fc.array(fc.constant("2024-01-01T10:00:00Z"), { maxLength: 2 }),
  fc.dictionary(fc.constantFrom("x", "y z"), fc.array(wholes, { maxLength: 2 })),
  fc.record({ kind: fc.constant("open"), child }, { requiredKeys: ["kind"] }),
  child,
);
const everything = fc
  .tuple(
    fc.record(
      {
        text: texts,
        code: fc.option(texts),
        "found in": texts,
        lines: fc.option(texts),
        count: wholes,
        long: fc.option(wholes),
        huge: wholes,
        number: numbers,
        float: fc.option(numbers),
        decimal: fc.oneof(numbers, numbers.map(String)),
        texts: fc.array(fc.option(texts), { maxLength: 3 }),
        rows: fc.option(fc.array(fc.array(numbers, { maxLength: 2 }), { maxLength: 2 })),
        map: fc.option(fc.dictionary(names, fc.dictionary(names, fc.option(wholes), { maxKeys: 2 }), { maxKeys: 2 })),
        child,
        "nullable-child": fc.option(child),
        children: fc.array(fc.option(child), { maxLength: 2 }),
        "by name": fc.option(fc.dictionary(names, fc.array(child, { maxLength: 2 }), { maxKeys: 2 })),
        class: any,
        // Hibernate Validator reports an object only once, even if a list contains it twice, and equal values become one object.
        any: fc.option(fc.uniqueArray(any, { maxLength: 3, selector: (value) => JSON.stringify(value) })),
      },
      { requiredKeys: ["text", "code", "count", "children"] },
    ),
    fc.dictionary(fc.constantFrom("other", "an other", '"'), fc.array(child, { maxLength: 2 }), { maxKeys: 2 }),
  )
  .map(([fields, others]) => ({ ...others, ...fields }));

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test.each<JacksonVersion>(["2", "3"])(
    "Hibernate Validator finds what validate() finds in the conformance vectors (Jackson %s)",
    async (jackson) => {
      const vectorSpec = readFileSync(join(vectorFolder, "spec.yaml"), "utf8");
      const vectors = readVectors();
      const found = await answers(vectorSpec, vectors, jackson);
      expect(found.filter(({ own }) => own.length > 0).length).toBeGreaterThan(15);
      const unequal = found.filter(({ own, jakarta }) => own.join("\n") !== jakarta.join("\n"));
      expect(unequal.map(({ id, jakarta }) => ({ id: vectors[id]?.id, jakarta }))).toEqual(
        insideTuples.map((id) => ({ id, jakarta: [] })),
      );
      expect(found.flatMap(({ unlike }) => unlike)).toEqual([]);
    },
  );

  test.each(["record", "bean"])("and in generated documents (accessors: %s)", async (accessors) => {
    const parameters = { seed: Number(process.env["SEED"] ?? 1), numRuns: 500 };
    const documents = [
      ...fc.sample(everything, parameters).map((value) => ({ model: "Everything", json: JSON.stringify(value) })),
      ...fc.sample(any, parameters).map((value) => ({ model: "Any", json: JSON.stringify(value) })),
    ];
    const found = await answers(spec, documents, "2", `accessors: ${accessors}`);
    expect(found.length).toBeGreaterThan(900);
    const unequal = found.filter(({ own, jakarta }) => own.join("\n") !== jakarta.join("\n"));
    expect(unequal.map(({ id, own, jakarta }) => ({ json: documents[id]?.json, own, jakarta }))).toEqual([]);
    expect(found.flatMap(({ unlike }) => unlike)).toEqual([]);
    const everywhere = new Set(found.flatMap(({ own }) => own.map((path) => path.split(/[.[]/, 2)[1])));
    expect(everywhere.size).toBeGreaterThan(20);
  });
});
