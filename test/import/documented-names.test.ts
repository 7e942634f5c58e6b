/** The names of the documented families: the examples of docs/import.md §4. */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { FamilyName } from "../../src/import/documented/families.js";
import { importOpenApi } from "../../src/import/import.js";
import { pascal, sanitise } from "../../src/names/casing.js";

/** The short names belong to other models: those of the address must give way, one after the other. */
const components = {
  AccountAddress: {
    type: "object",
    properties: {
      country: { nullable: true, allOf: [{ $ref: "#/components/schemas/CodeEnum" }] },
      location_type: { nullable: true, allOf: [{ $ref: "#/components/schemas/CodeEnum" }] },
    },
  },
  CodeEnum: {
    type: "object",
    properties: {
      value: { type: "string", enum: ["a", "b"], nullable: true },
      source_value: {
        nullable: true,
        oneOf: [
          { type: "string" },
          { type: "number" },
          { type: "boolean" },
          { type: "object" },
          { type: "array", items: {} },
        ],
      },
    },
  },
  Value: { type: "object", properties: { x: { type: "string" } } },
  SourceValue: { type: "object", properties: { x: { type: "string" } } },
  Four: { type: "object", properties: { x: { type: "string" } } },
  SourceValue4: { type: "object", properties: { x: { type: "string" } } },
  ConnectSessionCreate: {
    type: "object",
    properties: { categories: { type: "array", items: { type: "string", enum: ["a"] } } },
  },
  ConnectSession: {
    type: "object",
    properties: { categories: { type: "array", items: { type: "string", enum: ["a", "b"] } } },
  },
};

const document = (schemas: Record<string, unknown>, used: readonly string[]): string => {
  const schema = {
    type: "object",
    properties: Object.fromEntries(used.map((name) => [name, { $ref: `#/components/schemas/${name}` }])),
  };
  const responses = { 200: { description: "", content: { "application/json": { schema } } } };
  return JSON.stringify({
    openapi: "3.1.0",
    paths: { "/all": { get: { operationId: "all", responses } } },
    components: { schemas },
  });
};

const used = [
  "Value",
  "SourceValue",
  "Four",
  "SourceValue4",
  "AccountAddress",
  "ConnectSessionCreate",
  "ConnectSession",
];

interface Written {
  readonly name?: string;
  readonly fields?: Readonly<Record<string, Written>>;
  readonly oneOf?: readonly (Written | string)[];
  readonly items?: Written;
}

function modelsIn(text: string, family: FamilyName): Readonly<Record<string, Written>> {
  const { value = [], diagnostics } = importOpenApi([{ path: "api.json", text }], {
    families: [family],
    modelsOnly: true,
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return Object.assign({}, ...value.map((file) => (parse(file.text) as { models: object }).models)) as Record<
    string,
    Written
  >;
}

function namesIn(text: string, family: FamilyName): (path: readonly string[]) => string | undefined {
  const models = modelsIn(text, family);
  return ([model = "", ...path]) => {
    const found = path.reduce<Written | undefined>((at, step) => {
      if (step === "[]") return at?.items;
      const member = at?.oneOf?.[Number(step) - 1];
      return /^\d+$/.test(step) ? (member as Written) : at?.fields?.[step];
    }, models[model]);
    return found?.name === undefined ? undefined : pascal(sanitise(found.name));
  };
}

describe("an address with two types of the same structure", () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ["country value", "AccountAddressValue", "AccountAddressSchemasValue"],
    ["location_type value", "AccountAddressLocationTypeValue", "AccountAddressValue"],
    ["country source_value", "AccountAddressSourceValue", "AccountAddressSchemasSourceValue"],
    ["country source_value 4", "AccountAddressSourceValue4", "AccountAddressSchemas4"],
    ["location_type source_value 4", "AccountAddressSourceValueLocationType4", "AccountAddress4"],
  ];

  it.each(rows)("%s is %s in Java, %s in Ruby and TypeScript", (path, java, others) => {
    const text = document(components, used);
    const at = ["AccountAddress", ...path.split(" ")];
    expect(namesIn(text, "java")(at)).toBe(java);
    expect(namesIn(text, "ruby")(at)).toBe(others);
    expect(namesIn(text, "typescript")(at)).toBe(others);
  });

  it("has no names for unions and their members in Ruby of March 2025", () => {
    const name = namesIn(document(components, used), "ruby-2025-03");
    expect(name(["AccountAddress", "country", "value"])).toBe("AccountAddressSchemasValue");
    expect(name(["AccountAddress", "country", "source_value", "4"])).toBeUndefined();
  });
});

