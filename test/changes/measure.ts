/** Measures the cells of kinds of changes: with compilers, and with programs and documents of both sides. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Bench, Lab, Made, Outcome, Reception, Sent, Setup } from "./bench.js";
import { keyOf } from "./bench.js";
import { type Consumer, type ConsumerWriter, consumersOf, type Part } from "./consumers.js";
import { docsSeverity } from "./docs-pages.js";
import { documentsOf } from "./documents.js";
import { javaWriter } from "./java/consumer.js";
import { java } from "./java/lab.js";
import { type Cells, type Halves, type Kind, type Severity, worst } from "./kinds.js";
import { rubyWriter } from "./ruby/consumer.js";
import { ruby } from "./ruby/lab.js";
import { type AllSides, generateSides, type LanguageId, languageIds, type SideName, sideNames } from "./sides.js";
import { typescriptWriter } from "./typescript/consumer.js";
import { typescript } from "./typescript/lab.js";
import { withSortedKeys } from "../conformance/judge.js";

export const labs: Readonly<Record<LanguageId, { readonly lab: Lab; readonly writer: ConsumerWriter }>> = {
  typescript: { lab: typescript, writer: typescriptWriter },
  ruby: { lab: ruby, writer: rubyWriter },
  java: { lab: java, writer: javaWriter },
};

export interface Measured {
  readonly kind: Kind;
  readonly cells: Cells;
  /** The first failure of each cell, in the words of the compiler or of the classes. */
  readonly failures: Readonly<Record<string, string>>;
}

export interface Measurement {
  readonly kinds: readonly Measured[];
  /** Documents that the classes of the languages do not receive alike. */
  readonly disagreements: readonly string[];
}

/** @param folder where everything is compiled */
export async function measure(kinds: readonly Kind[], folder: string): Promise<Measurement> {
  const sides = await generateSides(kinds);
  const languages = languageIds.map((id) => prepared(id, sides, join(folder, id)));
  const documents = new Documents(kinds, sides, languages);
  const code = languages.map(({ id, bench, consumers }) => new CodeCells(bench, consumers, documents, id));
  return {
    kinds: kinds.map((kind) => measured(kind, sides, documents, code)),
    disagreements: kinds.flatMap((kind) => documents.disagreements(kind)),
  };
}

function measured(kind: Kind, sides: AllSides, documents: Documents, code: readonly CodeCells[]): Measured {
  const wireRead = documents.wire(kind, "after");
  const wireWrite = documents.wire(kind, "before");
  const failures: Record<string, string> = {};
  if (wireRead.failure !== undefined) failures["wireRead"] = wireRead.failure;
  if (wireWrite.failure !== undefined) failures["wireWrite"] = wireWrite.failure;
  const cells: Record<string, Severity | Halves> = {
    wireRead: wireRead.severity,
    wireWrite: wireWrite.severity,
    docs: docsSeverity(kind, sides),
  };
  for (const { cellsOf } of code) {
    for (const [cell, { halves, failure }] of Object.entries(cellsOf(kind))) {
      cells[cell] = halves;
      if (failure !== undefined) failures[cell] = failure;
    }
  }
  return { kind, cells: cells as unknown as Cells, failures };
}

interface Prepared {
  readonly id: LanguageId;
  readonly bench: Bench;
  readonly consumers: readonly Consumer[];
}

function prepared(id: LanguageId, sides: AllSides, folder: string): Prepared {
  const { lab, writer } = labs[id];
  const consumers = [...sides.before[id].values()].flatMap((side) => consumersOf(side, writer));
  mkdirSync(folder, { recursive: true });
  return { id, bench: lab.prepare(folder, sides, consumers), consumers };
}

/** What the classes of each language make of a document; a language without the target makes nothing of it. */
type Receptions = Readonly<Partial<Record<LanguageId, Reception>>>;

/** A document of a side, and what both sides' classes make of it. */
interface Judged {
  readonly json: string;
  readonly by: Readonly<Record<SideName, Receptions>>;
}

/** The documents of each side of each kind that are valid for all classes of that side. */
class Documents {
  readonly #judged: Readonly<Record<SideName, ReadonlyMap<string, readonly Judged[]>>>;

