/** Documents of each side, read by the classes of both sides in all languages. */
import type { Bench, Reception, Sent } from "./bench.js";
import { documentsOf } from "./documents.js";
import { fine, type Finding, worstOf } from "./finding.js";
import type { Kind } from "./kinds.js";
import { type AllSides, type LanguageId, languageIds, type SideName, sideNames } from "./sides.js";

export interface Receiver {
  readonly id: LanguageId;
  readonly bench: Bench;
}

/** What the classes of each language make of a document; a language without the target makes nothing of it. */
type Receptions = Readonly<Partial<Record<LanguageId, Reception>>>;

/** A document of a side, and what both sides' classes make of it. */
export interface Judged {
  readonly json: string;
  readonly by: Readonly<Record<SideName, Receptions>>;
}

/** The documents of each side of each kind that are valid for all classes of that side. */
export class Documents {
  readonly #judged: Readonly<Record<SideName, ReadonlyMap<string, readonly Judged[]>>>;

  constructor(kinds: readonly Kind[], sides: AllSides, languages: readonly Receiver[]) {
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
  languages: readonly Receiver[],
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
