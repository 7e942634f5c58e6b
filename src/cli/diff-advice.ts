import { counted } from "../diagnostics/numbers.js";
import type { PlacedChange, PlacedReport } from "./diff-places.js";
import { severityOf } from "./diff-text.js";

/** What to do about a report, in a few sentences; undefined if nothing changed. */
export function adviceOf({ changes, targets, unapproved }: PlacedReport): string | undefined {
  if (changes.length === 0) return undefined;
  const open = changes.filter(({ approval }) => approval === undefined);
  const worst = open.filter((change) => severityOf(change) === unapproved);
  const [are, affect, them] = worst.length === 1 ? ["is", "affects", "it"] : ["are", "affect", "them"];
  const count = counted(worst.length, "change");
  switch (unapproved) {
    case "breaking":
      return [
        `${count} ${are} breaking: avoid ${them}, or accept ${them} with \`modelwright approve --all breaking\`.`,
        ...(worst.some(breaksJson) ? ["Deployed clients fail with some JSON, whatever you release."] : []),
        ...majorReleases(targets),
      ].join(" ");
    case "conditional":
      return `Nothing breaks for all users. ${count} ${affect} exhaustive branches, null, or values that are new to the other side: check ${them}.`;
    case "silent":
      return `Nothing fails, but ${count} may lose data or change its meaning without an error: check ${them}.`;
    case "none":
      return open.length < changes.length ? "Everything that breaks something is approved." : "Nothing breaks.";
  }
}

function breaksJson({ cells }: PlacedChange): boolean {
  return cells["wireRead"] === "breaking" || cells["wireWrite"] === "breaking";
}

function majorReleases(targets: PlacedReport["targets"]): readonly string[] {
  const names = targets
    .filter(({ semver }) => semver === "major")
    .map(({ name }) => `\`${name.replaceAll("`", "'")}\``);
  if (names.length === 0) return [];
  const listed = [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((each) => each !== "").join(" and ");
  return [`${listed} ${names.length === 1 ? "needs" : "need"} a major release.`];
}