  constructor(kinds: readonly Kind[], sides: AllSides, languages: readonly Prepared[]) {
    const judge = (sender: SideName): ReadonlyMap<string, readonly Judged[]> => {
      const sent = kinds.flatMap((kind) => documentsIn(sides[sender].typescript.get(kind.kind)!));
      const own = receptions(sent, sender, sides, languages);
      const documents = sent.filter((_, index) => isValid(own[index]!));
      const accepted = own.filter(isValid);
      const received = receptions(documents, otherSide(sender), sides, languages);
      const found = new Map<string, Judged[]>(kinds.map(({ kind }) => [kind, []]));
      documents.forEach(({ side, json }, index) => {
        const [mine, theirs] = [accepted[index]!, received[index]!];
        const by = sender === "before" ? { before: mine, after: theirs } : { before: theirs, after: mine };
        found.get(side.kind.kind)?.push({ json, by });
      });
      return found;
    };
    this.#judged = { before: judge("before"), after: judge("after") };
  }

  of(kind: string, sender: SideName): readonly Judged[] {
    return this.#judged[sender].get(kind) ?? [];
  }

  /** What becomes of the documents that a side sends: the worst of all languages. */
  wire({ kind }: Kind, sender: SideName): Finding {
    const documents = this.of(kind, sender);
    const receiver = otherSide(sender);
    if (documents.length === 0) throw new Error(`${kind}: no document is valid ${sender} the change`);
    return worstOf(languageIds.map((id) => received(documents, receiver, id)));
  }

  /** Documents that the classes of the languages do not receive alike. */
  disagreements({ kind }: Kind): readonly string[] {
    return sideNames.flatMap((sender) =>
      this.of(kind, sender).flatMap(({ json, by }) => {
        const receptions = by[otherSide(sender)];
        const isAgreed = new Set(Object.values(receptions)).size < 2;
        return isAgreed ? [] : `${kind}: ${json} from ${sender} the change: ${JSON.stringify(receptions)}`;
      }),
    );
  }

  /** Those that both sides read in a language, and those of the new side. */
  forCode(kind: string, id: LanguageId): readonly Judged[] {
    const shared = this.of(kind, "before").filter(({ by }) => by.after[id] !== "rejected");
    return [...shared, ...this.of(kind, "after")];
  }
}

function isValid(receptions: Receptions): boolean {
  return Object.values(receptions).every((each) => each === "accepted");
}

function otherSide(side: SideName): SideName {
  return side === "before" ? "after" : "before";
}

function received(documents: readonly Judged[], receiver: SideName, id: LanguageId): Finding {
  const refused = documents.filter(({ by }) => (by[receiver][id] ?? "accepted") !== "accepted");
  const [first] = refused;
  if (first === undefined) return fine;
  const failure = `${id}: ${first.json} is ${first.by[receiver][id]}`;
  const isEvery = documents.every(({ by }) => by[receiver][id] === "rejected");
  return { severity: isEvery ? "breaking" : "conditional", failure };
}

function receptions(
  documents: readonly Sent[],
  by: SideName,
  sides: AllSides,
  languages: readonly Prepared[],
): readonly Receptions[] {
  const found = documents.map((): Partial<Record<LanguageId, Reception>> => ({}));
  for (const { id, bench } of languages) {
    const sent = documents.flatMap(({ side, json }, index) => {
      const receiver = sides[by][id].get(side.kind.kind);
      return receiver === undefined ? [] : { side: receiver, json, index };
    });
    bench.receive(by, sent).forEach((reception, position) => {
      found[sent[position]!.index]![id] = reception;
    });
  }
  return found;
}

function documentsIn(side: Sent["side"]): readonly Sent[] {
  return documentsOf(side.root).map((json) => ({ side, json }));
}

interface CodeCell {
  readonly halves: Halves;
  readonly failure: string | undefined;
}

interface Finding {
  readonly severity: Severity;
  readonly failure?: string;
}

/** The cells of one language. */
class CodeCells {
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

function worstOf(findings: readonly Finding[]): Finding {
  const severity = worst(...findings.map((each) => each.severity));
  return findings.find((each) => each.severity === severity) ?? { severity: "none" };
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

const fine: Finding = { severity: "none" };

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
