import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Block, Imports } from "../../src/code/blocks.js";
import {
  Code,
  code,
  commaSeparated,
  compose,
  flatOf,
  piece,
  type Piece,
  type Stack,
  symbol,
} from "../../src/code/code.js";
import { type Dialect, layOut } from "../../src/code/lay-out.js";
import { block, chain, clause, command, filledList, list, twoParts } from "../../src/code/layouts.js";
import type { View } from "../../src/render/page.js";
import { compileTemplates } from "../../src/render/templates.js";

const dialect: Dialect = { lineWidth: 40, tabWidth: 4, importLine: (imported) => `import ${imported};` };

/** Renders a template with a view that holds code. */
async function render(template: string, view: View): Promise<string> {
  const files = new Map([["page", { path: "page.hbs", text: template, own: true }]]);
  const renderPage = await compileTemplates(files);
  return renderPage({ path: "x.txt", template: "page", view, dialect, model: undefined, span: undefined }).text;
}

function call(name: Piece, ...items: readonly Piece[]): Piece {
  return list(code`${name}(`, items, ");", { indentation: 8 });
}

describe("code", () => {
  test("is on one line if it fits, whatever surrounds it", async () => {
    const view = { call: call("validation.items", "first", "second") };
    expect(await render("    {{call}}", view)).toBe("    validation.items(first, second);");
    expect(await render("    {{call}}{{call}}", { call: call("f") })).toBe("    f();f();");
  });

  test("breaks at the column where the template puts it", async () => {
    const view = { call: call("validation.items", "first", "second") };
    const broken = (indent: string): string =>
      [`validation.items(`, `        first,`, `        second);`].map((line) => indent + line).join("\n");
    expect(await render("          {{call}}\n", view)).toBe(`${broken("          ")}\n`);
    expect(await render("  // {{call}}", { call: twoParts("0123456789 0123456789", "0123456789 0123456", 4) })).toBe(
      "  // 0123456789 0123456789\n      0123456789 0123456",
    );
  });

  test("leaves room for what follows it on its line", async () => {
    const view = { parts: twoParts("this.firstName =", "builder.firstNames", 8) };
    expect(await render("{{parts}};", view)).toBe("this.firstName = builder.firstNames;");
    expect(await render("{{parts}}; // why", view)).toBe("this.firstName =\n        builder.firstNames; // why");
  });

  test("may be nested: the outer code breaks first", async () => {
    const inner = chain("Optional.ofNullable(name)", ".map(JsonFloat::value)", 8);
    expect(await render("{{x}}", { x: twoParts("return", code`${inner};`, 8) })).toBe(
      "return\n        Optional.ofNullable(name)\n                .map(JsonFloat::value);",
    );
  });

  test("may be a call that has parentheses only if it breaks", async () => {
    const view = { call: command("required", ['"first_name"', "string", "as: :name"], 2) };
    expect(await render("{{call}}", view)).toBe('required "first_name", string, as: :name');
    expect(await render("  {{call}}", view)).toBe('  required(\n    "first_name",\n    string,\n    as: :name\n  )');
  });

  test("may be a list that fills its lines", async () => {
    const names = ["first:", "second:", "third:", "fourth:", "fifth:", "sixth:"];
    const view = { hash: filledList("{ ", names, " }", 2) };
    expect(await render("{{hash}}", { hash: filledList("{ ", names.slice(0, 2), " }", 2) })).toBe(
      "{ first:, second: }",
    );
    expect(await render("      {{hash}}", view)).toBe(
      "      { first:, second:, third:,\n        fourth:, fifth:, sixth: }",
    );
    expect(await render("                {{hash}}", view)).toBe(
      "                { first:, second:,\n                  third:, fourth:,\n                  fifth:, sixth: }",
    );
  });

  test("is a string if all pieces are", () => {
    expect(piece`list(${commaSeparated(["a", "b"])})`).toBe("list(a, b)");
    const list = piece`list(${commaSeparated(["a", symbol("b", "lib"), "c"])})`;
    expect(list).toMatchObject({ flat: "list(a, b, c)", imports: ["lib"] });
  });

  test("may be a clause with one item per line", async () => {
    const view = { pet: clause("class Pet", "implements", ["One", "Another"], 4) };
    expect(await render("{{pet}} {", view)).toBe("class Pet implements One, Another {");
    expect(await render("  public {{pet}} {", view)).toBe(
      "  public class Pet\n      implements One,\n          Another {",
    );
  });

  test("may be statements that never share a line", async () => {
    const view = { loop: block("each(x -> {", [call("check", "x"), "// that is all"], "})", 4) };
    expect(await render("  {{loop}};", view)).toBe("  each(x -> {\n      check(x);\n      // that is all\n  });");
    expect(JSON.stringify(view.loop)).toBe('"each(x -> { check(x); // that is all })"');
  });

  test("may have a list whose closing bracket has its own line", async () => {
    const style = { indentation: 2, isClosedOnOwnLine: true, trailing: "," };
    const view = { keys: list("{", ['"first_name"', '"last_name"', '"age"'], "}", style) };
    expect(await render("{{keys}}", view)).toBe('{"first_name", "last_name", "age"}');
    expect(await render("@Keys({{keys}})", view)).toBe('@Keys({\n  "first_name",\n  "last_name",\n  "age",\n})');
  });

  test("cannot be forged by a spec", async () => {
    const view = { a: "\x000\x00", b: symbol("List", "java.util.List") };
    expect(await render("{{a}} {{b}}\n{{a}}", view)).toBe("\x000\x00 List\n\x000\x00");
  });
});

