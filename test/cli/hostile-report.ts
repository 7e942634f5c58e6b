import fc from "fast-check";
import type { PlacedChange, PlacedReport } from "../../src/cli/diff-places.js";

/** Strings that would take effect in one of the formats. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom("::error::x", "##[group]", "%0A::add-mask::x", "\u0000\u001b[2J", "\n", "\r", "\u2028", "]]>"),
      fc.constantFrom("</failure>", '"', "'", "&amp;", "\ufffe", "\ud800", "](x)", "a,b:c", "{0}"),
      fc.constantFrom("`", "``", "|", "\\", "<img src=x>", "</details>", "[a](javascript:b)", "@all", "![", "**", "~~"),
      fc.constantFrom("<!--", "#1", "http://a.b", "www.a.b", "- ", "> ", "# ", "    ", "$$", ":tada:"),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.join(""));

/** A report whose strings all come from a spec or from file names. */
export const hostileReport = fc
  .tuple(hostile, hostile, hostile, hostile, fc.option(hostile, { nil: undefined }))
  .map(([model, file, value, target, approval]): PlacedReport => {
    const cells = { wireRead: "breaking", wireWrite: "none", docs: "none" } as const;
    const effect = { severity: "breaking", semver: "major" } as const;
    const headline = `\`${value.replaceAll("`", "'").replace(/\s+/g, " ")}\` was removed`;
    const change: PlacedChange = {
      ...{ kind: "field.removed.required", cause: "spec", model, field: model, cells, fingerprint: "0123456789abcdef" },
      ...{ before: undefined, after: undefined, near: undefined, spot: { file: `spec/x${file}`, line: 1 } },
      ...{ headline, why: "old classes require it", notes: [`in \`${value.replaceAll("`", "'")}\`, nothing`] },
      ...{ reason: `${headline}: old classes require it`, targets: new Map([[target, effect]]), approval },
    };
    const other = { ...change, model: value };
    const targets = [{ name: target, verdict: "breaking", semver: "major" } as const];
    const review = { unapproved: approval === undefined ? "breaking" : "none", stale: [] } as const;
    return {
      ...{ name: `since ${target}`, verdict: "breaking", targets, cells: Object.keys(cells), changes: [change, other] },
      ...review,
    };
  });
