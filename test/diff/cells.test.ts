/** What every kind of change does to documents, to code in each language, and to pages; `docs/changes.md` shows it. */
import { format, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import type { Severity } from "../../src/diff/change.js";
import { kindSections, rowOf, type Kind } from "../../src/diff/kinds.js";
import { judged } from "./judged.js";
import { rows } from "./kinds.js";
import { measured, outdated } from "./measured.js";

const cells = ["wireRead", "wireWrite", "typescript", "ruby", "java", "javaBinary", "docs"] as const;
const letters = { none: "-", silent: "s", conditional: "c", breaking: "B" } as const;

function lettersOf(found: Readonly<Record<string, Severity>>): string {
  return cells.map((cell) => letters[found[cell]!]).join("");
}

const predicted = rows.map(({ kind, before, after }) => {
  return { kind, found: judged(before, after).changes.map((each) => lettersOf(each.cells)) };
});

describe("the cells of", () => {
  it.each(predicted)("$kind are those that were measured, or others for a reason", ({ kind, found }) => {
    expect(found).toEqual([outdated[kind]?.cells ?? measured[kind]]);
  });

  it("kinds that are called outdated differ from the measured ones", () => {
    for (const [kind, { cells: current }] of Object.entries(outdated)) expect(measured[kind]).not.toBe(current);
  });
});

it("docs/changes.md shows the cells of every kind", async () => {
  const file = new URL("../../docs/changes.md", import.meta.url);
  const text = await format(page(), { ...(await resolveConfig(file)), parser: "markdown" });
  await expect(text).toMatchFileSnapshot(file.pathname);
});

function page(): string {
  const sections = Object.entries(kindSections).map(([title, kinds]) => {
    const lines = (Object.keys(kinds) as Kind[]).map((kind) => {
      const words = [...(predicted.find((each) => each.kind === kind)?.found[0] ?? "")].map(
        (letter) => wordOf[letter] ?? letter,
      );
      const { why, adds } = rowOf(kind);
      return `| \`${kind}\`${adds === true ? " +" : ""} | ${words.join(" | ")} | ${why} |`;
    });
    return [`## ${title}`, "", heading, ...lines].join("\n");
  });
  const differing = Object.entries(outdated).map(([kind, { why }]) => `| \`${kind}\` | ${why} |`);
  return [
    intro,
    ...sections,
    `## Since version 0.1.0\n\nThe cells of version 0.1.0 were measured with compilers and running programs. These differ now:\n\n| kind | why |\n| - | - |\n${differing.join("\n")}`,
  ]
    .map((part) => `${part}\n`)
    .join("\n");
}

const wordOf: Readonly<Record<string, string>> = { "-": "–", s: "silent", c: "conditional", B: "**breaking**" };

const heading = [
  "| kind | received JSON | sent JSON | TypeScript | Ruby | Java source | Java class files | pages | why |",
  "| - | - | - | - | - | - | - | - | - |",
].join("\n");

const intro = `# What each kind of change breaks

The kinds of changes that [\`modelwright diff\`](diff.md) reports, and what each does to clients of the old spec, to code that uses
the classes, and to the model pages. A \`+\` marks a kind that adds to the API of the package.

A report is more precise than this page: its cells are computed from the names and types of both specs, with the options of the
targets. The cells below are those of one small change of each kind, with the default options. Most were measured with the
classes of version 0.1.0; [those that differ now](#since-version-010) have a reason. The TypeScript compiler checks what breaks
TypeScript code among the changes of fields. Measuring all other cells again is planned.`;