describe("categories of two sessions", () => {
  const text = document(components, used);

  it("belong to the type that was visited first in Java, and to the first by name elsewhere", () => {
    expect(namesIn(text, "java")(["ConnectSessionCreate", "categories", "[]"])).toBe("Categories");
    expect(namesIn(text, "java")(["ConnectSession", "categories", "[]"])).toBe("ConnectSessionCategories");
    expect(namesIn(text, "ruby")(["ConnectSession", "categories", "[]"])).toBe("Categories");
    expect(namesIn(text, "ruby")(["ConnectSessionCreate", "categories", "[]"])).toBe("ConnectSessionCreateCategories");
  });
});

describe("a union in one of two folders", () => {
  const flag = { oneOf: [{ type: "boolean" }, { type: "string", enum: ["true", "false"] }] };
  const schemas = {
    Two: { type: "object" },
    Folders2: { type: "object" },
    FoldersSchemas2: { type: "object" },
    IsRoot2: { type: "object" },
    FoldersIsRoot2: { type: "object" },
    Folders: { type: "object", properties: { is_root: flag } },
  };
  const text = document(schemas, Object.keys(schemas));
  const at = ["Folders", "is_root", "2"];

  it("adds to a member's name the word of the component first, then those that follow from the outside in", () => {
    expect(namesIn(text, "ruby")(at)).toBe("FoldersSchemasIsRoot2");
    expect(namesIn(text, "typescript")(at)).toBe("FoldersSchemasIsRoot2");
  });

  it("adds the word of the union first in Java, then that of the component before it", () => {
    expect(namesIn(text, "java")(at)).toBe("FoldersIsRoot21");
  });
});

describe("components that a union changes", () => {
  const content = {
    nullable: true,
    oneOf: [{ $ref: "#/components/schemas/Sms" }, { $ref: "#/components/schemas/Email" }],
  };
  const schemas = {
    Message: { type: "object", properties: { content } },
    CreateMessage: { type: "object", properties: { content } },
    Sms: { type: "object", properties: { body: { type: "string" } } },
    Email: { type: "object", properties: { subject: { type: "string" } } },
  };
  const text = document(schemas, ["CreateMessage", "Message"]);

  it("have their own names with words from their context in Java", () => {
    const name = namesIn(text, "java");
    expect(name(["CreateMessage", "content", "1"])).toBe("Sms");
    expect(name(["Message", "content", "1"])).toBe("ContentSms");
    expect(name(["Message", "content", "2"])).toBe("ContentEmail");
  });

  it.each(["ruby", "typescript"] as const)(
    "are known by their words alone, and are one wherever they are, in %s",
    (family) => {
      const models = modelsIn(text, family);
      expect(Object.keys(models)).toEqual(["CreateMessage", "SmsSchemas", "Schemas", "Message"]);
      expect(models["CreateMessage"]?.fields?.["content"]?.oneOf).toEqual(["SmsSchemas", "Schemas"]);
      expect(models["Message"]?.fields?.["content"]?.oneOf).toEqual(["SmsSchemas", "Schemas"]);
    },
  );
});

describe("components", () => {
  it("with equal casings get a number", () => {
    const schemas = { Foo_Bar: { type: "object" }, FooBar: { type: "object" }, fooBar: { type: "object" } };
    const { value = [] } = importOpenApi([{ path: "a.json", text: document(schemas, Object.keys(schemas)) }], {
      families: ["java"],
      modelsOnly: true,
    });
    expect(value.map(({ path, text }) => [path, text])).toEqual([
      ["foo-bar.yaml", "models:\n  Foo_Bar: object\n"],
      ["foo-bar1.yaml", "models:\n  FooBar1: object\n"],
      ["foo-bar2.yaml", "models:\n  FooBar2: object\n"],
    ]);
  });

  it("keep their names before inline types, wherever they come from", () => {
    const schemas = {
      A: { type: "object", properties: { status: { type: "object", properties: { x: { type: "string" } } } } },
      Status: { type: "object", properties: { y: { type: "string" } } },
    };
    expect(namesIn(document(schemas, ["A", "Status"]), "java")(["A", "status"])).toBe("AStatus");
  });
});

describe("a model that contains itself by way of an addition", () => {
  it("refers to itself", () => {
    const schemas = {
      Tree: {
        type: "object",
        properties: { child: { nullable: true, allOf: [{ $ref: "#/components/schemas/Tree" }] } },
      },
    };
    const { value } = importOpenApi([{ path: "a.json", text: document(schemas, ["Tree"]) }], {
      families: ["java"],
      modelsOnly: true,
    });
    expect(value).toEqual([{ path: "tree.yaml", text: "models:\n  Tree:\n    fields:\n      child: Tree?\n" }]);
  });
});
