/** Which files a change can reach. */
import { expect, it } from "vitest";
import { type Mentions, mentionsOf, reachOf } from "../../src/spec/mentions.js";
import { parseSpecFile } from "../../src/spec/parse.js";

function mentionsIn(text: string): Mentions {
  return mentionsOf(parseSpecFile({ path: "a.yaml", text }).value!);
}

it("finds every name that a type says", () => {
  const { defined, said, shown } = mentionsIn(`models:
  A:
    extends: [Base]
    fields:
      one: Direct?
      many: { type: "map<Value[]>", nullable: true }
      inline: { fields: { deep: { type: Deep } } }
      either: { oneOf: [Left, { type: Right, description: other }] }
      later: { type: string, changed: { "2": { type: Later } } }
    additionalProperties: { type: Others }
  B: { oneOf: [First, Second], discriminator: { field: kind, mapping: { x: Mapped } } }
  C: { type: "Alias[]" }
`);
  expect(defined).toEqual(["A", "B", "C"]);
  const names = "Base Direct Value Deep Left Right Later Others First Second Mapped Alias".split(" ");
  expect(names.filter((name) => !said.includes(name))).toEqual([]);
  // Whatever is not said in a field may be shown.
  expect([...shown].sort()).toEqual(["Alias", "Base", "First", "Left", "Mapped", "Right", "Second"]);
});

const files = (texts: Readonly<Record<string, string>>): ReadonlyMap<string, readonly Mentions[]> =>
  new Map(Object.entries(texts).map(([path, text]) => [path, [mentionsIn(`models:\n${text}`)]]));

const spec = files({
  changed: "  Changed: { fields: { needed: Needed } }",
  needed: "  Needed: { fields: { far: Far } }",
  far: "  Far: { fields: { a: string } }",
  direct: "  Direct: { fields: { changed: Changed } }",
  indirect: "  Indirect: { type: 'shared.Direct[]' }",
  union: "  Either: { oneOf: [Changed, Other] }",
  other: "  Other: { fields: { b: string } }",
  aside: "  Aside: { fields: { far: Far } }",
  sub: "  Sub: { extends: [Needed] }",
});

it("reaches what refers to it, what that needs, and what its unions and bases show", () => {
  const reached = ["changed", "needed", "far", "direct", "indirect", "union", "other"];
  expect([...reachOf(spec, ["changed"])].sort()).toEqual([...reached, "sub"].sort());
  expect([...reachOf(spec, ["sub"])].sort()).toEqual([...reached, "sub"].sort());
  expect([...reachOf(spec, ["aside"])].sort()).toEqual(["aside", "far"]);
});

it("reaches what has the same name, and shows what an alias stands for", () => {
  const other = files({
    one: "  Same: { fields: { a: string } }",
    two: "  Same: { type: string }",
    union: "  Either: { oneOf: [Alias, string] }",
    alias: "  Alias: { type: Member }",
    member: "  Member: { fields: { a: string } }",
    user: "  User: { fields: { member: Member } }",
  });
  expect([...reachOf(other, ["one"])].sort()).toEqual(["one", "two"]);
  expect([...reachOf(other, ["user"])].sort()).toEqual(["alias", "member", "union", "user"]);
});

it("counts what a changed file said before", () => {
  const before = spec.get("union") ?? [];
  const now = files({ union: "  Either: { oneOf: [Other, Aside] }" }).get("union") ?? [];
  const both = new Map(spec).set("union", [...before, ...now]);
  expect([...reachOf(both, ["union"])].sort()).toEqual([...spec.keys()].sort());
});
