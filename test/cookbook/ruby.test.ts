/** The Ruby recipes in docs/templates.md: their output is compiled and run. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { GeneratedFile } from "../../src/render/page.js";
import { findRuby } from "../run/ruby/ruby.js";
import { check, inProject, rubyOfSpec, run } from "../run/ruby/tree.js";
import { cook } from "./recipes.js";

const target = "language: ruby, module: Acme, signatures: none";

const spec = `models:
  Person:
    description: "Somebody.\\n\\n@private\\n=end"
    fields:
      firstName: { type: string, required: true, description: The name }
      kind: { type: Kind, required: true }
      nickName: { type: string, deprecated: { message: "Old\\nputs 1", use: firstName } }
      born: { type: date, default: 1815-12-10 }
      tags: { type: "string[]", default: [a, b] }
  Kind: { enum: [staff, guest] }
  Price: { fields: { amount: { type: decimal, default: "12.50" } } }
`;

function textOf(files: readonly GeneratedFile[], name: string): string {
  return files.find(({ path }) => path.endsWith(`/${name}.rb`))?.text ?? "";
}

describe("Data classes", async () => {
  const files = await cook("Ruby", "`Data` classes", target, spec);

  test("are valid Ruby", async () => {
    expect(files.filter(({ text }) => text.includes("::Data.define(")).length).toBe(2);
    expect(await inProject(files, (folder) => run(folder, "../../cookbook/compile.rb"))).toBe("");
  });

  test("require what their defaults need", () => {
    expect(textOf(files, "price")).toMatch(/\nrequire 'bigdecimal' # .*\n\nmodule Acme::Shared\n/);
    expect(textOf(files, "price")).toContain("amount: BigDecimal('12.50')");
    expect(textOf(files, "person")).toContain("Do not edit.\n\nmodule Acme::Shared\n");
  });

  test("have value semantics", async () => {
    const { command } = findRuby({ RUBY_BUILD: "wasm" });
    const output = await inProject(files, (folder) => {
      const [program = "", ...options] = [...command, "-w", join(import.meta.dirname, "data-class.rb")];
      const { stdout, stderr } = spawnSync(program, options, { cwd: folder, encoding: "utf8" });
      return stderr + stdout;
    });
    expect(output.trimEnd().split("\n")).toEqual(["true", "true", "missing keyword: :kind", "Ada 1815-12-10 a,b", "A"]);
  });
});

describe("comments without YARD tags", async () => {
  const files = await cook("Ruby", "Comments without YARD tags", target, spec);

  test("contain the spec's text, and are only comments", () => {
    expect(textOf(files, "person")).toContain(
      "  # Somebody.\n  #\n  # \\@private\n  # \\=end\n  class Person\n    include ::Acme::ModelSupport::Model\n",
    );
    expect(textOf(files, "person")).toContain("\n\n    # The name\n    attr_reader :first_name # String\n");
    expect(textOf(files, "person")).toContain(
      "\n\n    # Deprecated: Old puts 1. Use `firstName` instead.\n    attr_reader :nick_name # String, nil\n",
    );
    expect(textOf(files, "person")).not.toMatch(/# @/);
  });

  test("leave the models working", async () => {
    expect(await inProject(files, (project) => check(project, files))).toBe("");
  });
});

describe("four spaces", async () => {
  // In the shipped templates, all of these just fit on one line.
  const spec = `models:
  Long:
    description: ${"word ".repeat(23)}w
    fields:
      ${"n".repeat(120 - "      required '', string".length)}: { type: string, required: true }
  Wide:
    additionalProperties: false
    fields: { ${Array.from({ length: 9 }, (_, index) => `field_0${index}: string, `).join("")} zzz: string }
`;
  const shipped = (await rubyOfSpec(spec)) ?? [];
  const files = await cook("Ruby", "Four spaces", target, spec);

  test.each([
    ["a comment", "long", /^ {2}# (?:word )+w$/m, /^ {4}# (?:word )+word\n {4}# w$/m],
    ["a declaration", "long", /^ {6}required 'n+', string$/m, /^ {12}required\(\n {14}'n+',\n {14}string\n {12}\)$/m],
    [
      "a call",
      "wide",
      /^ {6}super\(\{ field_00:, .* zzz: \}\)$/m,
      /^ {12}super\(\n {14}\{ field_00:, .* zzz: \}\n {12}\)$/m,
    ],
  ])("break %s if it no longer fits", (_, name, before, after) => {
    expect(textOf(shipped, name)).toMatch(before);
    expect(textOf(files, name)).toMatch(after);
  });

  test("leave the models working, without a warning", async () => {
    expect(await inProject(files, (project) => check(project, files))).toBe("");
  });
});
