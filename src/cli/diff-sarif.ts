import { printable } from "../diagnostics/printable.js";
import type { Severity } from "../diff/change.js";
import { isKind, kindSections, rowOf } from "../diff/kinds.js";
import type { PlacedChange, PlacedReport, Spot } from "./diff-places.js";
import { severityOf, worstFirst } from "./diff-text.js";
import { jsonText } from "./json-text.js";

/**
 * Static analysis results: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * A change that affects neither JSON nor code is a result too, but not a problem.
 */
export function diffSarif({ changes }: PlacedReport): string {
  const sorted = worstFirst(changes);
  const kinds = [...new Set(sorted.map(({ kind }) => kind))].sort();
  const run = {
    tool: { driver: { name: "modelwright", informationUri: home, rules: kinds.map(ruleOf) } },
    originalUriBaseIds: { [base]: { description: { text: "The root of the repository." } } },
    columnKind: "utf16CodeUnits",
    results: sorted.map((change) => resultOf(change, kinds.indexOf(change.kind))),
  };
  return jsonText({ $schema: schema, version: "2.1.0", runs: [run] });
}

const home = "https://github.com/modelwright/modelwright";
const docs = `${home}/blob/main/docs`;
const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const base = "SRCROOT";

function ruleOf(kind: string): object {
  const words = kind.replace(/[.-]/g, " ");
  if (!isKind(kind))
    return { id: kind, shortDescription: { text: words }, helpUri: `${docs}/diff.md#${slug(ofConfig)}` };
  const [section = ""] = Object.entries(kindSections).find(([, kinds]) => Object.hasOwn(kinds, kind)) ?? [];
  const text = `${words}: ${rowOf(kind).why}`;
  return { id: kind, shortDescription: { text }, helpUri: `${docs}/changes.md#${slug(section)}` };
}

/** The heading of the page that lists them. */
const ofConfig = "Kinds of other changes";

/** The anchor that GitHub gives a heading. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");
}

function resultOf(change: PlacedChange, ruleIndex: number): object {
  const { kind, reason, spot, fingerprint, cells, approval } = change;
  const suppression = { kind: "external", status: "accepted", justification: approval };
  return {
    ...{ ruleId: kind, ruleIndex },
    ...levels[severityOf(change)],
    message: { text: messageText(reason) },
    locations: [{ physicalLocation: locationOf(spot) }],
    partialFingerprints: { "modelwright/v1": fingerprint },
    ...(approval !== undefined && { suppressions: [suppression] }),
    properties: { cells },
  };
}

/** A level of another kind of result than `fail` must be `none`. */
const levels = {
  breaking: { kind: "fail", level: "error" },
  conditional: { kind: "fail", level: "warning" },
  silent: { kind: "fail", level: "note" },
  none: { kind: "informational", level: "none" },
} as const satisfies Record<Severity, object>;

function locationOf({ file, line }: Spot): object {
  const uri = printable(file).split("/").map(encodeURIComponent).join("/");
  return { artifactLocation: { uri, uriBaseId: base }, region: { startLine: line ?? 1 } };
}

/** In a message, `[text](target)` would be a link. */
function messageText(reason: string): string {
  return printable(reason).replaceAll("](", "] (");
}
