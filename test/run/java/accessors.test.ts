/** Classes with JavaBean getters: `java.beans.Introspector` finds every field, and the JSON does not change. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GeneratedFile } from "../../../src/render/page.js";
import { vectorFolder } from "../../conformance/languages.js";
import { readVectors } from "../../conformance/vectors.js";
import { madeSpecFile } from "../../fuzz/made-spec.js";
import { projectRoot } from "../../generated.js";
import { toolchain } from "./toolchain.js";
import {
  allOptions,
  ask,
  classesOf,
  compile,
  driver,
  forJackson3,
  inTemporaryFolder,
  type JacksonVersion,
  javaOfSpec,
  javaOfSpecWithDocs,
  run,
} from "./tree.js";

const introspection = join(projectRoot, "test/run/java/Beans.java");
const bean = "accessors: bean";

/** The output of `Beans`. */
type Properties = Readonly<Record<string, readonly string[]>>;

function propertiesOf(folder: string, files: readonly GeneratedFile[]): Properties {
  const models = files.filter(({ page }) => page.template === "classes/model");
  const classes = models.flatMap((model) => [...classesOf([model]).values()]);
  writeFileSync(join(folder, "names"), classes.join("\n"));
  return JSON.parse(run(folder, "Beans", [join(folder, "names")], "", "runtime-pom.xml")) as Properties;
}

/** The fields of a model, by the names on its docs page. */
function fieldsOn(page: GeneratedFile): readonly string[] {
  const [, fields = ""] = page.text.split("## Fields\n");
  return [...fields.matchAll(/^\| ~*`(\w+)`~* +\|/gm)].map(([, name = ""]) => name);
}

const spec = `
models:
  Names:
    fields:
      city: { type: string, required: true }
      open?: { type: boolean, required: true }
      closed: boolean
      always: { const: true, required: true }
      URL: { type: string, rename: { java: URL } }
      url: string
      aName: string
      AName: { type: string, rename: { java: AName } }
      class: string
      Class: { type: string, rename: { java: Class } }
      xIndex: integer
      x: number
      X: { type: number, rename: { java: X } }
      Y: { type: number, rename: { java: Y } }
      isOpen: { type: boolean, required: true }
      getCity: string
      additionalProperties: string
      AdditionalProperties: { type: string, rename: { java: AdditionalProperties } }
      _id: string
      old_city: { type: string, deprecated: { message: Gone, use: city } }
      old_open: { type: string, deprecated: { message: Gone, use: open? } }
`;

describe.skipIf(toolchain.isMissing)(`Java (${toolchain.name})`, () => {
  test("hostile names become properties", async () => {
    const files = (await javaOfSpec(spec, "beans", bean)) ?? [];
    await inTemporaryFolder((folder) => {
      expect(compile(folder, files, [introspection])).toBe("");
      const [names = []] = Object.values(propertiesOf(folder, files));
      expect(names.toSorted()).toEqual([
        "AName: getAName",
        "URL: getURL",
        "aName: getaName",
        "additionalProperties: getAdditionalProperties",
        "additionalProperties_: getAdditionalProperties_",
        "additionalProperties__: getAdditionalProperties__",
        "always: isAlways",
        "city: getCity",
        "class_: getClass_",
        "class__: getClass__",
        "closed: getClosed",
        "getCity: getGetCity",
        "id: getId",
        "isOpen: isIsOpen",
        "oldCity: getOldCity",
        "oldOpen: getOldOpen",
        "open: isOpen",
        "url: getUrl",
        "x: getX",
        "xIndex: getxIndex",
        "x_: getX_",
        "y: getY",
      ]);
    });
    const text = files.find(({ path }) => path.endsWith("/Names.java"))?.text;
    expect(text).toContain("@deprecated Gone. Use {@link #getCity()} instead.");
    expect(text).toContain("@deprecated Gone. Use {@link #isOpen()} instead.");
  });

  test("names of generated specs become properties, with all annotations", async () => {
    const parameters = { seed: Number(process.env["SEED"] ?? 1), numRuns: 20 };
    const made = [...fc.sample(madeSpecFile("names"), parameters), ...fc.sample(madeSpecFile("strings"), parameters)];
    const trees = await Promise.all(made.map((each, index) => javaOfSpecWithDocs(each, `tree${index}`, ...allOptions)));
    const files = trees.flatMap((tree) => tree ?? []);
    const classes = files.filter(({ path }) => path.endsWith(".java"));
    const expected = files.filter(({ page }) => page.template === "docs/model").map(fieldsOn);
    expect(expected.length).toBeGreaterThan(10);
    await inTemporaryFolder((folder) => {
      expect(compile(folder, classes, [introspection], "runtime-pom.xml")).toBe("");
      const found = Object.values(propertiesOf(folder, classes));
      const properties = found.map((each) => each.map((property) => property.split(":", 1)[0]));
      expect(properties.length).toBe(expected.length);
      expected.forEach((fields, index) => expect(properties[index]).toEqual(expect.arrayContaining([...fields])));
    });
  });

  test.each<{ jackson: JacksonVersion; pom: string }>([
    { jackson: "2", pom: "runtime-pom.xml" },
    { jackson: "3", pom: "jackson3-runtime-pom.xml" },
  ])("the conformance vectors have the same results with all options (Jackson $jackson)", async ({ jackson, pom }) => {
    const vectorSpec = readFileSync(join(vectorFolder, "spec.yaml"), "utf8");
    const [plain, withAll] = await Promise.all(
      [[], allOptions].map(async (options) => {
        const files = (await javaOfSpec(vectorSpec, "vectors", `jackson: ${jackson}`, ...options)) ?? [];
        return inTemporaryFolder((folder) => {
          const program = jackson === "3" ? forJackson3(folder, driver) : driver;
          expect(compile(folder, files, [program], pom)).toBe("");
          return ask(folder, classesOf(files), readVectors(), pom);
        });
      }),
    );
    expect(withAll).toEqual(plain);
  });
});
