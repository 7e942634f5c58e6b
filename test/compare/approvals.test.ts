/** Approvals: which changes they approve, and their file. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Approval, approvalOf, parseApprovals, printApprovals, reviewed } from "../../src/compare/approvals.js";
import { judged } from "../diff/judged.js";

const spec = (fields: string, more = ""): string => `models:\n  A: { fields: { id: string${fields} } }\n${more}`;

describe("an approval", () => {
  const report = judged(spec(", x: string, y: integer"), spec(", y: number"));
  const [removed, changed] = report.changes.map((each) => approvalOf(each, "nobody uses it"));

  it("takes a change out of what fails, but not out of the verdict and the version step", () => {
    expect(reviewed(report, [])).toMatchObject({ verdict: "breaking", unapproved: "breaking", stale: [] });
    expect(reviewed(report, [removed!])).toMatchObject({ verdict: "breaking", unapproved: "breaking" });
    const { verdict, unapproved, targets, changes } = reviewed(report, [removed!, changed!]);
    expect([verdict, unapproved]).toEqual(["breaking", "none"]);
    expect(targets).toEqual(report.targets);
    expect(changes.map(({ approval }) => approval)).toEqual(["nobody uses it", "nobody uses it"]);
  });

  it("is only for the change that it names", () => {
    for (const wrong of [{ kind: "docs.description-changed" }, { element: "A.id" }, { element: undefined }]) {
      const approval = { ...removed!, ...wrong };
      const { stale, changes } = reviewed(report, [approval]);
      expect(stale).toEqual([approval]);
      expect(changes.every((each) => each.approval === undefined)).toBe(true);
    }
  });

  it("survives other changes, moved lines and another order, but is for no other change of the element", () => {
    const approves = (before: string, after: string): boolean =>
      reviewed(judged(before, after), [removed!]).stale.length === 0;
    expect(approves(spec(", x: string"), spec(""))).toBe(true);
    expect(approves(`# comment\n\n${spec(", x: string")}`, spec("", "  B: { fields: { b: string } }\n"))).toBe(true);
    expect(approves("models: { B: { fields: {} }, A: { fields: { x: string, id: string } } }", spec(""))).toBe(true);
    expect(approves(spec(", x: integer"), spec(""))).toBe(false);
    expect(approves(spec(", x: { type: string, required: true }"), spec(""))).toBe(false);
    expect(approves(spec(", x: string"), spec(", x: integer"))).toBe(false);
  });
});

describe("two changes of one element", () => {
  const pairs = [
    ["enum: [a]", "enum: [a, b]", "enum: [a, c]"],
    ["type: string", "{ type: string, minLength: 1 }", "{ type: string, minLength: 2 }"],
    ["type: string", "{ type: string, default: a }", "{ type: string, default: b }"],
    ["type: string", "{ type: string, description: a }", "{ type: string, description: b }"],
    ["type: string", "{ type: string, example: a }", "{ type: string, example: b }"],
    ["type: string", "{ type: string, deprecated: a }", "{ type: string, deprecated: b }"],
    ["type: string", "{ type: string, pattern: a }", "{ type: string, pattern: b }"],
    ["type: string", "type: integer", "type: number"],
    ["type: string", "{ type: string, rename: { ruby: a } }", "{ type: string, rename: { ruby: b } }"],
    ["const: a", "const: b", "const: c"],
  ];
  it.each(pairs)("%s", (before, one, other) => {
    const field = (type: string): string => spec(`, x: ${type.startsWith("{") ? type : `{ ${type} }`}`);
    const prints = [one, other].map((after) =>
      judged(field(before!), field(after!)).changes.map((each) => each.fingerprint),
    );
    expect(prints[0]).toHaveLength(1);
    expect(prints[1]).toHaveLength(1);
    expect(prints[0]).not.toEqual(prints[1]);
  });
});

describe("the file", () => {
  const file = (text: string): ReturnType<typeof parseApprovals> => parseApprovals({ path: "a.yaml", text });
  const approval = fc.record({
    fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
    kind: fc.constantFrom("field.removed.required", "model.added"),
    element: fc.option(
      fc.string({ unit: "grapheme", minLength: 1 }).filter((each) => each.trim() !== ""),
      { nil: undefined },
    ),
    reason: fc.string({ unit: "grapheme", minLength: 1 }).filter((each) => each.trim() !== ""),
  });

  it("is read as it was written", () => {
    fc.assert(
      fc.property(fc.array(approval), (all) => {
        const { value, diagnostics } = file(printApprovals(all));
        expect(diagnostics).toEqual([]);
        const order = (each: Approval): string => JSON.stringify(each);
        expect(value?.map(order).sort()).toEqual(all.map(order).sort());
      }),
    );
  });

  it("does not depend on the order in which changes were approved", () => {
    const all = ["b", "a", "c"].map((element) => ({
      ...{ fingerprint: "0".repeat(16), kind: "k" },
      element,
      reason: "r",
    }));
    expect(printApprovals(all)).toBe(printApprovals(all.toReversed()));
    expect(parse(printApprovals(all))).toMatchObject({
      approvals: [{ element: "a" }, { element: "b" }, { element: "c" }],
    });
  });

  it("is checked like a spec", () => {
    const codes = (text: string): readonly string[] => file(text).diagnostics.map(({ code }) => code);
    expect(codes("")).toEqual(["missing-key"]);
    expect(codes("approvals: [{ fingerprint: 0123, kind: a, reason: b }]")).toHaveLength(1);
    expect(codes('approvals: [{ fingerprint: "0123456789abcdef", kind: a }]')).toEqual(["missing-key"]);
    expect(codes('approvals: [{ fingerprint: "0123456789abcdef", kind: a, reason: b, why: c }]')).toEqual([
      "unknown-key",
    ]);
    expect(file("approvals: []")).toEqual({ value: [], diagnostics: [] });
  });
});