describe("a symbol", () => {
  const view = { list: symbol("List", "java.util.List"), map: symbol("Map", "java.util.Map"), imports: new Imports() };

  test("is imported if it is printed, once, in the order of the names", async () => {
    const template = "{{imports}}\n\n{{list}} {{list}}\n{{map}}\n";
    expect(await render(template, view)).toBe("import java.util.List;\nimport java.util.Map;\n\nList List\nMap\n");
    expect(await render("{{imports}}\n{{map}}", view)).toBe("import java.util.Map;\nMap");
  });

  test("leaves no line if nothing is imported", async () => {
    expect(await render("a\n{{imports}}\nb", view)).toBe("a\nb");
  });

  test("is imported wherever it is inside other code", async () => {
    const type = code`${view.list}<${code`${view.map}<String, ${view.list}>`}>`;
    expect(await render("{{imports}}\n{{x}}", { ...view, x: list("f(", [type, "y"], ")", { indentation: 2 }) })).toBe(
      "import java.util.List;\nimport java.util.Map;\nf(List<Map<String, List>>, y)",
    );
  });
});

describe("a block", () => {
  const comment = new Block((indentation) => ["/**", ` * ${40 - indentation} columns`, "", " */"]);

  test("has its lines at the indentation of its place in the template", async () => {
    expect(await render("  {{c}}\n  x", { c: comment })).toBe("  /**\n   * 38 columns\n\n   */\n  x");
  });

  test("without lines has no line", async () => {
    expect(await render("a\n  {{c}}\nb", { c: new Block(() => []) })).toBe("a\nb");
  });

  test("keeps the rest of its line", async () => {
    expect(await render("  a {{c}} b", { c: new Block(() => ["1", "2"]) })).toBe("  a 1\n  2 b");
  });
});

test("a view prints code as text", () => {
  const view = { type: symbol("List", "java.util.List"), comment: new Block(() => ["// x"]), imports: new Imports() };
  expect(JSON.parse(JSON.stringify(view))).toEqual({
    type: "List",
    comment: ["// x"],
    imports: "(the import lines)",
  });
});

