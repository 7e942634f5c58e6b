/** What the formats of `modelwright diff` for CI systems make of hostile specs. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffAnnotations } from "../../src/cli/diff-github.js";
import { diffGitlab } from "../../src/cli/diff-gitlab.js";
import { diffJunit } from "../../src/cli/diff-junit.js";
import type { PlacedChange, PlacedReport } from "../../src/cli/diff-places.js";
import { diffSarif } from "../../src/cli/diff-sarif.js";
import { toolchain } from "../run/java/toolchain.js";
import { isSarif } from "./sarif.js";
import { actingCommands } from "./workflow-runner.js";
import { parseXml } from "./xml/xml.js";

/** Strings that would take effect in one of the formats. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom("::error::x", "##[group]", "%0A::add-mask::x", "\u0000\u001b[2J", "\n", "\r", "\u2028", "]]>"),
      fc.constantFrom("</failure>", '"', "'", "&amp;", "\ufffe", "\ud800", "](x)", "a,b:c", "{0}"),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.join(""));

/** A report whose strings all come from a spec or from file names. */
const hostileReport = fc
  .tuple(hostile, hostile, hostile, hostile)
  .map(([model, file, reason, target]): PlacedReport => {
    const cells = { wireRead: "breaking", wireWrite: "none", docs: "none" } as const;
    const effect = { severity: "breaking", semver: "major" } as const;
    const change: PlacedChange = {
      ...{ kind: "field.removed.required", cause: "spec", model, field: model, cells, fingerprint: "0123456789abcdef" },
      ...{
        before: undefined,
        after: undefined,
        near: undefined,
        reason,
        headline: reason,
        spot: { file: `spec/${file}`, line: 1 },
      },
      ...{ targets: new Map([[target, effect]]), approval: undefined },
    };
    const review = { unapproved: "breaking", stale: [] } as const;
    const targets = [{ name: target, verdict: "breaking", semver: "major" } as const];
    return {
      name: `since ${target}`,
      verdict: "breaking",
      targets,
      cells: Object.keys(cells),
      changes: [change],
      ...review,
    };
  });

describe("a hostile spec", () => {
  it("does not break out of annotations", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const annotations = diffAnnotations(report);
        expect(annotations).toHaveLength(1);
        expect(actingCommands(annotations.join("\n"))).toEqual(annotations);
        expect(annotations[0]).toMatch(
          /^::error file=spec\/[^,:]*,line=1,title=modelwright%3A field\.removed\.required::/,
        );
      }),
    );
  });

  it("does not break out of JSON", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        for (const text of [diffGitlab(report), diffSarif(report)]) {
          expect(actingCommands(text)).toEqual([]);
          expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
        }
        expect(isSarif(JSON.parse(diffSarif(report))), JSON.stringify(isSarif.errors)).toBe(true);
      }),
    );
  });

  it.skipIf(toolchain.isMissing)("does not break out of XML", () => {
    const texts = fc.sample(hostileReport, 100).map((report) => diffJunit(report, () => true));
    for (const text of texts) expect(actingCommands(text)).toEqual([]);
    const all = parseXml(`<all>${texts.map((text) => text.replace(/^<\?.*?\?>/, "")).join("")}</all>`);
    expect(all.children).toHaveLength(100);
    for (const { children } of all.children) {
      expect(children.map(({ name }) => name)).toEqual(["testsuite"]);
      expect(children[0]!.children.map(({ name }) => name)).toEqual(["properties", "testcase"]);
      expect(children[0]!.children[1]!.children).toMatchObject([{ name: "failure", children: [] }]);
    }
  });
});
