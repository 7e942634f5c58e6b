import { describe, expect, test } from "vitest";
import type { Definition, Type } from "../../src/spec/spec.js";
import { renderDocs } from "./render-docs.js";
import { enumOf, field, model, scalar, unionOf } from "./spec-values.js";

function indexOf(definitions: readonly Definition[], language: "java" | "ruby" | "typescript" = "ruby"): string {
  return renderDocs(language, definitions).get("docs/models/README.md") ?? "";
}

function reference(to: Definition): Type {
  return { kind: "reference", to };
}

test("the index lists the pages of every namespace by name, with the first sentence of each", () => {
  const index = indexOf([
    model("Zebra", [], { description: "It has | stripes. And legs." }),
    model("Ant", [], { deprecated: { message: undefined, use: undefined } }),
    model("Bill", [], { namespace: "billing" }),
  ]);
  expect(index).toContain(`# Models

## billing

| Model | Description |
| ----- | ----------- |
| [Bill](billing/bill.md) |  |

## shared

| Model | Description |
| ----- | ----------- |
| ~~[Ant](shared/ant.md)~~ |  |
| [Zebra](shared/zebra.md) | It has \\| stripes. |

## Diagram
`);
});

test("links lead to the folder of the TypeScript pages", () => {
  expect(indexOf([model("Ant", [])], "typescript")).toContain("[Ant](../sdk/models/shared/ant.md)");
});

test("an empty index has no diagram", () => {
  expect(indexOf([])).toBe("# Models\n");
});

describe("the diagram", () => {
  test("shows fields, members and references", () => {
    const kind = enumOf("Kind", ["a", "b"], { namespace: "other" });
    const base = model("Base", [field("id")], { abstract: true });
    const child = model(
      "Child",
      [
        field("id"),
        field("kinds", { type: { kind: "array", items: { type: reference(kind), nullable: false }, constraints: {} } }),
      ],
      {
        extends: [base],
      },
    );
    const either = unionOf("Either", [reference(child), scalar("string")]);
    const index = indexOf([kind, base, child, either]);
    expect(index.slice(index.indexOf("```mermaid"))).toBe(`\`\`\`mermaid
classDiagram
  class Kind {
    <<enumeration>>
    A
    B
  }
  class Base {
    <<abstract>>
    string id
  }
  class Child {
    Kind[] kinds
  }
  class Either
  <<union>> Either
  Base <|-- Child
  Child --> "*" Kind : kinds
  Either <|.. Child
\`\`\`
`);
  });

  test("distinguishes equal names in two namespaces", () => {
    const first = model("Thing", [], { namespace: "a" });
    const second = model("Thing", [field("other", { type: reference(first) })], { namespace: "b" });
    expect(indexOf([first, second])).toContain("  Thing_b --> Thing_a : other\n");
  });

  test("merges relations between the same two definitions, and truncates long lists", () => {
    const target = model("Target", []);
    const fields = ["a", "b", "c", "d"].map((name) => field(name, { type: reference(target) }));
    expect(indexOf([target, model("Source", fields)])).toContain("  Source --> Target : a, b, c, …\n");
    const many = model(
      "Many",
      Array.from({ length: 30 }, (_, index) => field(`field_${index}`)),
    );
    expect(indexOf([many]).match(/^ {4}string /gm)).toHaveLength(20);
    expect(indexOf([many])).toContain("    …\n");
  });

  test("of a large API shows the definitions with the most relations, and stays within GitHub's limit", () => {
    const hub = model("Hub", []);
    const spokes = Array.from({ length: 1400 }, (_, index) =>
      model(`Spoke${"x".repeat(150)}${index}`, index % 2 === 0 ? [field("hub", { type: reference(hub) })] : []),
    );
    const index = indexOf([...spokes, hub]);
    const diagram = index.slice(index.indexOf("```mermaid"));
    expect(index).toContain("The 40 of 1401 models with the most relations.\n");
    expect(diagram.match(/^ {2}class /gm)).toHaveLength(40);
    expect(diagram).toContain("  class Hub\n");
    expect(diagram).toContain("--> Hub : hub\n");
    expect(diagram.length).toBeLessThan(50_000);
  });
});
