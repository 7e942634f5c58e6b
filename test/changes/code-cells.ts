/** The cells of code: programs written for the old classes, with the classes of both sides. */
import { withSortedKeys } from "../conformance/judge.js";
import { type Bench, keyOf, type Made, type Outcome, type Setup } from "./bench.js";
import type { Consumer, Part } from "./consumers.js";
import { fine, type Finding, worstOf } from "./finding.js";
import type { Documents, Judged } from "./judged-documents.js";
import { type Halves, type Kind, type Severity, worst } from "./kinds.js";
import { type LanguageId, sideNames } from "./sides.js";

interface CodeCell {
  readonly halves: Halves;
  readonly failure: string | undefined;
}

/** The cells of one language. */
export class CodeCells {
  readonly #outcomes: Readonly<Record<Setup, ReadonlyMap<Consumer, readonly Outcome[]>>>;
  readonly #consumers: ReadonlyMap<string, Consumer>;

  constructor(
    bench: Bench,
    consumers: readonly Consumer[],
    private readonly documents: Documents,
    private readonly language: LanguageId,
  ) {
    this.#consumers = new Map(consumers.map((consumer) => [keyOf(consumer), consumer]));
    const setups: readonly Setup[] = language === "java" ? [...sideNames, "binary"] : sideNames;
    const outcomes = setups.map((on) => [on, this.#run(bench, consumers, on)] as const);
    this.#outcomes = Object.fromEntries(outcomes) as Record<Setup, ReadonlyMap<Consumer, readonly Outcome[]>>;
  }

  #run(bench: Bench, consumers: readonly Consumer[], on: Setup): ReadonlyMap<Consumer, readonly Outcome[]> {
    const calls = consumers.flatMap((consumer) =>
      this.#inputs(consumer).map((json) => (json === undefined ? { consumer } : { consumer, json })),
    );
    const outcomes = bench.run(on, calls);
    const found = new Map<Consumer, Outcome[]>(consumers.map((consumer) => [consumer, []]));
    calls.forEach(({ consumer }, index) => found.get(consumer)!.push(outcomes[index]!));
    return found;
  }

  #inputs({ kind, part }: Consumer): readonly (string | undefined)[] {
    if (part !== "read" && part !== "branch") return [undefined];
    return this.documents.forCode(kind, this.language).map(({ json }) => json);
  }

  readonly cellsOf = (kind: Kind): Readonly<Record<string, CodeCell>> => ({
    [this.language]: this.#cell(kind, "after"),
    ...(this.language === "java" && { javaBinary: this.#cell(kind, "binary") }),
  });

  #cell(kind: Kind, on: Setup): CodeCell {
    const find = (part: Part, failing: Severity): Finding => this.#finding(kind, part, on, failing);
    const read = [find("read", "breaking"), find("branch", "conditional")];
    const build = [find("build", "breaking"), find("validate", "conditional"), find("unlisted", "conditional")];
    const severity = (all: readonly Finding[]): Severity => worst(...all.map((each) => each.severity));
    return {
      halves: { read: severity(read), build: severity(build) },
      failure: worstOf([...read, ...build]).failure,
    };
  }

  /** @param failing the severity if code of this part fails */
  #finding(kind: Kind, part: Part, on: Setup, failing: Severity): Finding {
    const consumer = this.#consumers.get(keyOf({ kind: kind.kind, part }));
    if (consumer === undefined) return { severity: "none" };
    const before = this.#outcomes.before.get(consumer)!;
    const after = this.#outcomes[on].get(consumer)!;
    if (part !== "read" && part !== "branch") return builtFinding(before[0]!, after[0]!, failing, part);
    const documents = this.documents.forCode(kind.kind, this.language);
    const findings = documents.map((document, index) =>
      readFinding(document, before[index]!, after[index]!, failing, { consumer, id: this.language }),
    );
    return worstOf(findings);
  }
}

function readFinding(
  { json, by }: Judged,
  before: Outcome,
  after: Outcome,
  failing: Severity,
  { consumer: { kind, part }, id }: { readonly consumer: Consumer; readonly id: LanguageId },
): Finding {
  if ("failure" in before && by.before[id] === "accepted") {
    throw new Error(`${kind}: ${part} fails with the classes before the change: ${json}: ${before.failure}`);
  }
  // Without a target of the language, there are no classes that could read it.
  const isValid = (by.after[id] ?? "accepted") === "accepted";
  if ("failure" in after) return isValid ? { severity: failing, failure: after.failure } : fine;
  if (!("trace" in before) || !("trace" in after) || before.trace === after.trace) return fine;
  return { severity: "silent", failure: `${before.trace} is now ${after.trace}` };
}

function builtFinding(before: Outcome, after: Outcome, failing: Severity, part: Part): Finding {
  if (!("variants" in before)) throw new Error(`no models were built: ${JSON.stringify(before)}`);
  if ("failure" in after) return { severity: failing, failure: after.failure };
  if (!("variants" in after)) return fine;
  const { variants } = after;
  return worstOf(
    Object.entries(before.variants).map(([name, made]) => variantFinding(name, made, variants[name]!, failing, part)),
  );
}

function variantFinding(name: string, before: Made, after: Made, failing: Severity, part: Part): Finding {
  if ("failure" in before) {
    if (part === "build") throw new Error(`${name} is not built with the classes before the change: ${before.failure}`);
    return fine;
  }
  if (before.violations.length > 0) return fine;
  if ("failure" in after) return { severity: failing, failure: `${name}: ${after.failure}` };
  if (after.violations.length > 0)
    return { severity: "conditional", failure: `${name}: ${after.violations.join(", ")}` };
  const [old, now] = [withSortedKeys(before.json), withSortedKeys(after.json)];
  return old === now ? fine : { severity: "silent", failure: `${old} is now ${now}` };
}
