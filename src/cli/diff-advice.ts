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
        ...deployedClients(worst),
        ...majorReleases(targets),
        ...lossesOf(open),
      ].join(" ");
    case "conditional":
      return [
        `Nothing breaks for all users. ${count} ${affect} only some: exhaustive branches, calls of \`validate\`, null, or values that are new to the other side. Check ${them}.`,
        ...lossesOf(open),
      ].join(" ");
    case "silent":
      return `Nothing fails, but ${count} may lose data or change its meaning without an error: check ${them}.`;
    case "none":
      return open.length < changes.length ? "Everything that breaks something is approved." : "Nothing breaks.";
  }
}

/** No release helps them. */
function deployedClients(changes: readonly PlacedChange[]): readonly string[] {
  const breaks = (cell: string): boolean => changes.some(({ cells }) => cells[cell] === "breaking");
  return [
    ...(breaks("wireRead") ? ["Deployed clients reject JSON of the new spec."] : []),
    ...(breaks("wireWrite") ? ["JSON of deployed clients is rejected."] : []),
  ];
}

/** Values that get lost without an error. */
function lossesOf(changes: readonly PlacedChange[]): readonly string[] {
  const isLoss = ({ kind }: PlacedChange): boolean => kind === "field.renamed.optional";
  const { length } = changes.filter((each) => isLoss(each) && severityOf(each) !== "none");
  if (length === 0) return [];
  const subject = length === 1 ? "A renamed field loses its values" : `${length} renamed fields lose their values`;
  return [`${subject} without an error, unless the spec keeps the old name with \`renamedFrom\`.`];
}

function majorReleases(targets: PlacedReport["targets"]): readonly string[] {
  const names = targets
    .filter(({ semver }) => semver === "major")
    .map(({ name }) => `\`${name.replaceAll("`", "'")}\``);
  if (names.length === 0) return [];
  const listed = [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((each) => each !== "").join(" and ");
  return [`${listed} ${names.length === 1 ? "needs" : "need"} a major release.`];
}
