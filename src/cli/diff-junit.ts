import { elementOf } from "../compare/report.js";
import { printableLines } from "../diagnostics/printable.js";
import type { Severity } from "../diff/change.js";
import type { PlacedChange, PlacedReport } from "./diff-places.js";
import { stepWords, worstFirst } from "./diff-text.js";

/**
 * Results in the format of JUnit, which most CI systems show: a suite for each target, with a test case for each change that
 * affects it.
 *
 * @param fails whether a change this bad fails; approved ones never do
 */
export function diffJunit({ name, changes, targets }: PlacedReport, fails: (severity: Severity) => boolean): string {
  const sorted = worstFirst(changes);
  const others = sorted.flatMap((change) => [...change.targets.keys()]);
  const steps = new Map(targets.map((target) => [target.name, `${target.verdict}, ${stepWords(target.semver)}`]));
  const suites = [...new Set([...steps.keys(), ...others])].map((target) => {
    const cases = sorted.flatMap((change) => caseOf(change, target, fails) ?? []);
    return suiteOf(target, steps.get(target) ?? "removed", cases);
  });
  const counts = countsOf(suites.flatMap(({ cases }) => cases));
  const texts = suites.map(({ text }) => text);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: `modelwright diff ${name}`, ...counts })}>\n${texts.join("")}</testsuites>\n`;
}

interface Case {
  readonly text: string;
  readonly fails: boolean;
}

interface Suite {
  readonly text: string;
  readonly cases: readonly Case[];
}

/** Some systems reject a suite without test cases. */
function suiteOf(target: string, verdict: string, changes: readonly Case[]): Suite {
  const cases = changes.length > 0 ? changes : [testCase({ classname: target, name: "no changes" }, "")];
  const head = attributes({ name: target, ...countsOf(cases) });
  const properties = `    <properties><property${attributes({ name: "verdict", value: verdict })}/></properties>\n`;
  const text = `  <testsuite${head}>\n${properties}${cases.map((each) => each.text).join("")}  </testsuite>\n`;
  return { text, cases };
}

function countsOf(cases: readonly Case[]): Readonly<Record<string, number>> {
  return { tests: cases.length, failures: cases.filter(({ fails }) => fails).length, errors: 0, skipped: 0 };
}

/** Undefined if the change does not affect the target. */
function caseOf(change: PlacedChange, target: string, fails: (severity: Severity) => boolean): Case | undefined {
  const { kind, headline, reason, spot, targets, approval } = change;
  const severity = targets.get(target)?.severity;
  if (severity === undefined) return undefined;
  const element = elementOf(change);
  const head = {
    classname: [target, ...(element === undefined ? [] : [element])].join("."),
    name: `${kind}: ${headline}`,
    ...spot,
  };
  const place = [spot.file, ...(spot.line === undefined ? [] : [spot.line])].join(":");
  const lines = [`${severity}: ${reason}`, place, ...(approval === undefined ? [] : [`approved: ${approval}`])];
  const details = lines.join("\n");
  return approval === undefined && fails(severity)
    ? testCase(
        head,
        `<failure${attributes({ type: kind, message: `${severity}: ${reason}` })}>${escaped(details)}</failure>`,
        true,
      )
    : testCase(head, `<system-out>${escaped(details)}</system-out>`);
}

function testCase(head: Attributes, content: string, fails = false): Case {
  const inner = content === "" ? "/>" : `>\n      ${content}\n    </testcase>`;
  return { text: `    <testcase${attributes(head)}${inner}\n`, fails };
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function attributes(all: Attributes): string {
  return Object.entries(all)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escaped(`${value}`)}"`))
    .join("");
}

/** For the contents of elements and of attributes in double quotes. XML has no way to write most control characters. */
function escaped(text: string): string {
  const safe = printableLines(text).replace(/[\uFFFE\uFFFF]/g, "\uFFFD");
  return safe.replace(/[&<>"\n\t]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll("##[", "##&#91;");
}