describe("stacks", () => {
  /** A call that has no document: its stack must do. */
  const stacked = (name: string, ...items: readonly Piece[]): Code =>
    stackedOr("the printer was asked", name, ...items);
  const stackedOr = (doc: string, name: string, ...items: readonly Piece[]): Code => {
    const stack = { open: `${name}(`, items, separator: ",", close: ")" };
    return compose(
      items,
      `${name}(${items.map(flatOf).join(", ")})`,
      () => doc,
      () => [stack],
    );
  };

  test("are the lines of code that does not fit", async () => {
    const view = {
      call: stacked("first", stacked("second", "0123456789 012345", "0123456789"), stacked("third", "x")),
    };
    expect(await render("  {{call}};", view)).toBe(
      ["first(", "    second(", "        0123456789 012345,", "        0123456789,", "    ),", "    third(x),", ");"]
        .map((line) => `  ${line}`)
        .join("\n"),
    );
  });

  test("are not used for lines with wide or zero-width characters", async () => {
    const view = { call: stackedOr("f(a)", "f", "a") };
    expect(await render("{{call}}; // e\u0301", view)).toBe("f(a); // e\u0301");
    expect(await render(`{{call}}; // ${"e\u0301".repeat(30)}`, view)).toBe(`f(a); // ${"e\u0301".repeat(30)}`);
  });

  test("of the usual layouts give the same lines as their documents", () => {
    const word = fc.integer({ min: 1, max: 30 }).map((length) => "x".repeat(length));
    const { piece } = fc.letrec<{ piece: Piece; layout: Piece }>((tie) => ({
      piece: fc.oneof({ maxDepth: 3 }, word, tie("layout")),
      layout: fc.oneof(
        fc.tuple(tie("piece"), tie("piece")).map(([first, second]) => twoParts(first, second, 8)),
        fc.tuple(tie("piece"), tie("piece")).map(([first, second]) => chain(first, code`.${second}`, 8)),
        fc.array(tie("piece"), { maxLength: 3 }).map((items) => list("f(", items, ")", { indentation: 8 })),
        fc.array(tie("piece"), { maxLength: 3 }).map((items) => {
          return list("{", items, "}", { indentation: 4, isClosedOnOwnLine: true, trailing: "," });
        }),
        fc.array(tie("piece"), { minLength: 1, maxLength: 3 }).map((items) => {
          return code`(${list("", items, "", { indentation: 4, isClosedOnOwnLine: true })})`;
        }),
        fc.array(word, { minLength: 1, maxLength: 6 }).map((items) => code`(${filledList("{ ", items, " }", 2)})`),
        fc.array(tie("piece"), { minLength: 1, maxLength: 3 }).map((items) => block("do {", items, "}", 4)),
        fc.tuple(tie("piece"), fc.array(tie("piece"), { minLength: 1, maxLength: 3 })).map(([first, items]) => {
          return clause(first, "implements", items, 8);
        }),
        fc.tuple(tie("piece"), tie("piece")).map(([first, second]) => code`(${first} + ${second})`),
      ),
    }));
    const isLaidOut = fc.property(fc.nat({ max: 20 }), piece, fc.boolean(), (column, made, isCommented) => {
      const documented = withoutStacks(made);
      const line = (each: Piece): string => layOut([" ".repeat(column), each, isCommented ? "; // why" : ";"], dialect);
      expect(line(made)).toBe(line(documented));
    });
    fc.assert(isLaidOut, { numRuns: 3000 });
  });

  test("are used in order, if all strings fit on their lines", async () => {
    const stack = (...items: readonly string[]): Stack => ({ open: "type A =", items, separator: "" });
    const [one, two] = ["a".repeat(24), "b".repeat(24)];
    const doc = (): string => "the document";
    const view = {
      type: new Code(`type A = ${one} | ${two}`, [], false, doc, () => [
        stack(`${one} | ${two}`),
        stack(`| ${one}`, `| ${two}`),
      ]),
    };
    expect(await render("{{type}};", view)).toBe(`type A =\n    | ${one}\n    | ${two};`);
    expect(await render("{{type}}; // and more", view)).toBe("the document; // and more");
  });
});

test("one of the blank lines around a block without lines is removed", async () => {
  const view = { none: new Block(() => []), imports: new Imports() };
  expect(await render("a\n\n{{imports}}\n\nb\n", view)).toBe("a\n\nb\n");
  expect(await render("a\n\n{{imports}}\nb\n{{none}}\n\nc", view)).toBe("a\n\nb\n\nc");
});

test("text without code does not change", () => {
  expect(layOut(["a\n  b \n"], dialect)).toBe("a\n  b \n");
});

function withoutStacks(made: Piece): Piece {
  return typeof made === "string" ? made : new Code(made.flat, made.imports, made.breaks, made.doc);
}
