/** What an import reports: errors, spots that it cannot understand, and losses, each kind of them once. */
import { type Named, relatedPlace, remedied } from "../diagnostics/asides.js";
import { type Consequence, consequenceOf, extents } from "../diagnostics/codes/consequences.js";
import { unsupported } from "../diagnostics/codes/unsupported.js";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { counted, grouped } from "../diagnostics/numbers.js";
import { type Problem, problem } from "../diagnostics/problem.js";
import { diagnosticAt } from "../diagnostics/reporter.js";
import { worded } from "../diagnostics/wording.js";
import { kindInWords, type Place } from "./place.js";

/** What a finding says, with the pointer of its place. */
type Wording = (pointer: string) => Problem;

/** Equal findings. */
export interface Finding {
  readonly wording: Wording;
  readonly hint: string | undefined;
  /** Undefined for a spot that cannot be understood. */
  readonly consequence: Consequence | undefined;
  /** What was dropped; undefined for a spot. */
  readonly what: string | undefined;
  readonly places: Set<Place>;
}

/** What an import does about a spot that it cannot understand. */
export type Remedy = Parameters<typeof remedied>[1];

export class Findings {
  readonly #problems: Diagnostic[] = [];
  readonly #found = new Map<string, Finding>();

  /** @param strict whether a spot that cannot be understood is an error */
  constructor(private readonly strict = false) {}

  /** Adds diagnostics that do not depend on `strict`. */
  add(diagnostics: readonly Diagnostic[]): void {
    for (const each of diagnostics) this.#problems.push(each);
  }

  /** Reports a spot that cannot be understood, once, however often it is read. */
  spot(wording: Wording, place: Place, remedy: Remedy = "ignored", hint?: string): void {
    const written = (pointer: string): Problem => {
      const found = wording(pointer);
      if (this.strict) return { ...found, severity: "error" };
      return { ...found, severity: "warning", message: remedied(found.message, remedy) };
    };
    const { code, message } = wording("");
    this.#find(`${code} ${message} ${hint ?? ""}`, place, () => ({ wording: written, hint, consequence: undefined }));
  }

  /** Reports something that a spec cannot express, by its phrase in the catalogue. */
  loss<K extends keyof typeof unsupported>(key: K, place: Place, ...[parameters]: Named<typeof unsupported, K>): void {
    const what = worded(unsupported[key], parameters);
    this.#find(what, place, () => {
      const consequence = consequenceOf(key, parameters);
      const effect = worded(consequence.effect, parameters);
      const wording: Wording = (pointer) =>
        consequence.extent === "nothing"
          ? problem("not-imported", "nothing", { what, pointer })
          : problem("not-imported", "effect", { effect, what, pointer });
      return { wording, hint: undefined, consequence, what };
    });
  }

  #find(id: string, place: Place, make: () => Omit<Finding, "places" | "what"> & { what?: string }): void {
    let known = this.#found.get(id);
    if (known === undefined) this.#found.set(id, (known = { what: undefined, ...make(), places: new Set() }));
    known.places.add(place);
  }

  /** The entries of an optional object. Spots: wrong-kind. */
  entries(place: Place | undefined): Iterable<readonly [string, Place]> {
    if (place !== undefined && !place.isMapping) this.#wrongKind(place, "an object");
    return place?.entries() ?? [];
  }

  /** The items of an optional list. Spots: wrong-kind. */
  items(place: Place | undefined): Iterable<Place> {
    if (place !== undefined && !place.isSequence) this.#wrongKind(place, "a list");
    return place?.items() ?? [];
  }

  /** The value of an optional string. Spots: wrong-kind. */
  text(place: Place | undefined): string | undefined {
    if (place !== undefined && place.text === undefined) this.#wrongKind(place, "a string");
    return place?.text;
  }

  /** Whether an optional boolean is true. Spots: wrong-kind. */
  flag(place: Place | undefined): boolean {
    if (place !== undefined && typeof place.scalar !== "boolean") this.#wrongKind(place, "true or false");
    return place?.scalar === true;
  }

  #wrongKind(place: Place, expected: string): void {
    if (!place.isNothing) this.wrongKind(place, expected, "ignored");
  }

  /** Reports a value of the wrong kind. */
  wrongKind(place: Place, expected: string, remedy: Remedy): void {
    const found = kindInWords(place);
    this.spot((pointer) => problem("wrong-kind", "document", { expected, pointer, found }), place, remedy);
  }

  /** Whether all numbers in a value can be written in a spec; otherwise it is reported as dropped. */
  isSayable(value: Place): boolean {
    if (!value.isFinite) this.loss("number", value);
    return value.isFinite;
  }

  /** Whether a document cannot be read at all. */
  get hasMistakes(): boolean {
    return hasErrors(this.#problems);
  }

  get haveErrors(): boolean {
    const hasSpots = [...this.#found.values()].some(({ consequence }) => consequence === undefined);
    return this.hasMistakes || (this.strict && hasSpots);
  }

  /** All findings: spots first, then losses, the most severe first. */
  get all(): readonly Finding[] {
    const rank = ({ consequence }: Finding): number =>
      consequence === undefined ? -1 : extents.indexOf(consequence.extent);
    return [...this.#found.values()].toSorted((a, b) => rank(a) - rank(b));
  }

  /** Everything, with all places. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#problems, ...this.all.map((each) => diagnosticOf(each, Infinity))];
  }

  /** The same for a person: the first places of each finding, and losses without effect on values as one line. */
  get brief(): readonly Diagnostic[] {
    const [rest, others] = [this.all.filter(isWithoutEffect), this.all.filter((each) => !isWithoutEffect(each))];
    const list = countsByNoun(rest).join(", ");
    return [
      ...this.#problems,
      ...others.map((each) => diagnosticOf(each, placesShown)),
      ...(list === "" ? [] : [problem("not-imported", "rest", { list })]),
    ];
  }
}

const placesShown = 3;

export function isWithoutEffect({ consequence }: Finding): boolean {
  return consequence?.extent === "nothing";
}

/** The distinct places of a finding: several values of a converted document may have one place in the original. */
export function placesOf({ places }: Finding): readonly Place[] {
  const distinct = new Map<string, Place>();
  for (const place of places) {
    const id = `${place.node.start} ${place.node.end} ${place.file}`;
    if (!distinct.has(id)) distinct.set(id, place);
  }
  return [...distinct.values()];
}

function diagnosticOf(finding: Finding, shown: number): Diagnostic {
  const [first, ...others] = placesOf(finding) as [Place, ...Place[]];
  const related = others
    .slice(0, shown - 1)
    .map((place) => relatedPlace("pointer", place.span, { pointer: place.pointer }));
  const more = others.length === 0 ? "" : ` and ${counted(others.length, "more place")}`;
  const { hint } = finding;
  return diagnosticAt(finding.wording(first.pointer + more), first.span, { hint, related });
}

/** `12 titles`, `3 × "xml"`: the most frequent first. */
function countsByNoun(findings: readonly Finding[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const each of findings) {
    const kind = each.consequence?.noun ?? `× ${each.what ?? ""}`;
    counts.set(kind, (counts.get(kind) ?? 0) + placesOf(each).length);
  }
  const inOrder = [...counts].toSorted(([, a], [, b]) => b - a);
  return inOrder.map(([kind, count]) => (kind.startsWith("× ") ? `${grouped(count)} ${kind}` : counted(count, kind)));
}
