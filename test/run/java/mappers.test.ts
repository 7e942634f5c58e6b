/** Mappers as applications configure them: all read and write the same, and none drops empty values. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { vectorFolder } from "../../conformance/languages.js";
import { type Request, readVectors } from "../../conformance/vectors.js";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import {
  ask,
  askMappers,
  classesOf,
  compile,
  driver,
  forJackson3,
  inTemporaryFolder,
  type JacksonVersion,
  javaOf,
  javaOfSpec,
} from "./tree.js";

const methods = [
  "plain",
  "springBoot",
  "withNullables",
  "nonNull",
  "nonDefault",
  "nonDefaultTypes",
  "snakeCase",
  "upperCamelCase",
  "tolerant",
  "strict",
  "shy",
  "typed",
  "numbers",
  "timestamps",
  "sorted",
  "coercing",
  "stubborn",
];

interface Version {
  readonly jackson: JacksonVersion;
  /** Jackson modules, and the dependencies of the classes. */
  readonly pom: string;
  readonly newest: string;
  readonly oldest: string;
  readonly methods: readonly string[];
}

const versions: readonly Version[] = [
  { jackson: "2", pom: "modules-pom.xml", newest: "pom.xml", oldest: "oldest-pom.xml", methods },
  {
    jackson: "3",
    pom: "jackson3-pom.xml",
    newest: "jackson3-pom.xml",
    oldest: "jackson3-oldest-pom.xml",
    methods: [...methods, "jackson2"],
  },
];

/** The driver, and the mappers if requested. */
function programs(folder: string, jackson: JacksonVersion): { readonly driver: string; readonly mappers: string } {
  const path = (name: string): string => join(projectRoot, "test/run/java", name);
  return jackson === "2"
    ? { driver, mappers: path("Mappers.java") }
    : { driver: forJackson3(folder, driver), mappers: path("jackson3/Mappers.java") };
}

/** Types, each with its emptiest value. */
const empties: readonly (readonly [type: object, value: string])[] = [
  [{ type: "string" }, '""'],
  [{ type: "boolean" }, "false"],
  [{ type: "any" }, '""'],
  [{ type: "any" }, "[]"],
  [{ type: "any" }, "{}"],
  [{ type: "any" }, "0"],
  [{ type: "integer" }, "0"],
  [{ type: "int32" }, "0"],
  [{ type: "long" }, "0"],
  [{ type: "number" }, "0.0"],
  [{ type: "float" }, "0.0"],
  [{ type: "decimal" }, "0"],
  [{ type: "decimal" }, '"0"'],
  [{ type: "date" }, '"0000-01-01"'],
  [{ type: "date-time" }, '"1970-01-01T00:00:00Z"'],
  [{ type: "bytes" }, '""'],
  [{ type: "string[]" }, "[]"],
  [{ type: "map<string>" }, "{}"],
  [{ type: "Nothing" }, "{}"],
  [{ type: "Blank" }, '""'],
  [{ type: "Zero" }, "0"],
  [{ const: "" }, '""'],
  [{ const: 0 }, "0"],
  ...['""', "0", "false", "[]", "{}"].map((value) => [{ type: "Whatever" }, value] as const),
];

const models = Object.fromEntries(
  empties.map(([type], index) => {
    const fields = {
      required: { ...type, required: true },
      nullable: { ...type, required: true, nullable: true },
      optional: type,
      optional_nullable: { ...type, nullable: true },
      list: { type: "array", items: type },
      map: { type: "map", values: type },
      list_of_nullable: { type: "array", items: { ...type, nullable: true } },
      map_of_nullable: { type: "map", values: { ...type, nullable: true } },
    };
    return [`Empty${index}`, { fields, additionalProperties: type }];
  }),
);

const spec = {
  models: {
    Nothing: { fields: { note: "string?" } },
    Blank: { enum: [{ value: "", name: "blank" }], open: true },
    Zero: { enum: [0] },
    Whatever: { oneOf: ["string", "integer", "boolean", "string[]", "map<string>"] },
    ...models,
  },
};

const documents: readonly Request[] = [
  { id: "Nothing", model: "Nothing", json: "{}" },
  ...empties.flatMap(([, value], index) =>
    [
      `{"required":${value},"nullable":null}`,
      `{"required":${value},"nullable":${value},"optional_nullable":null,"list":[],"map":{}}`,
      `{"required":${value},"nullable":${value},"optional":${value},"optional_nullable":${value},"list":[${value}],` +
        `"map":{"":${value}},"list_of_nullable":[${value},null],"map_of_nullable":{"":${value},"a":null},"":${value}}`,
    ].map((json, number) => ({ id: `${index}.${number}`, model: `Empty${index}`, json })),
  ),
];

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, { timeout: 600_000 }, () => {
  describe.each(versions)("Jackson $jackson", (version) => {
    const { jackson, pom } = version;

    test("no mapper drops empty values", async () => {
      const files = (await javaOfSpec(JSON.stringify(spec), "empties", `jackson: ${jackson}`)) ?? [];
      await inTemporaryFolder(async (folder) => {
        const { driver, mappers } = programs(folder, jackson);
        expect(compile(folder, files, [driver, mappers], pom)).toBe("");
        const expected = documents.map(({ id, json }) => ({ id, ok: true, json, violations: [] }));
        const answers = askMappers(folder, classesOf(files), documents, version.methods, pom);
        answers.forEach((each, index) => expect(each, version.methods[index]).toMatchObject(expected));
      });
    });

    test("the conformance vectors have the same results with the oldest and the newest Jackson", async () => {
      const files = await javaOf(vectorFolder, jackson);
      const [oldest, newest] = await Promise.all(
        [version.oldest, version.newest].map((each) =>
          inTemporaryFolder(async (folder) => {
            expect(compile(folder, files, [programs(folder, jackson).driver], each)).toBe("");
            return ask(folder, classesOf(files), readVectors(), each);
          }),
        ),
      );
      expect(oldest).toEqual(newest);
    });

    test("the conformance vectors have the same results with all mappers", async () => {
      const files = await javaOf(vectorFolder, jackson);
      await inTemporaryFolder(async (folder) => {
        const { driver, mappers } = programs(folder, jackson);
        expect(compile(folder, files, [driver, mappers], pom)).toBe("");
        const vectors = readVectors();
        const [plain, ...others] = askMappers(folder, classesOf(files), vectors, version.methods, pom);
        others.forEach((answers, index) => expect(answers, version.methods[index + 1]).toEqual(plain));
      });
    });
  });
});
